/** What a channel was asked and answered in the last days, so that a coordinator can see why something failed. */
import type { GatewayLogEntry } from '@atesto/contract';
import type { JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { Problem } from '../../../shared/problem.js';
import { here, noteProblem } from '../../actions/context.js';
import { useConsole } from '../../pieces/console-context.js';
import { Moment } from '../../pieces/marks.js';
import { ProblemNote } from '../../pieces/problem-note.js';

const Entry = ({ entry }: { entry: GatewayLogEntry }): JSX.Element => {
  const { words } = useConsole();
  const t = words.t.settings.channels;
  return (
    <li>
      <details>
        <summary>
          <span>{entry.direction === 'in' ? t.logIn : t.logOut}</span> ·{' '}
          <span>{t.outcome[entry.outcome as keyof typeof t.outcome] ?? entry.outcome}</span>
          {entry.status !== null && <span> · {entry.status}</span>} · <Moment at={entry.at} />
        </summary>
        <pre dir="ltr">{entry.request}</pre>
        {entry.answer !== '' && <pre dir="ltr">{entry.answer}</pre>}
      </details>
    </li>
  );
};

export const GatewayLog = ({ id }: { id: string }): JSX.Element => {
  const { context, words } = useConsole();
  const { t } = words;
  const [items, setItems] = useState<readonly GatewayLogEntry[] | null>(null);
  const [next, setNext] = useState<string | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);
  const load = async (cursor: string | null): Promise<void> => {
    try {
      const page = await here(context).gatewayLog(id, cursor);
      setItems((shown) => (cursor === null ? page.items : [...(shown ?? []), ...page.items]));
      setNext(page.next);
      setProblem(null);
    } catch (error) {
      setProblem(noteProblem(context, error));
    }
  };
  useEffect(() => void load(null), [id]);
  return (
    <section class="gateway-log" aria-label={t.settings.channels.log}>
      <h4>{t.settings.channels.log}</h4>
      <p class="hint">{t.settings.channels.logHint}</p>
      <ProblemNote problem={problem} retry={() => void load(null)} />
      {items === null && problem === null && <p role="status">{t.common.loading}</p>}
      {items?.length === 0 && <p class="muted">{t.settings.channels.logEmpty}</p>}
      <ol class="plain-list">
        {items?.map((entry) => (
          <Entry key={entry.id} entry={entry} />
        ))}
      </ol>
      <p class="button-line">
        <button type="button" class="button small" onClick={() => void load(null)}>
          {t.settings.channels.logAgain}
        </button>
        {next !== null && (
          <button type="button" class="button small" onClick={() => void load(next)}>
            {t.settings.channels.logMore}
          </button>
        )}
      </p>
    </section>
  );
};

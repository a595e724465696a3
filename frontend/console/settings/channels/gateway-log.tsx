/** What a channel was asked and answered in the last days, so that a coordinator can see why something failed. */
import type { GatewayLogEntry } from '@atesto/contract';
import type { JSX } from 'preact';
import { useConsole, useWords } from '../../pieces/console-context.js';
import { Moment } from '../../pieces/marks.js';
import { OlderButton } from '../../pieces/older-button.js';
import { ProblemNote } from '../../pieces/problem-note.js';
import { usePages } from '../../pieces/use-pages.js';

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
  const { t } = useWords();
  const { items, next, problem, load } = usePages((api, cursor) => api.gatewayLog(id, cursor), [id]);
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
        <OlderButton next={next} load={load} />
      </p>
    </section>
  );
};

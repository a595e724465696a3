/** The person behind a report: what else they sent, and whether their messages are trusted or blocked. */
import type { SenderStanding, SenderView } from '@atesto/contract';
import type { JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { here } from '../actions/context.js';
import { useActions, useConsole, useSelect } from '../pieces/console-context.js';
import { Moment } from '../pieces/marks.js';
import { mayHere } from '../pieces/rights.js';
import { useChange } from '../settings/use-remote.js';
import { fill } from '../texts/forms.js';

const standings: SenderStanding[] = ['unknown', 'trusted', 'blocked'];

const Standing = ({
  id,
  sender,
  onChanged,
}: {
  id: string;
  sender: SenderView;
  onChanged: () => void;
}): JSX.Element => {
  const { words } = useConsole();
  const t = words.t.sender;
  const change = useChange();
  const judge = async (standing: SenderStanding): Promise<void> => {
    if (await change.run((api) => api.judgeSender(id, { standing }))) onChanged();
  };
  return (
    <label class="field">
      {t.standing}
      <select
        value={sender.standing}
        disabled={change.busy}
        onChange={(event) => void judge(event.currentTarget.value as SenderStanding)}
      >
        {standings.map((standing) => (
          <option key={standing} value={standing}>
            {t[standing]}
          </option>
        ))}
      </select>
    </label>
  );
};

const Others = ({ id, reports }: { id: string; reports: SenderView['reports'] }): JSX.Element | null => {
  const { words } = useConsole();
  const actions = useActions();
  const others = reports.filter((report) => report.id !== id);
  if (others.length === 0) return <p class="muted">{words.t.sender.first}</p>;
  return (
    <>
      <p>{fill(words.t.sender.others, { count: others.length })}</p>
      <ul class="sender-reports">
        {others.map((report) => (
          <li key={report.id}>
            <button
              type="button"
              class="link"
              dir="auto"
              onClick={() => actions.room.select({ kind: 'report', id: report.id })}
            >
              {report.text === '' ? words.t.sender.wordless : report.text}
            </button>{' '}
            <span class="muted">
              <Moment at={report.receivedAt} />
            </span>
          </li>
        ))}
      </ul>
    </>
  );
};

/** Nothing where nobody can tell who it was. */
export const SenderPart = ({ id }: { id: string }): JSX.Element | null => {
  const { context, words } = useConsole();
  const mayJudge = useSelect(mayHere('reports.triage'));
  const [sender, setSender] = useState<SenderView | null>(null);
  const load = (): void => {
    here(context)
      .sender(id)
      .then(setSender, () => setSender(null));
  };
  useEffect(load, [id]);
  if (sender === null) return null;
  return (
    <div class="sender">
      {sender.optedOut && <p class="note note-warn">{words.t.sender.optedOut}</p>}
      {mayJudge && <Standing id={id} sender={sender} onChanged={load} />}
      <Others id={id} reports={sender.reports} />
    </div>
  );
};

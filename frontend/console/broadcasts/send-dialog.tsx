/** The last look before a broadcast leaves: its words, and how many it reaches. */
import type { BroadcastReach } from '@atesto/contract';
import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import type { Problem } from '../../shared/problem.js';
import { attempt, here } from '../actions/context.js';
import { useConsole, useWords } from '../pieces/console-context.js';
import { FormDialog } from '../pieces/form-dialog.js';
import { bodyOf, totalOf, ways, type Draft } from './broadcast-draft.js';

interface Props {
  draft: Draft;
  reach: BroadcastReach;
  onClose: () => void;
  onSent: () => void;
}

export const Reach = ({ reach }: { reach: BroadcastReach }): JSX.Element => {
  const { t, plural } = useWords();
  if (totalOf(reach) === 0) return <p class="note">{t.broadcasts.reachesNobody}</p>;
  return (
    <ul class="broadcast-reach" aria-label={t.broadcasts.reaches}>
      {ways.map((way) => (
        <li key={way}>
          <strong>{reach[way]}</strong> {plural(reach[way], t.broadcasts.reach[way])}
        </li>
      ))}
    </ul>
  );
};

export const SendDialog = ({ draft, reach, onClose, onSent }: Props): JSX.Element => {
  const { context, words } = useConsole();
  const t = words.t.broadcasts;
  const [isJustSaid, setIsJustSaid] = useState(false);
  const [isAgain, setIsAgain] = useState(false);
  const send = async (): Promise<Problem | null> => {
    const failed = await attempt(context, 'broadcast', async () => {
      await here(context).sendBroadcast({ ...bodyOf(draft), ...(isAgain && { again: true }) });
    });
    if (failed?.type === '/problems/just-said') setIsJustSaid(true);
    if (failed !== null) return failed;
    context.store.dispatch({ type: 'notice.given', notice: { tone: 'good', words: 'saved' } });
    onSent();
    return null;
  };
  return (
    <FormDialog title={t.confirm} submit={t.send} onClose={onClose} onSubmit={send}>
      <blockquote class="broadcast-words">
        <strong dir="auto">{draft.subject}</strong>
        <p dir="auto">{draft.text}</p>
      </blockquote>
      <p>{t.reaches}</p>
      <Reach reach={reach} />
      <p class="hint">{t.isPublic}</p>
      {isJustSaid && (
        <label class="check">
          <input type="checkbox" checked={isAgain} onChange={(event) => setIsAgain(event.currentTarget.checked)} />
          {t.again}
        </label>
      )}
    </FormDialog>
  );
};

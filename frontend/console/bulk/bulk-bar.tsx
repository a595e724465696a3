/** What is chosen, and what can be done with all of it. The keys press these buttons. */
import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import type { Problem } from '../../shared/problem.js';
import { useActions, useConsole, useSelect, useWords } from '../pieces/console-context.js';
import { ProblemNote } from '../pieces/problem-note.js';
import { BulkReject, BulkVerify } from './bulk-dialogs.js';
import { Refusals } from './refusals.js';

export const BulkBar = (): JSX.Element | null => {
  const { t, plural } = useWords();
  const { store } = useConsole().context;
  const actions = useActions();
  const count = useSelect((state) => state.chosen.ids.size);
  const busy = useSelect((state) => state.busy !== null);
  const [dialog, setDialog] = useState<'reject' | 'verify' | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);
  if (count === 0) return null;
  const at = async (action: 'claim' | 'release'): Promise<void> => setProblem(await actions.bulk.all({ action }));
  const button = (action: string, label: string, run: () => void): JSX.Element => (
    <button type="button" class="button small" data-action={`bulk-${action}`} disabled={busy} onClick={run}>
      {label}
    </button>
  );
  const close = (): void => setDialog(null);
  return (
    <div class="bulk-bar" role="toolbar" aria-label={t.speed.bulk}>
      <p role="status">{plural(count, t.speed.chosen)}</p>
      {button('claim', t.action.claim, () => void at('claim'))}
      {button('release', t.action.release, () => void at('release'))}
      {button('verify', t.speed.addAll, () => setDialog('verify'))}
      {button('reject', t.action.reject, () => setDialog('reject'))}
      {button('all', t.speed.chooseAll, () => store.dispatch({ type: 'chosen.all' }))}
      {button('none', t.speed.chooseNone, () => store.dispatch({ type: 'chosen.cleared' }))}
      <ProblemNote problem={problem} />
      <Refusals problem={problem} />
      {dialog === 'reject' && <BulkReject onClose={close} />}
      {dialog === 'verify' && <BulkVerify onClose={close} />}
    </div>
  );
};

/** What is chosen, and what can be done with all of it. The keys press these buttons. */
import type { JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { useConsole, useSelect, useWords } from '../pieces/console-context.js';
import { ProblemNote } from '../pieces/problem-note.js';
import { BulkReject, BulkVerify } from './bulk-dialogs.js';
import { Refusals } from './refusals.js';
import { useBulk } from './use-bulk.js';

export const BulkBar = (): JSX.Element => {
  const { t, plural } = useWords();
  const { store } = useConsole().context;
  const bulk = useBulk();
  const count = useSelect((state) => state.chosen.ids.size);
  const busy = useSelect((state) => state.busy !== null);
  const [dialog, setDialog] = useState<'reject' | 'verify' | null>(null);
  const isAny = count > 0;
  // What was refused of another choice says nothing about the next one.
  useEffect(() => bulk.forget(), [isAny]);
  const button = (action: string, label: string, run: () => void): JSX.Element => (
    <button type="button" class="button small" data-action={`bulk-${action}`} disabled={busy} onClick={run}>
      {label}
    </button>
  );
  const close = (): void => setDialog(null);
  return (
    <>
      {isAny && (
        <div class="bulk-bar" role="toolbar" aria-label={t.speed.bulk}>
          <p role="status">{plural(count, t.speed.chosen)}</p>
          {button('claim', t.action.claim, () => void bulk.all({ action: 'claim' }))}
          {button('release', t.action.release, () => void bulk.all({ action: 'release' }))}
          {button('verify', t.speed.addAll, () => setDialog('verify'))}
          {button('reject', t.action.reject, () => setDialog('reject'))}
          {button('all', t.speed.chooseAll, () => store.dispatch({ type: 'chosen.all' }))}
          {button('none', t.speed.chooseNone, () => store.dispatch({ type: 'chosen.cleared' }))}
          <ProblemNote problem={bulk.refused?.problem ?? null} />
          <Refusals refused={bulk.refused} />
        </div>
      )}
      {/* Whatever becomes of the choice, what is typed stays until it was done or given up. */}
      {dialog === 'reject' && <BulkReject onClose={close} />}
      {dialog === 'verify' && <BulkVerify onClose={close} />}
    </>
  );
};

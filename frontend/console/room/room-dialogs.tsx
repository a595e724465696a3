/** Whichever dialog is open. */
import type { JSX } from 'preact';
import { MergeDialog } from '../duplicates/merge-dialog.js';
import { SplitDialog } from '../duplicates/split-dialog.js';
import { StatusDialog } from '../incident/incident-dialogs.js';
import { useConsole, useSelect } from '../pieces/console-context.js';
import { PaletteDialog } from '../palette/palette-dialog.js';
import { AskDialog, RejectDialog, ReopenDialog } from '../report/triage-dialogs.js';
import { VerifyDialog } from '../report/verify-dialog.js';
import { HandOverDialog } from '../together/hand-over-dialog.js';
import { TakeOverDialog } from '../together/take-over.js';
import { HelpDialog } from './help-dialog.js';
import { LeavingDialog } from './leaving-dialog.js';

const reportDialogs = {
  verify: VerifyDialog,
  reject: RejectDialog,
  ask: AskDialog,
  reopen: ReopenDialog,
  takeOver: TakeOverDialog,
};
const incidentDialogs = { merge: MergeDialog, split: SplitDialog, status: StatusDialog };

const Opened = (): JSX.Element | null => {
  const { store } = useConsole().context;
  const dialog = useSelect((state) => state.dialog);
  const { report, incident } = useSelect((state) => state.detail);
  const close = (): void => store.dispatch({ type: 'dialog.closed' });
  if (dialog === null) return null;
  if (dialog === 'handOver') return <HandOverDialog onClose={close} />;
  if (dialog === 'help') return <HelpDialog onClose={close} />;
  if (dialog === 'palette') return <PaletteDialog onClose={close} />;
  if (dialog === 'merge' || dialog === 'split' || dialog === 'status') {
    const Dialog = incidentDialogs[dialog];
    return incident && <Dialog incident={incident} onClose={close} />;
  }
  const Dialog = reportDialogs[dialog];
  return report && <Dialog report={report} onClose={close} />;
};

export const RoomDialogs = (): JSX.Element => (
  <>
    <Opened />
    <LeavingDialog />
  </>
);

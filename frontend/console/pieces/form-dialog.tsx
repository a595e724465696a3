/** A dialog with one form: submit, cancel, the fault of the last try, and a busy button while it is on its way. */
import type { ComponentChildren, JSX } from 'preact';
import { useState } from 'preact/hooks';
import type { Problem } from '../../shared/problem.js';
import { HeldMeanwhile } from '../together/take-over.js';
import { MeanwhileDone } from '../together/meanwhile-done.js';
import { useSelect, useWords } from './console-context.js';
import { Modal } from './modal.js';
import { ProblemNote } from './problem-note.js';

interface FormDialogProps {
  title: string;
  submit: string;
  danger?: boolean;
  wide?: boolean;
  onClose: () => void;
  /** Answers `stay` when the form itself has a fault to show, else what went wrong. */
  onSubmit: () => Promise<Problem | null> | 'stay';
  children: ComponentChildren;
}

/** Words, which cost an effort; not a choice, nor words to search by. */
const isText = (target: EventTarget | null): boolean =>
  target instanceof HTMLTextAreaElement || (target instanceof HTMLInputElement && target.type === 'text');

export const FormDialog = (props: FormDialogProps): JSX.Element => {
  const { t } = useWords();
  const [problem, setProblem] = useState<Problem | null>(null);
  const [typed, setTyped] = useState(false);
  const [asking, setAsking] = useState(false);
  const busy = useSelect((state) => state.busy !== null);
  // Esc and a click beside the dialog are easily done by mistake; Cancel says what it does.
  const leave = (): void => (typed && !asking ? setAsking(true) : asking ? setAsking(false) : props.onClose());
  const send = async (): Promise<void> => {
    const outcome = props.onSubmit();
    if (outcome === 'stay') return;
    const failed = await outcome;
    setProblem(failed);
    if (failed === null) props.onClose();
  };
  return (
    <Modal title={props.title} onClose={leave} {...(props.wide ? { wide: true } : {})}>
      <form
        class="form"
        noValidate
        onInput={(event) => isText(event.target) && setTyped(true)}
        onSubmit={(event) => {
          event.preventDefault();
          void send();
        }}
      >
        <div class="form-fields">
          {props.children}
          <ProblemNote problem={problem} />
          <MeanwhileDone refused={problem?.status === 409 || problem?.stale === true} />
          {problem?.status === 409 && <HeldMeanwhile onTaken={() => setProblem(null)} />}
        </div>
        {asking ? (
          <footer class="form-actions">
            <span class="spacer" role="alert">
              {t.edit.unsavedLost}
            </span>
            <button type="button" class="button" onClick={props.onClose}>
              {t.edit.discard}
            </button>
            <button type="button" class="button primary" autoFocus onClick={() => setAsking(false)}>
              {t.edit.keep}
            </button>
          </footer>
        ) : (
          <footer class="form-actions">
            <button type="button" class="button" onClick={props.onClose}>
              {t.common.cancel}
            </button>
            <button type="submit" class={props.danger ? 'button danger' : 'button primary'} disabled={busy}>
              {props.submit}
            </button>
          </footer>
        )}
      </form>
    </Modal>
  );
};

/** One question before something that cannot be undone by a click. */
import type { JSX } from 'preact';
import type { Problem } from '../../shared/problem.js';
import { FormDialog } from './form-dialog.js';

interface ConfirmProps {
  question: string;
  submit: string;
  onClose: () => void;
  onConfirm: () => Promise<Problem | null>;
}

export const ConfirmDialog = ({ question, submit, onClose, onConfirm }: ConfirmProps): JSX.Element => (
  <FormDialog title={submit} submit={submit} danger onClose={onClose} onSubmit={onConfirm}>
    <p>{question}</p>
  </FormDialog>
);

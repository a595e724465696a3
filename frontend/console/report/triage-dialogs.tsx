/** Reject, ask and reopen: each a question or two, then done. */
import type { RejectionReason, ReportDetail } from '@atesto/contract';
import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { rejectionReasons } from '../address/words.js';
import { useActions, useWords } from '../pieces/console-context.js';
import { ReadyAnswers } from '../answers/ready-answers.js';
import { Field } from '../pieces/field.js';
import { FormDialog } from '../pieces/form-dialog.js';
import { fill } from '../texts/forms.js';

export interface ReportDialogProps {
  report: ReportDetail;
  onClose: () => void;
}

export const RejectDialog = ({ report, onClose }: ReportDialogProps): JSX.Element => {
  const { t } = useWords();
  const actions = useActions();
  const [reason, setReason] = useState<RejectionReason | null>(null);
  const [note, setNote] = useState('');
  const [tried, setTried] = useState(false);
  const submit = (): ReturnType<typeof actions.report.reject> | 'stay' => {
    setTried(true);
    return reason === null
      ? 'stay'
      : actions.report.reject(report.id, { reason, ...(note.trim() === '' ? {} : { note: note.trim() }) });
  };
  return (
    <FormDialog title={t.reject.title} submit={t.reject.submit} danger onClose={onClose} onSubmit={submit}>
      <fieldset class="choices">
        <legend>{t.reject.reason}</legend>
        {rejectionReasons.map((one, at) => (
          <label key={one} class="check">
            <input
              type="radio"
              name="reason"
              autoFocus={at === 0}
              checked={reason === one}
              onChange={() => setReason(one)}
            />
            {t.rejection[one]}
          </label>
        ))}
        {tried && reason === null && (
          <p class="fault" role="alert">
            {t.reject.choose}
          </p>
        )}
      </fieldset>
      <Field label={t.reject.note} optional>
        {(wiring) => (
          <textarea
            {...wiring}
            rows={3}
            maxLength={2000}
            value={note}
            onInput={(event) => setNote(event.currentTarget.value)}
          />
        )}
      </Field>
    </FormDialog>
  );
};

export const AskDialog = ({ report, onClose }: ReportDialogProps): JSX.Element => {
  const { t } = useWords();
  const actions = useActions();
  const [text, setText] = useState('');
  const [tried, setTried] = useState(false);
  const submit = (): ReturnType<typeof actions.report.ask> | 'stay' => {
    setTried(true);
    return text.trim() === '' ? 'stay' : actions.report.ask(report.id, text.trim());
  };
  return (
    <FormDialog title={t.ask.title} submit={t.ask.submit} onClose={onClose} onSubmit={submit}>
      <blockquote class="quote" dir="auto">
        {report.text}
      </blockquote>
      <ReadyAnswers report={report} onChoose={(words) => setText((now) => (now === '' ? words : `${now}\n${words}`))} />
      <Field
        label={t.ask.text}
        hint={report.contactable ? fill(t.ask.hint, { channel: t.channel[report.channel] }) : t.ask.noContact}
        fault={tried && text.trim() === '' ? t.ask.missing : null}
      >
        {(wiring) => (
          <textarea
            {...wiring}
            rows={4}
            maxLength={2000}
            autoFocus
            value={text}
            onInput={(event) => setText(event.currentTarget.value)}
          />
        )}
      </Field>
    </FormDialog>
  );
};

export const ReopenDialog = ({ report, onClose }: ReportDialogProps): JSX.Element => {
  const { t } = useWords();
  const actions = useActions();
  const [note, setNote] = useState('');
  return (
    <FormDialog
      title={t.reopen.title}
      submit={t.reopen.submit}
      onClose={onClose}
      onSubmit={() => actions.report.reopen(report.id, note.trim())}
    >
      <Field label={t.reopen.note} optional>
        {(wiring) => (
          <textarea
            {...wiring}
            rows={3}
            maxLength={2000}
            autoFocus
            value={note}
            onInput={(event) => setNote(event.currentTarget.value)}
          />
        )}
      </Field>
    </FormDialog>
  );
};

/** Changing the status of an incident, with a reason. */
import type { IncidentDetail, IncidentStatus } from '@atesto/contract';
import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import type { Problem } from '../../shared/problem.js';
import { useActions, useWords } from '../pieces/console-context.js';
import { Field } from '../pieces/field.js';
import { FormDialog } from '../pieces/form-dialog.js';
import { WordSelect } from '../pieces/selects.js';

export interface IncidentDialogProps {
  incident: IncidentDetail;
  onClose: () => void;
}

/** Where each status may go; the server holds the table, this spares a refusal. */
export const nextStatuses: Record<IncidentStatus, readonly IncidentStatus[]> = {
  open: ['responding', 'resolved'],
  responding: ['resolved', 'open'],
  resolved: ['open'],
};

export const StatusDialog = ({ incident, onClose }: IncidentDialogProps): JSX.Element => {
  const { t } = useWords();
  const actions = useActions();
  const choices = nextStatuses[incident.status];
  const [status, setStatus] = useState<IncidentStatus>(choices[0] ?? 'open');
  const [reason, setReason] = useState('');
  const [open, setOpen] = useState(false);
  const [tried, setTried] = useState(false);
  const submit = (): Promise<Problem | null> | 'stay' => {
    setTried(true);
    if (reason.trim() === '') return 'stay';
    return actions.incident.changeStatus(incident.id, { status, reason: reason.trim(), public: open });
  };
  return (
    <FormDialog title={t.status.title} submit={t.status.submit} onClose={onClose} onSubmit={submit}>
      <Field label={t.status.next}>
        {(wiring) => (
          <WordSelect
            {...wiring}
            value={status}
            words={choices}
            label={(word) => t.incidentStatus[word]}
            onChange={(next) => setStatus(next)}
          />
        )}
      </Field>
      <Field
        label={t.status.reason}
        hint={t.status.reasonHint}
        fault={tried && reason.trim() === '' ? t.status.missing : null}
      >
        {(wiring) => (
          <textarea
            {...wiring}
            rows={3}
            maxLength={2000}
            autoFocus
            value={reason}
            onInput={(event) => setReason(event.currentTarget.value)}
          />
        )}
      </Field>
      <label class="check">
        <input type="checkbox" checked={open} onChange={(event) => setOpen(event.currentTarget.checked)} />
        {t.status.public}
      </label>
      {!open && <p class="hint">{t.status.publicOff}</p>}
    </FormDialog>
  );
};

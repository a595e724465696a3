/** Rejecting all chosen reports with one reason, or adding all of them to one incident. */
import type { RejectionReason } from '@atesto/contract';
import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import type { Problem } from '../../shared/problem.js';
import { rejectionReasons } from '../address/words.js';
import { IncidentPicker } from '../incident/incident-picker.js';
import { useWords } from '../pieces/console-context.js';
import { Field } from '../pieces/field.js';
import { FormDialog } from '../pieces/form-dialog.js';
import { Refusals } from './refusals.js';
import { useBulkOnce } from './use-bulk.js';

interface Closing {
  onClose: () => void;
}

export const BulkReject = ({ onClose }: Closing): JSX.Element => {
  const { t, plural } = useWords();
  const bulk = useBulkOnce();
  const [reason, setReason] = useState<RejectionReason | null>(null);
  const [note, setNote] = useState('');
  const [tried, setTried] = useState(false);
  const submit = (): Promise<Problem | null> | 'stay' => {
    setTried(true);
    if (reason === null) return 'stay';
    const said = note.trim();
    return bulk.send({ action: 'reject', reason, ...(said !== '' && { note: said }) });
  };
  return (
    <FormDialog
      title={plural(bulk.count, t.speed.rejectAll)}
      submit={t.reject.submit}
      danger
      onClose={onClose}
      onSubmit={submit}
    >
      <fieldset class="choices">
        <legend>{t.reject.reason}</legend>
        {rejectionReasons.map((one, at) => (
          <label key={one} class="check">
            <input
              type="radio"
              name="bulk-reason"
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
            rows={2}
            maxLength={2000}
            value={note}
            onInput={(event) => setNote(event.currentTarget.value)}
          />
        )}
      </Field>
      <Refusals refused={bulk.refused} />
    </FormDialog>
  );
};

export const BulkVerify = ({ onClose }: Closing): JSX.Element => {
  const { t, plural } = useWords();
  const bulk = useBulkOnce();
  const [incident, setIncident] = useState<string | null>(null);
  const [tried, setTried] = useState(false);
  const submit = (): Promise<Problem | null> | 'stay' => {
    setTried(true);
    return incident === null ? 'stay' : bulk.send({ action: 'verify', incident });
  };
  return (
    <FormDialog
      title={plural(bulk.count, t.speed.verifyAll)}
      submit={t.speed.addAll}
      onClose={onClose}
      onSubmit={submit}
    >
      <IncidentPicker around={null} chosen={incident} onChoose={setIncident} />
      {tried && incident === null && (
        <p class="fault" role="alert">
          {t.speed.chooseIncident}
        </p>
      )}
      <Refusals refused={bulk.refused} />
    </FormDialog>
  );
};

/** How sure responders are: a mark with the word, and the form that changes it with a reason. */
import type { IncidentDetail, IncidentView } from '@atesto/contract';
import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import type { Problem } from '../../shared/problem.js';
import { confidences } from '../address/words.js';
import { useActions, useWords } from '../pieces/console-context.js';
import { Field } from '../pieces/field.js';
import { FormDialog } from '../pieces/form-dialog.js';
import { WordSelect } from '../pieces/selects.js';
import { useSeen } from '../pieces/use-seen.js';

/** Unconfirmed is how each begins and needs no mark in a list. */
export const ConfidenceMark = ({ incident }: { incident: IncidentView }): JSX.Element | null => {
  const { t } = useWords();
  if (incident.confidence === 'unconfirmed') return null;
  return <span class={`sure sure-${incident.confidence}`}>{t.evidence.confidence[incident.confidence]}</span>;
};

export const ConfidenceDialog = ({
  incident,
  onClose,
}: {
  incident: IncidentDetail;
  onClose: () => void;
}): JSX.Element => {
  const { t } = useWords();
  const actions = useActions();
  const [confidence, setConfidence] = useState(incident.confidence);
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const { seen, told } = useSeen(incident.version);
  const send = async (): Promise<Problem | null> => {
    const problem = await actions.incident.patch(incident.id, seen, { confidence, reason: reason.trim() });
    if (problem?.stale === true) told();
    return problem;
  };
  const submit = (): Promise<Problem | null> | 'stay' => {
    setTried(true);
    return reason.trim() === '' ? 'stay' : send();
  };
  return (
    <FormDialog title={t.evidence.howSure} submit={t.common.save} onClose={onClose} onSubmit={submit}>
      <Field label={t.evidence.howSure} hint={t.evidence.confidenceHint}>
        {(wiring) => (
          <WordSelect
            {...wiring}
            value={confidence}
            words={confidences}
            label={(word) => t.evidence.confidence[word]}
            onChange={setConfidence}
          />
        )}
      </Field>
      <Field
        label={t.evidence.reason}
        hint={t.evidence.reasonHint}
        fault={tried && reason.trim() === '' ? t.evidence.reasonMissing : null}
      >
        {(wiring) => (
          <textarea
            {...wiring}
            rows={3}
            maxLength={2000}
            value={reason}
            onInput={(event) => setReason(event.currentTarget.value)}
          />
        )}
      </Field>
    </FormDialog>
  );
};

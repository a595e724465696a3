/** Verifying: the report becomes a new incident, or part of one. What the public will see is said before it happens. */
import type { NewIncident, ReportDetail, Severity } from '@atesto/contract';
import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import type { Problem } from '../../shared/problem.js';
import { IncidentPicker } from '../incident/incident-picker.js';
import { useActions, useWords } from '../pieces/console-context.js';
import { Field } from '../pieces/field.js';
import { FormDialog } from '../pieces/form-dialog.js';
import { CategorySelect, SeveritySelect } from '../pieces/selects.js';
import { fill } from '../texts/forms.js';
import { OutcomeNote } from './outcome-note.js';
import { suggestedTitle } from './suggested-title.js';
import type { ReportDialogProps } from './triage-dialogs.js';

interface Draft {
  title: string;
  place: string;
  description: string;
  category: string | null;
  severity: Severity;
}

const bodyOf = (draft: Draft): NewIncident => ({
  title: draft.title.trim(),
  severity: draft.severity,
  ...(draft.category !== null && { category: draft.category }),
  ...(draft.place.trim() !== '' && { place: draft.place.trim() }),
  ...(draft.description.trim() !== '' && { description: draft.description.trim() }),
});

interface NewFieldsProps {
  report: ReportDetail;
  draft: Draft;
  change: (part: Partial<Draft>) => void;
  titleFault: string | null;
}

const NewFields = ({ report, draft, change, titleFault }: NewFieldsProps): JSX.Element => {
  const { t } = useWords();
  return (
    <>
      <Field label={t.verify.incidentTitle} hint={t.verify.incidentTitleHint} fault={titleFault}>
        {(wiring) => (
          <input
            {...wiring}
            type="text"
            maxLength={200}
            autoFocus
            autoComplete="off"
            value={draft.title}
            onInput={(event) => change({ title: event.currentTarget.value })}
          />
        )}
      </Field>
      {report.text !== '' && draft.title === '' && (
        <button type="button" class="button small" onClick={() => change({ title: suggestedTitle(report.text) })}>
          {t.verify.useText}
        </button>
      )}
      <div class="field-pair">
        <Field label={t.verify.category}>
          {(wiring) => (
            <CategorySelect {...wiring} value={draft.category} onChange={(category) => change({ category })} />
          )}
        </Field>
        <Field label={t.verify.severity}>
          {(wiring) => (
            <SeveritySelect {...wiring} value={draft.severity} onChange={(severity) => change({ severity })} />
          )}
        </Field>
      </div>
      <Field
        label={t.verify.place}
        optional
        hint={
          <>
            {t.verify.placeHint} {report.place && fill(t.verify.reporterSaid, { place: report.place })}
          </>
        }
      >
        {(wiring) => (
          <input
            {...wiring}
            type="text"
            maxLength={500}
            autoComplete="off"
            value={draft.place}
            onInput={(event) => change({ place: event.currentTarget.value })}
          />
        )}
      </Field>
      <Field label={t.verify.description} optional>
        {(wiring) => (
          <textarea
            {...wiring}
            rows={3}
            maxLength={5000}
            value={draft.description}
            onInput={(event) => change({ description: event.currentTarget.value })}
          />
        )}
      </Field>
      <OutcomeNote category={draft.category} located={report.location !== null} />
    </>
  );
};

export const VerifyDialog = ({ report, onClose }: ReportDialogProps): JSX.Element => {
  const { t } = useWords();
  const actions = useActions();
  const [how, setHow] = useState<'new' | 'existing'>('new');
  const [existing, setExisting] = useState<string | null>(null);
  const [tried, setTried] = useState(false);
  const [draft, setDraft] = useState<Draft>({
    title: '',
    place: '',
    description: '',
    category: report.category,
    severity: report.priority,
  });
  const submit = (): Promise<Problem | null> | 'stay' => {
    setTried(true);
    if (how === 'existing') return existing === null ? 'stay' : actions.report.verify(report.id, existing);
    return draft.title.trim() === '' ? 'stay' : actions.report.verify(report.id, bodyOf(draft));
  };
  return (
    <FormDialog
      title={t.verify.title}
      submit={how === 'new' ? t.verify.submitNew : t.verify.submitExisting}
      wide
      onClose={onClose}
      onSubmit={submit}
    >
      <blockquote class="quote" dir="auto">
        {report.text || t.queue.noText}
      </blockquote>
      <div class="segments" role="group" aria-label={t.verify.how}>
        <button type="button" aria-pressed={how === 'new'} onClick={() => setHow('new')}>
          {t.verify.asNew}
        </button>
        <button type="button" aria-pressed={how === 'existing'} onClick={() => setHow('existing')}>
          {t.verify.toExisting}
        </button>
      </div>
      {how === 'new' ? (
        <NewFields
          report={report}
          draft={draft}
          change={(part) => setDraft({ ...draft, ...part })}
          titleFault={tried && draft.title.trim() === '' ? t.verify.titleMissing : null}
        />
      ) : (
        <>
          <IncidentPicker around={report.location} chosen={existing} onChoose={setExisting} />
          {tried && existing === null && (
            <p class="fault" role="alert">
              {t.verify.chooseFirst}
            </p>
          )}
        </>
      )}
    </FormDialog>
  );
};

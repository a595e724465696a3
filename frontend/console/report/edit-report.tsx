/** What a responder may put right about a report. Its text is not among it. */
import type { ReportDetail } from '@atesto/contract';
import type { JSX } from 'preact';
import { useActions, useWords } from '../pieces/console-context.js';
import { EditForm } from '../pieces/edit-form.js';
import { Field } from '../pieces/field.js';
import { CategorySelect, SeveritySelect } from '../pieces/selects.js';

const fieldsOf = ({ category, priority, place, location }: ReportDetail) => ({ category, priority, place, location });

export const EditReport = ({ report, onClose }: { report: ReportDetail; onClose: () => void }): JSX.Element => {
  const { t } = useWords();
  const actions = useActions();
  return (
    <EditForm
      title={t.edit.titleReport}
      fresh={fieldsOf(report)}
      onClose={onClose}
      onSave={(changes) => actions.report.patch(report.id, report.version, changes)}
    >
      {(draft, change) => (
        <>
          <p class="hint">{t.edit.textStays}</p>
          <div class="field-pair">
            <Field label={t.detail.category}>
              {(wiring) => (
                <CategorySelect {...wiring} value={draft.category} onChange={(category) => change({ category })} />
              )}
            </Field>
            <Field label={t.detail.priority}>
              {(wiring) => (
                <SeveritySelect {...wiring} value={draft.priority} onChange={(priority) => change({ priority })} />
              )}
            </Field>
          </div>
          <Field label={t.edit.place}>
            {(wiring) => (
              <input
                {...wiring}
                type="text"
                maxLength={500}
                autoComplete="off"
                value={draft.place ?? ''}
                onInput={(event) => change({ place: event.currentTarget.value || null })}
              />
            )}
          </Field>
        </>
      )}
    </EditForm>
  );
};

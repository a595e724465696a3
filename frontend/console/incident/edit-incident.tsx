/** Everything about an incident that a responder may change by hand, its visibility included. */
import type { IncidentDetail } from '@atesto/contract';
import type { JSX } from 'preact';
import { visibilities } from '../address/words.js';
import { useActions, useWords } from '../pieces/console-context.js';
import { EditForm } from '../pieces/edit-form.js';
import { Field } from '../pieces/field.js';
import { CategorySelect, SeveritySelect, WordSelect } from '../pieces/selects.js';

const fieldsOf = (incident: IncidentDetail) => ({
  title: incident.title,
  description: incident.description,
  category: incident.category,
  severity: incident.severity,
  visibility: incident.visibility,
  place: incident.place,
  location: incident.location,
});

export const EditIncident = ({ incident, onClose }: { incident: IncidentDetail; onClose: () => void }): JSX.Element => {
  const { t } = useWords();
  const actions = useActions();
  return (
    <EditForm
      title={t.edit.titleIncident}
      fresh={fieldsOf(incident)}
      onClose={onClose}
      onSave={(changes) => actions.incident.patch(incident.id, incident.version, changes)}
    >
      {(draft, change) => (
        <>
          <Field label={t.verify.incidentTitle} hint={t.verify.incidentTitleHint}>
            {(wiring) => (
              <input
                {...wiring}
                type="text"
                maxLength={200}
                value={draft.title}
                onInput={(event) => change({ title: event.currentTarget.value })}
              />
            )}
          </Field>
          <Field label={t.verify.description}>
            {(wiring) => (
              <textarea
                {...wiring}
                rows={4}
                maxLength={5000}
                value={draft.description}
                onInput={(event) => change({ description: event.currentTarget.value })}
              />
            )}
          </Field>
          <Field label={t.detail.category}>
            {(wiring) => (
              <CategorySelect {...wiring} value={draft.category} onChange={(category) => change({ category })} />
            )}
          </Field>
          <div class="field-pair">
            <Field label={t.detail.severity}>
              {(wiring) => (
                <SeveritySelect {...wiring} value={draft.severity} onChange={(severity) => change({ severity })} />
              )}
            </Field>
            <Field label={t.detail.visibility}>
              {(wiring) => (
                <WordSelect
                  {...wiring}
                  value={draft.visibility}
                  words={visibilities}
                  label={(word) => t.visibility[word]}
                  onChange={(visibility) => change({ visibility })}
                />
              )}
            </Field>
          </div>
          <Field label={t.edit.place} hint={t.verify.placeHint}>
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

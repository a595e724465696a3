/** Merging: first the other incident is chosen, then both stand side by side and what holds is chosen field by field. */
import type { IncidentDetail } from '@atesto/contract';
import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { asProblem, type Problem } from '../../shared/problem.js';
import { here } from '../actions/context.js';
import type { IncidentDialogProps } from '../incident/incident-dialogs.js';
import { IncidentPicker } from '../incident/incident-picker.js';
import { useActions, useCategories, useConsole, useWords } from '../pieces/console-context.js';
import { fieldName, valueWords } from '../pieces/field-words.js';
import { FormDialog } from '../pieces/form-dialog.js';
import { fill } from '../texts/forms.js';
import { fieldsOf, firstChoice, isSame, mergeFields, type Choice, type MergeField } from './merge-fields.js';

interface Both {
  from: IncidentDetail;
  into: IncidentDetail;
}

const FieldRow = ({
  field,
  from,
  into,
  choice,
  onChoose,
}: Both & { field: MergeField; choice: Choice; onChoose: (choice: Choice) => void }): JSX.Element => {
  const words = useWords();
  const categories = useCategories();
  const texts = words.t.duplicates.merge;
  const name = fieldName(field, words) ?? field;
  const wordsOf = (incident: IncidentDetail): string => {
    const value = incident[field];
    return value === null || value === '' ? texts.empty : valueWords(field, value, words, categories);
  };
  if (isSame(field, from, into)) {
    return (
      <div class="merge-field">
        <p class="merge-name">{name}</p>
        <p class="merge-same" dir="auto">
          {wordsOf(into)} <span class="muted">({texts.same})</span>
        </p>
      </div>
    );
  }
  return (
    <fieldset class="merge-field">
      <legend class="merge-name">{name}</legend>
      <div class="merge-sides">
        {(['into', 'from'] as const).map((side) => {
          const incident = side === 'into' ? into : from;
          return (
            <label key={side} class={choice[field] === side ? 'merge-side merge-chosen' : 'merge-side'}>
              <input
                type="radio"
                name={`merge-${field}`}
                checked={choice[field] === side}
                onChange={() => onChoose({ ...choice, [field]: side })}
              />
              <span>
                <span class="muted">#{incident.number}</span> <span dir="auto">{wordsOf(incident)}</span>
              </span>
            </label>
          );
        })}
      </div>
    </fieldset>
  );
};

export const MergeDialog = ({ incident, onClose }: IncidentDialogProps): JSX.Element => {
  const { t } = useWords();
  const { context } = useConsole();
  const actions = useActions();
  const [into, setInto] = useState<IncidentDetail | null>(null);
  const [picked, setPicked] = useState<string | null>(null);
  const [choice, setChoice] = useState<Choice | null>(null);
  const [tried, setTried] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const pick = async (id: string): Promise<void> => {
    setPicked(id);
    setProblem(null);
    try {
      const found = await here(context).incident(id);
      setInto(found);
      setChoice(firstChoice(incident, found));
    } catch (error) {
      setProblem(asProblem(error));
    }
  };
  const send = async (seen: IncidentDetail, chosen: Choice): Promise<Problem | null> => {
    const fields = fieldsOf(chosen, incident, seen);
    const body = Object.keys(fields).length === 0 ? { into: seen.id } : { into: seen.id, fields };
    const failed = await actions.incident.merge(incident.id, seen.version, body);
    // What was chosen stays, beside what the other one says by now.
    if (failed?.stale === true)
      setInto(
        await here(context)
          .incident(seen.id)
          .catch(() => seen),
      );
    return failed;
  };
  const submit = (): Promise<Problem | null> | 'stay' => {
    setTried(true);
    return into === null || choice === null ? 'stay' : send(into, choice);
  };
  return (
    <FormDialog title={t.merge.title} submit={t.duplicates.merge.submit} wide onClose={onClose} onSubmit={submit}>
      {into === null || choice === null ? (
        <>
          <p>{t.merge.lead}</p>
          <IncidentPicker
            around={incident.location}
            except={incident.id}
            chosen={picked}
            onChoose={(id) => void pick(id)}
          />
          {(problem !== null || (tried && picked === null)) && (
            <p class="fault" role="alert">
              {problem?.message ?? t.merge.choose}
            </p>
          )}
        </>
      ) : (
        <>
          <p>{fill(t.duplicates.merge.lead, { number: Math.min(incident.number, into.number) })}</p>
          <button
            type="button"
            class="button small merge-other"
            onClick={() => {
              setInto(null);
              setPicked(null);
              setTried(false);
            }}
          >
            {t.duplicates.merge.other}
          </button>
          {mergeFields.map((field) => (
            <FieldRow key={field} field={field} from={incident} into={into} choice={choice} onChoose={setChoice} />
          ))}
        </>
      )}
    </FormDialog>
  );
};

/** What I typed beside what somebody else saved, field by field, with the choice which one stays. */
import type { JSX } from 'preact';
import { useCategories, useWords } from '../pieces/console-context.js';
import { fieldName, valueWords } from '../pieces/field-words.js';
import { fill } from '../texts/forms.js';

export interface Conflict {
  name: string;
  mine: unknown;
  theirs: unknown;
  keeps: 'mine' | 'theirs';
}

export const ConflictTable = ({
  conflicts,
  onKeep,
}: {
  conflicts: readonly Conflict[];
  onKeep: (name: string, which: 'mine' | 'theirs') => void;
}): JSX.Element => {
  const words = useWords();
  const categories = useCategories();
  const { meanwhile } = words.t.together;
  return (
    <div class="conflicts">
      {conflicts.map((conflict) => {
        const field = fieldName(conflict.name, words) ?? conflict.name;
        return (
          <fieldset key={conflict.name} class="conflict">
            <legend>
              <span aria-hidden="true">{field}</span>
              <span class="visually-hidden">{fill(meanwhile.choose, { field })}</span>
            </legend>
            {(['mine', 'theirs'] as const).map((which) => (
              <label key={which} class="conflict-side" data-kept={conflict.keeps === which}>
                <span class="conflict-head">
                  <input
                    type="radio"
                    name={`keep-${conflict.name}`}
                    checked={conflict.keeps === which}
                    onChange={() => onKeep(conflict.name, which)}
                  />
                  {which === 'mine' ? meanwhile.keepMine : meanwhile.keepTheirs}
                </span>
                <span class="conflict-value" dir="auto">
                  {valueWords(conflict.name, conflict[which], words, categories)}
                </span>
              </label>
            ))}
          </fieldset>
        );
      })}
    </div>
  );
};

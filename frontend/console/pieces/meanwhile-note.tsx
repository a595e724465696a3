/**
 * Tells somebody who is typing what others changed in the meantime. What only the others changed is followed; what both
 * changed stands side by side, and the person chooses.
 */
import type { JSX } from 'preact';
import { changedMeanwhile } from '../report/draft.js';
import { ConflictTable, type Conflict } from '../together/conflict-table.js';
import { fill } from '../texts/forms.js';
import { useCategories, useWords } from './console-context.js';
import { fieldName, valueWords } from './field-words.js';

interface MeanwhileProps {
  base: object;
  fresh: object;
  /** Fields that both changed, each to something else. */
  conflicts: readonly Conflict[];
  onKeep: (name: string, which: 'mine' | 'theirs') => void;
  /** Saving was refused because of it. */
  refused: boolean;
}

export const MeanwhileNote = ({ base, fresh, conflicts, onKeep, refused }: MeanwhileProps): JSX.Element | null => {
  const words = useWords();
  const categories = useCategories();
  const [was, is] = [base as Record<string, unknown>, fresh as Record<string, unknown>];
  const names = changedMeanwhile(was, is).filter((name) => !conflicts.some((conflict) => conflict.name === name));
  if (names.length === 0 && conflicts.length === 0 && !refused) return null;
  return (
    <div class="note note-warn" role="alert">
      <p>
        {words.t.edit.conflict} {conflicts.length > 0 ? words.t.together.meanwhile.both : words.t.edit.conflictAgain}
      </p>
      {names.length > 0 && (
        <ul>
          {names.map((name) => (
            <li key={name} dir="auto">
              {fill(words.t.edit.was, {
                field: fieldName(name, words) ?? name,
                before: valueWords(name, was[name], words, categories),
                after: valueWords(name, is[name], words, categories),
              })}
            </li>
          ))}
        </ul>
      )}
      {conflicts.length > 0 && <ConflictTable conflicts={conflicts} onKeep={onKeep} />}
    </div>
  );
};

/** Tells somebody who is typing what others changed in the meantime. */
import type { JSX } from 'preact';
import { changedMeanwhile } from '../report/draft.js';
import { fill } from '../texts/forms.js';
import { useCategories, useWords } from './console-context.js';
import { fieldName, valueWords } from './field-words.js';

interface MeanwhileProps {
  base: object;
  fresh: object;
  /** Saving was refused because of it. */
  refused: boolean;
}

export const MeanwhileNote = ({ base, fresh, refused }: MeanwhileProps): JSX.Element | null => {
  const words = useWords();
  const categories = useCategories();
  const [was, is] = [base as Record<string, unknown>, fresh as Record<string, unknown>];
  const names = changedMeanwhile(was, is);
  if (names.length === 0 && !refused) return null;
  return (
    <div class="note note-warn" role="alert">
      <p>
        {words.t.edit.conflict} {words.t.edit.conflictAgain}
      </p>
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
    </div>
  );
};

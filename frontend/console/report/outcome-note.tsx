/** Said before an incident is opened: whether the public will see it at once, and how exactly its place. */
import type { JSX } from 'preact';
import { distanceWords } from '../incident/distance.js';
import { useCategories, useSelect, useWords } from '../pieces/console-context.js';
import { Icon } from '../pieces/icon.js';
import { categoryOf } from '../queue/category-tree.js';
import { fill } from '../texts/forms.js';
import { outcomeFor } from './report-rules.js';

interface OutcomeNoteProps {
  category: string | null;
  /** Whether the report has a place; left out where that is not known. */
  located?: boolean;
}

export const OutcomeNote = ({ category, located = true }: OutcomeNoteProps): JSX.Element | null => {
  const { t, nameOf, language } = useWords();
  const categories = useCategories();
  const deployment = useSelect((state) => state.deployment.view);
  if (deployment === null) return null;
  const outcome = outcomeFor(deployment, category);
  const chosen = categoryOf(categories, category);
  const words = (): string => {
    if (!outcome.public) {
      if (outcome.because === 'policy') return t.verify.internalPolicy;
      return fill(t.verify.internalSensitive, { category: chosen ? nameOf(chosen) : '' });
    }
    const distance = distanceWords(outcome.precisionMetres, language);
    const precision = outcome.precisionMetres === 0 ? t.verify.exact : fill(t.verify.snapped, { distance });
    return fill(t.verify.willBePublic, { precision });
  };
  return (
    <div class={outcome.public ? 'note note-warn' : 'note'} role="status">
      <p>
        <Icon name={outcome.public ? 'eye' : 'lock'} size={16} /> {words()}
      </p>
      {!located && <p>{t.verify.noLocation}</p>}
    </div>
  );
};

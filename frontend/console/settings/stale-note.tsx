/** Somebody else saved first: nothing typed is lost, and the person decides. */
import type { JSX } from 'preact';
import { useWords } from '../pieces/console-context.js';

interface StaleNoteProps {
  onLoadTheirs: () => void;
  onSaveMine: () => void;
}

export const StaleNote = ({ onLoadTheirs, onSaveMine }: StaleNoteProps): JSX.Element => {
  const { t } = useWords();
  return (
    <div class="note note-warn" role="alert">
      <p>{t.settings.stale}</p>
      <div class="button-line">
        <button type="button" class="button small" onClick={onLoadTheirs}>
          {t.settings.loadTheirs}
        </button>
        <button type="button" class="button small" onClick={onSaveMine}>
          {t.settings.saveOver}
        </button>
      </div>
    </div>
  );
};

/** The offer to take back what was just done; the key presses this button. */
import type { JSX } from 'preact';
import { keyOf } from '../keyboard/key-map.js';
import { useActions, useSelect, useWords } from '../pieces/console-context.js';
import type { UndoOffer } from '../store/state.js';

export const UndoButton = ({ offer }: { offer: UndoOffer }): JSX.Element => {
  const { t } = useWords();
  const undo = useActions().undo;
  const busy = useSelect((state) => state.busy !== null);
  return (
    <button
      type="button"
      class="button notice-undo"
      data-action="undo"
      disabled={busy}
      aria-keyshortcuts={keyOf.undo}
      onClick={() => void undo(offer)}
    >
      {offer.again ? t.speed.redo : t.speed.undo}
      <kbd aria-hidden="true">{keyOf.undo}</kbd>
    </button>
  );
};

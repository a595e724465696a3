/** Beside an entry of the history: take it back, for who did it and for coordinators. */
import type { HistoryEntry } from '@atesto/contract';
import type { JSX } from 'preact';
import { useActions, useSelect, useWords } from '../pieces/console-context.js';
import { mayHere } from '../pieces/rights.js';
import { fill } from '../texts/forms.js';
import { entryOffer, titleOf } from './entry-title.js';

export const UndoOfEntry = ({ entry }: { entry: HistoryEntry }): JSX.Element | null => {
  const { t } = useWords();
  const undo = useActions().undo;
  const me = useSelect((state) => state.session.view?.user.id ?? null);
  const mayAll = useSelect(mayHere('deployment.edit'));
  const mayOwn = useSelect(mayHere('reports.triage'));
  const busy = useSelect((state) => state.busy !== null);
  const isMine = entry.by !== null && entry.by.id === me && mayOwn;
  if (!entry.undoable || !(isMine || mayAll)) return null;
  const offer = entryOffer(entry);
  const label = offer.again ? t.speed.redo : t.speed.undo;
  return (
    <button
      type="button"
      class="button quiet small history-undo"
      disabled={busy}
      aria-label={fill(t.speed.undoOf, { undo: label, what: titleOf(entry, t) })}
      onClick={() => void undo(offer)}
    >
      {label}
    </button>
  );
};

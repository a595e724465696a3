/** Beside an entry of the history: take it back, for who did it and for coordinators; what takes others along is asked first. */
import type { HistoryEntry } from '@atesto/contract';
import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { ConfirmDialog } from '../pieces/confirm-dialog.js';
import { useActions, useSelect, useWords } from '../pieces/console-context.js';
import { mayHere } from '../pieces/rights.js';
import { fill } from '../texts/forms.js';
import { entryOffer, titleOf } from './entry-title.js';

export const UndoOfEntry = ({ entry }: { entry: HistoryEntry }): JSX.Element | null => {
  const { t, plural } = useWords();
  const undo = useActions().undo;
  const me = useSelect((state) => state.session.view?.user.id ?? null);
  const mayAll = useSelect(mayHere('deployment.edit'));
  const mayOwn = useSelect(mayHere('reports.triage'));
  const busy = useSelect((state) => state.busy !== null);
  const [asking, setAsking] = useState(false);
  const isMine = entry.by !== null && entry.by.id === me && mayOwn;
  if (!entry.undoable || !(isMine || mayAll)) return null;
  const offer = entryOffer(entry);
  const isMany = entry.reports > 1;
  const word = offer.again ? t.speed.redo : t.speed.undo;
  const label = isMany ? fill(plural(entry.reports, t.speed.undoMany), { undo: word }) : word;
  return (
    <>
      <button
        type="button"
        class="button quiet small history-undo"
        disabled={busy}
        aria-label={fill(t.speed.undoOf, { undo: label, what: titleOf(entry, t) })}
        onClick={() => (isMany ? setAsking(true) : void undo(offer))}
      >
        {label}
      </button>
      {asking && (
        <ConfirmDialog
          question={plural(entry.reports, offer.again ? t.speed.redoManyAsked : t.speed.undoManyAsked)}
          submit={label}
          onClose={() => setAsking(false)}
          onConfirm={async () => {
            // What went wrong is told in the strip, as for one report.
            await undo(offer);
            return null;
          }}
        />
      )}
    </>
  );
};

/** One hand-over to be read, or printed and laid on the table. */
import type { HandOverView } from '@atesto/contract';
import type { JSX } from 'preact';
import { useActions, useWords } from '../pieces/console-context.js';
import { Modal } from '../pieces/modal.js';
import { fill } from '../texts/forms.js';

export const HandOverSheet = ({ made, onClose }: { made: HandOverView; onClose: () => void }): JSX.Element => {
  const { t, format } = useWords();
  const actions = useActions();
  const words = t.together.handOver;
  return (
    <Modal title={words.one} onClose={onClose} wide>
      <div class="print-sheet">
        <p>
          <strong>{fill(words.fromTo, { from: made.by.name, to: made.to?.name ?? words.queue })}</strong>
          <br />
          <time dateTime={made.at}>{format.absolute(made.at)}</time>
        </p>
        <p class="sheet-note" dir="auto">
          {made.note}
        </p>
        <ol class="sheet-items">
          {made.items.map(({ about, title, note }) => (
            <li key={about.id}>
              <button
                type="button"
                class="link"
                onClick={() => {
                  onClose();
                  actions.room.select(about);
                }}
              >
                <bdi>{title || t.queue.noText}</bdi>
              </button>
              {note !== null && <p dir="auto">{note}</p>}
            </li>
          ))}
        </ol>
      </div>
      <div class="form-actions">
        <button type="button" class="button" onClick={() => print()}>
          {words.print}
        </button>
        <button type="button" class="button primary" autoFocus onClick={onClose}>
          {t.common.close}
        </button>
      </div>
    </Modal>
  );
};

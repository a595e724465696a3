/** The box by which a report is chosen; with Shift all between the last one and this. */
import type { JSX } from 'preact';
import { useConsole, useSelect, useWords } from '../pieces/console-context.js';
import { mayHere } from '../pieces/rights.js';
import { fill } from '../texts/forms.js';
import type { Row } from '../queue/row.js';

export const RowCheck = ({ row }: { row: Row }): JSX.Element | null => {
  const { t } = useWords();
  const { store } = useConsole().context;
  const isChosen = useSelect((state) => state.chosen.ids.has(row.id));
  const tab = useSelect((state) => (state.address.screen === 'room' ? state.address.tab : null));
  const mayDecide = useSelect(mayHere('reports.triage'));
  if (row.kind !== 'report' || tab !== 'reports' || !mayDecide) return null;
  return (
    <input
      type="checkbox"
      class="row-check"
      checked={isChosen}
      aria-label={fill(t.speed.choose, { words: row.report.text.slice(0, 60) || t.queue.noText })}
      onClick={(event) => store.dispatch({ type: 'chosen.toggled', id: row.id, range: event.shiftKey })}
    />
  );
};

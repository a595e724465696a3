/** Says on the map that it shows what the list has loaded, where the filter is one that the map's tiles do not know. */
import type { JSX } from 'preact';
import { isListOnly } from '../map/list-marks.js';
import { useSelect, useWords } from '../pieces/console-context.js';

export const ListOnlyNote = (): JSX.Element | null => {
  const { t, plural } = useWords();
  const address = useSelect((state) => state.address);
  const { rows, next, phase } = useSelect((state) => state.queue);
  const layers = useSelect((state) => state.layers);
  const isDrawing = useSelect((state) => state.drawing !== null);
  if (address.screen !== 'room' || isDrawing || phase !== 'ready' || !isListOnly(address.filter, address.tab))
    return null;
  const [own, other] =
    address.tab === 'incidents' ? (['incidents', 'reports'] as const) : (['reports', 'incidents'] as const);
  if (!layers[own]) return null;
  return (
    <p class="map-note" role="status">
      {plural(rows.length, t.finding.mapOfList[own])}
      {next !== null && ` ${t.finding.mapOfListMore}`}
      {layers[other] && ` ${t.finding.mapOfOthers[other]}`}
    </p>
  );
};

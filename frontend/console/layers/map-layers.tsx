/** The layers on the map of the room: which are shown, what they mean; a press on an area says in which state it is. */
import type L from 'leaflet';
import type { JSX } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { useSelect, useWords } from '../pieces/console-context.js';
import { mayHere } from '../pieces/rights.js';
import { AreaDialog } from './area-dialog.js';
import { useOverlaySet, type OpenArea } from './use-overlay-set.js';

export const MapLayers = ({ map }: { map: L.Map | null }): JSX.Element | null => {
  const { t } = useWords();
  const may = useSelect(mayHere('areas.edit'));
  const [open, setOpen] = useState<OpenArea | null>(null);
  const list = useRef<HTMLDivElement>(null);
  const { set, panel } = useOverlaySet(map, may ? setOpen : null);
  const isEmpty = (set?.items ?? []).length === 0;
  useEffect(() => {
    if (panel !== null) list.current?.replaceChildren(panel);
  }, [panel, isEmpty]);
  if (isEmpty) return null;
  return (
    <>
      <details class="map-legend map-overlays">
        <summary>{t.layers.onMap}</summary>
        <div ref={list} />
      </details>
      {open !== null && <AreaDialog key={open.area.id} {...open} onClose={() => setOpen(null)} />}
    </>
  );
};

/** The layers on a map of their own, as others see them; a press on an area says in which state it is. */
import type L from 'leaflet';
import type { JSX } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { createMap } from '../../shared/leaflet/index.js';
import { useSelect, useWords } from '../pieces/console-context.js';
import { mayHere } from '../pieces/rights.js';
import { AreaDialog } from './area-dialog.js';
import { useOverlaySet, type OpenArea } from './use-overlay-set.js';

export const LayersMap = (): JSX.Element => {
  const { t, language } = useWords();
  const area = useSelect((state) => state.deployment.view?.area ?? null);
  const may = useSelect(mayHere('areas.edit'));
  const place = useRef<HTMLDivElement>(null);
  const list = useRef<HTMLDivElement>(null);
  const [map, setMap] = useState<L.Map | null>(null);
  const [open, setOpen] = useState<OpenArea | null>(null);
  useEffect(() => {
    if (place.current === null || area === null) return;
    const made = createMap(place.current, { bounds: area, language });
    setMap(made);
    return () => {
      setMap(null);
      made.remove();
    };
  }, [language, area?.west, area?.south, area?.east, area?.north]);
  const { panel } = useOverlaySet(map, may ? setOpen : null);
  useEffect(() => {
    if (panel !== null) list.current?.replaceChildren(panel);
  }, [panel]);
  return (
    <section class="layers-preview" aria-label={t.layers.preview}>
      <div class="layers-map" ref={place} />
      <div class="layers-panel" ref={list} />
      {open !== null && <AreaDialog {...open} onClose={() => setOpen(null)} />}
    </section>
  );
};

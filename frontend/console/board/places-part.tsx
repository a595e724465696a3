/** Where open reports lie, on a small map; the numbers stand on the circles. */
import type { JSX } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import L from 'leaflet';
import { createMap } from '../../shared/leaflet/index.js';
import { useConsole, useSelect, useWords } from '../pieces/console-context.js';
import type { PartProps } from './parts.js';
import { Tile } from './pieces.js';

export const PlacesPart = ({ overview }: PartProps): JSX.Element => {
  const { t, language, format, plural } = useWords();
  const { context } = useConsole();
  const place = useRef<HTMLDivElement>(null);
  const circles = useRef<L.LayerGroup | null>(null);
  const slug = useSelect((state) => state.deployment.view?.slug ?? null);
  useEffect(() => {
    const { view } = context.store.get().deployment;
    if (place.current === null || view === null) return;
    const map = createMap(place.current, { bounds: view.area, language });
    circles.current = L.layerGroup().addTo(map);
    return () => {
      circles.current = null;
      map.remove();
    };
  }, [slug, language]);
  useEffect(() => {
    const most = Math.max(1, ...overview.places.map(({ count }) => count));
    circles.current?.clearLayers();
    for (const { lat, lon, count } of overview.places) {
      const radius = 6 + 20 * Math.sqrt(count / most);
      const circle = L.circleMarker([lat, lon], { radius, className: 'board-circle' });
      circle.bindTooltip(format.number(count), {
        direction: 'center',
        permanent: radius > 14,
        className: 'board-count',
      });
      circles.current?.addLayer(circle);
    }
  }, [overview.places, language]);
  const located = overview.places.reduce((sum, { count }) => sum + count, 0);
  return (
    <Tile title={t.board.places} counted={t.board.placesCounted} wide>
      <p>{plural(located, t.board.located)}</p>
      <div class="board-map" ref={place} />
    </Tile>
  );
};

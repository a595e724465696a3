/** A small map that shows the area typed so far, and hands over what it shows. */
import type { Bounds } from '@atesto/contract';
import L from 'leaflet';
import type { JSX } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { createMap } from '../../shared/leaflet/index.js';
import { useWords } from '../pieces/console-context.js';

const rounded = (degrees: number): number => Math.round(degrees * 1e4) / 1e4;
const within = (degrees: number, most: number): number => Math.max(-most, Math.min(most, rounded(degrees)));

export const boundsShown = (map: L.Map): Bounds => {
  const shown = map.getBounds();
  return {
    west: within(shown.getWest(), 180),
    south: within(shown.getSouth(), 90),
    east: within(shown.getEast(), 180),
    north: within(shown.getNorth(), 90),
  };
};

const cornersOf = (area: Bounds): L.LatLngBoundsExpression => [
  [area.south, area.west],
  [area.north, area.east < area.west ? area.east + 360 : area.east],
];

interface AreaMapProps {
  area: Bounds | null;
  onUse: (area: Bounds) => void;
}

export const AreaMap = ({ area, onUse }: AreaMapProps): JSX.Element => {
  const { t, language } = useWords();
  const place = useRef<HTMLDivElement>(null);
  const map = useRef<L.Map | null>(null);
  const frame = useRef<L.Rectangle | null>(null);

  useEffect(() => {
    if (place.current === null) return;
    map.current = createMap(place.current, {
      bounds: area ?? { west: -180, south: -60, east: 180, north: 75 },
      language,
    });
    return () => {
      map.current?.remove();
      map.current = null;
      frame.current = null;
    };
  }, [language]);

  useEffect(() => {
    if (map.current === null || area === null) return;
    frame.current ??= L.rectangle(cornersOf(area), { className: 'area-frame', interactive: false }).addTo(map.current);
    frame.current.setBounds(L.latLngBounds(cornersOf(area) as L.LatLngBoundsLiteral));
  }, [area?.west, area?.south, area?.east, area?.north]);

  return (
    <div class="area-map">
      <div class="area-map-element" ref={place} role="application" aria-label={t.settings.deployment.mapLabel} />
      <button
        type="button"
        class="button small area-map-use"
        onClick={() => map.current && onUse(boundsShown(map.current))}
      >
        {t.settings.deployment.useMap}
      </button>
    </div>
  );
};

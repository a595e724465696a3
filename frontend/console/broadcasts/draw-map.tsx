/** A map on which an area is drawn: each press is a corner, corners can be dragged, and the last one taken back. */
import type L from 'leaflet';
import type { JSX } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { createMap } from '../../shared/leaflet/index.js';
import { crossesItself, type Corner } from '../finding/area-ring.js';
import { cornerOf, RingEditor } from '../map/ring-editor.js';
import { useSelect, useWords } from '../pieces/console-context.js';

interface Props {
  corners: readonly Corner[];
  onChange: (corners: readonly Corner[]) => void;
}

export const DrawMap = ({ corners, onChange }: Props): JSX.Element => {
  const { t, plural, language } = useWords();
  const area = useSelect((state) => state.deployment.view?.area ?? null);
  const place = useRef<HTMLDivElement>(null);
  const [editor, setEditor] = useState<RingEditor | null>(null);
  const latest = useRef({ corners, onChange });
  latest.current = { corners, onChange };
  useEffect(() => {
    if (place.current === null || area === null) return;
    const map: L.Map = createMap(place.current, { bounds: area, language });
    setEditor(new RingEditor(map, (changed) => latest.current.onChange(changed)));
    map.on('click', ({ latlng }) => latest.current.onChange([...latest.current.corners, cornerOf(latlng)]));
    return () => {
      setEditor(null);
      map.remove();
    };
  }, [language, area?.west, area?.south, area?.east, area?.north]);
  useEffect(() => editor?.show(corners, true), [editor, corners]);
  const crosses = corners.length > 2 && crossesItself(corners);
  return (
    <div class="broadcast-area">
      <div class="broadcast-map" ref={place} role="application" aria-label={t.broadcasts.map} />
      <p class="broadcast-drawn">
        <span role="status" class={crosses ? 'fault' : 'muted'}>
          {crosses ? t.finding.areaCrosses : plural(corners.length, t.finding.corners)}
        </span>
        <span class="spacer" />
        <button
          type="button"
          class="button small"
          disabled={corners.length === 0}
          onClick={() => onChange(corners.slice(0, -1))}
        >
          {t.finding.areaBack}
        </button>
        <button type="button" class="button small" disabled={corners.length === 0} onClick={() => onChange([])}>
          {t.finding.areaClear}
        </button>
      </p>
    </div>
  );
};

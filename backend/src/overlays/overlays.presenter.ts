/** What leaves of an overlay: the public gets the keys that are listed here, responders some more. */
import type { OverlayDetail, OverlayView } from '@atesto/contract';
import type { OverlayRecord } from './overlays.queries.js';

/** Those of the parts that a map needs to draw it. */
const shownParts = ['url', 'layers', 'format', 'transparent', 'tiles', 'deepest', 'authority', 'states'] as const;

export function presentOverlay(row: OverlayRecord): OverlayView {
  const { details } = row;
  const parts = shownParts.flatMap((part) => (details[part] === undefined ? [] : [[part, details[part]]]));
  return {
    id: row.id,
    kind: row.kind,
    names: row.names,
    attribution: row.attribution,
    opacity: row.opacity,
    shown: row.shown,
    minZoom: row.min_zoom,
    maxZoom: row.max_zoom,
    bounds: details.bounds ?? null,
    file: row.file,
    ...(Object.fromEntries(parts) as Partial<OverlayView>),
  };
}

export function presentOverlayDetail(row: OverlayRecord): OverlayDetail {
  const { mapping, count = 0 } = row.details;
  return {
    ...presentOverlay(row),
    visibility: row.visibility,
    version: row.version,
    count,
    ...(mapping === undefined ? {} : { mapping }),
  };
}

/** Incidents as GeoJSON, RFC 7946: longitude first, no geometry where no place is known. Pure. */
import type { IncidentView, PublicIncident } from '@atesto/contract';

export function featureOf(incident: IncidentView | PublicIncident): Record<string, unknown> {
  const { id, location, ...properties } = incident;
  const coordinates = location === null ? null : [rounded(location.lon), rounded(location.lat)];
  return {
    type: 'Feature',
    id,
    geometry: coordinates === null ? null : { type: 'Point', coordinates },
    properties,
  };
}

/** Seven decimals are a centimetre. */
const rounded = (degrees: number): number => Math.round(degrees * 1e7) / 1e7;

export const geojsonStart = '{"type":"FeatureCollection","features":[\n';
export const geojsonEnd = '\n]}\n';

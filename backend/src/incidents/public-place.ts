/**
 * How precisely the public sees a place: the centre of a cell of a fixed grid. The same point always gives the same
 * cell, so watching for long tells no more than looking once. Pure.
 */

const metresPerDegree = 111_320;

export interface Point {
  lat: number;
  lon: number;
}

const centreOf = (value: number, step: number): number => (Math.floor(value / step) + 0.5) * step;

const rounded = (degrees: number): number => Math.round(degrees * 1e6) / 1e6;

/** `precisionMetres` is the side of a cell; 0 leaves the point as it is. */
export function snapToGrid(point: Point, precisionMetres: number): Point {
  if (precisionMetres === 0) return { lat: point.lat, lon: point.lon };
  const latStep = precisionMetres / metresPerDegree;
  const lat = Math.min(90, Math.max(-90, centreOf(point.lat, latStep)));
  // All points of a row share its width, so the row's own latitude decides it.
  const lonStep = Math.min(360, latStep / Math.max(0.01, Math.cos((lat * Math.PI) / 180)));
  const lon = Math.min(180, Math.max(-180, centreOf(point.lon, lonStep)));
  return { lat: rounded(lat), lon: rounded(lon) };
}

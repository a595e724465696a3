/**
 * How precisely the public sees a place: the centre of a cell of a fixed grid. The same point always gives the same
 * cell, so watching for long tells no more than looking once. Pure.
 */

import type { Bounds } from '@atesto/contract';

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

/**
 * Every true place that the public may see inside the box lies in this one: what an index on true places can be asked
 * for, before the blurred ones are compared.
 */
export function boxOfTruePlaces(box: Bounds, precisionMetres: number): Bounds {
  const latStep = precisionMetres / metresPerDegree;
  const [south, north] = [Math.max(-90, box.south - latStep), Math.min(90, box.north + latStep)];
  const steepest = Math.min(90, Math.max(Math.abs(south), Math.abs(north)) + latStep);
  const lonStep = Math.min(360, latStep / Math.max(0.01, Math.cos((steepest * Math.PI) / 180)));
  const [west, east] = [Math.max(-180, box.west - lonStep), Math.min(180, box.east + lonStep)];
  // A box across the antimeridian that has grown together is the whole round.
  return box.west > box.east && west <= east ? { west: -180, south, east: 180, north } : { west, south, east, north };
}

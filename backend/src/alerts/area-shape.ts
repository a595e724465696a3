/**
 * The areas of subscriptions and broadcasts: whether a point lies in one, and whether two touch. Plain arithmetic, so that
 * no area that somebody drew is ever handed to a geometry engine. Pure.
 */
import type { AlertArea, AlertAreaView, Bounds } from '@atesto/contract';
import { edgesMeet, invalidInput, parseArea, type Ring } from '../platform/index.js';

export interface Point {
  lat: number;
  lon: number;
}

export type Shape =
  { kind: 'everywhere' } | { kind: 'circle'; lat: number; lon: number; radius: number } | { kind: 'ring'; ring: Ring };

const earthMetres = 6_371_008.8;
const radians = (degrees: number): number => (degrees * Math.PI) / 180;
/** A little less than a degree has, so that boxes come out a little larger. */
const metresPerDegree = 111_000;

export function metresBetween(a: Point, b: Point): number {
  const [dLat, dLon] = [radians(b.lat - a.lat) / 2, radians(b.lon - a.lon) / 2];
  const h = Math.sin(dLat) ** 2 + Math.cos(radians(a.lat)) * Math.cos(radians(b.lat)) * Math.sin(dLon) ** 2;
  return 2 * earthMetres * Math.asin(Math.min(1, Math.sqrt(h)));
}

/** @throws Problem 422 for two areas at once, or one that is not sound */
export function shapeOf({ circle, area }: AlertArea): Shape {
  if (circle !== undefined && area !== undefined) {
    throw invalidInput([{ pointer: '/area', detail: 'must not be there together with a circle' }]);
  }
  if (circle !== undefined) return { kind: 'circle', lat: circle.lat, lon: circle.lon, radius: circle.radius };
  return area === undefined ? { kind: 'everywhere' } : { kind: 'ring', ring: parseArea(area) };
}

export interface AreaColumns {
  lat: number | null;
  lon: number | null;
  radius_metres: number | null;
  ring: string | null;
}

const written = (ring: Ring): string => ring.map((corner) => corner.join(',')).join(';');

export function columnsOf(shape: Shape): AreaColumns {
  const none = { lat: null, lon: null, radius_metres: null, ring: null };
  if (shape.kind === 'circle') return { ...none, lat: shape.lat, lon: shape.lon, radius_metres: shape.radius };
  return shape.kind === 'ring' ? { ...none, ring: written(shape.ring) } : none;
}

/** What was proved sound when it was kept. */
export function shapeOfColumns({ lat, lon, radius_metres: radius, ring }: AreaColumns): Shape {
  if (lat !== null && lon !== null && radius !== null) return { kind: 'circle', lat, lon, radius };
  if (ring === null) return { kind: 'everywhere' };
  const corners = ring.split(';').map((pair) => pair.split(',').map(Number));
  return { kind: 'ring', ring: corners.map(([x = 0, y = 0]) => [x, y] as const) };
}

export const shapeOfView = ({ circle, area }: AlertAreaView): Shape =>
  shapeOfColumns({ lat: null, lon: null, radius_metres: circle?.radius ?? null, ring: area, ...circle });

export function presentArea({ lat, lon, radius_metres: radius, ring }: AreaColumns): AlertAreaView {
  const circle = lat === null || lon === null || radius === null ? null : { lat, lon, radius };
  return { circle, area: ring };
}

/** A box around it, null where it has none that reaches neither a pole nor the antimeridian. */
export function boxOf(shape: Shape): Bounds | null {
  if (shape.kind === 'everywhere') return null;
  const box = shape.kind === 'circle' ? boxOfCircle(shape) : boxOfRing(shape.ring);
  return box.west < -180 || box.east > 180 || box.south < -89 || box.north > 89 ? null : box;
}

function boxOfCircle({ lat, lon, radius }: Point & { radius: number }): Bounds {
  const dLat = radius / metresPerDegree;
  const widest = Math.min(89.9, Math.abs(lat) + dLat);
  const dLon = dLat / Math.cos(radians(widest));
  return { west: lon - dLon, south: lat - dLat, east: lon + dLon, north: lat + dLat };
}

function boxOfRing(ring: Ring): Bounds {
  const [lons, lats] = [ring.map(([lon]) => lon), ring.map(([, lat]) => lat)];
  return {
    west: Math.min(...lons),
    south: Math.min(...lats),
    east: Math.max(...lons),
    north: Math.max(...lats),
  };
}

/** What reaches beyond the antimeridian is looked for on its other side as well. */
const turns = [0, 360, -360];
const shifted = (ring: Ring, by: number): Ring => ring.map(([lon, lat]) => [lon + by, lat] as const);
const corner = (ring: Ring, at: number): Ring[number] => ring[at % ring.length]!;

function insideRing(ring: Ring, { lat, lon }: Point): boolean {
  let isInside = false;
  for (let at = 0; at < ring.length; at++) {
    const [[x1, y1], [x2, y2]] = [corner(ring, at), corner(ring, at + 1)];
    if (y1 > lat !== y2 > lat && lon < ((x2 - x1) * (lat - y1)) / (y2 - y1) + x1) isInside = !isInside;
  }
  return isInside;
}

/** Whether the place lies in it; what has no place lies in no area but everywhere. */
export function holds(shape: Shape, place: Point | null): boolean {
  if (shape.kind === 'everywhere') return true;
  if (place === null) return false;
  if (shape.kind === 'circle') return metresBetween(shape, place) <= shape.radius;
  return turns.some((by) => insideRing(shape.ring, { lat: place.lat, lon: place.lon + by }));
}

export function touches(one: Shape, other: Shape): boolean {
  if (one.kind === 'everywhere' || other.kind === 'everywhere') return true;
  if (one.kind === 'circle' && other.kind === 'circle') {
    return metresBetween(one, other) <= one.radius + other.radius;
  }
  if (one.kind === 'circle') return other.kind === 'ring' && circleTouches(one, other.ring);
  if (other.kind === 'circle') return circleTouches(other, one.ring);
  return turns.some((by) => ringsTouch(one.ring, shifted(other.ring, by)));
}

function circleTouches(circle: Point & { radius: number }, ring: Ring): boolean {
  return turns.some((by) => {
    const near = shifted(ring, by);
    return insideRing(near, circle) || metresToRing(circle, near) <= circle.radius;
  });
}

/** On a plane that touches the earth at the point: exact enough as far as circles reach. */
function metresToRing(from: Point, ring: Ring): number {
  const perLat = radians(1) * earthMetres;
  const perLon = perLat * Math.cos(radians(from.lat));
  const flat = ring.map(([lon, lat]) => [(lon - from.lon) * perLon, (lat - from.lat) * perLat] as const);
  let least = Infinity;
  for (let at = 0; at < flat.length; at++) {
    const [[x1, y1], [x2, y2]] = [corner(flat, at), corner(flat, at + 1)];
    const [dx, dy] = [x2 - x1, y2 - y1];
    const length = dx * dx + dy * dy;
    const along = length === 0 ? 0 : Math.max(0, Math.min(1, -(x1 * dx + y1 * dy) / length));
    least = Math.min(least, Math.hypot(x1 + along * dx, y1 + along * dy));
  }
  return least;
}

function ringsTouch(one: Ring, other: Ring): boolean {
  const [[x1, y1], [x2, y2]] = [corner(one, 0), corner(other, 0)];
  if (insideRing(other, { lon: x1, lat: y1 }) || insideRing(one, { lon: x2, lat: y2 })) return true;
  return one.some((from, at) =>
    other.some((start, there) => edgesMeet(from, corner(one, at + 1), start, corner(other, there + 1))),
  );
}

/**
 * The area of a query as somebody drew it, `lon,lat;lon,lat;…`, as SQL. It is proved here that its edges neither cross nor
 * touch: the database asks no more than whether a point is inside, which needs no geometry engine that could throw.
 */
import type { FieldError } from '@atesto/contract';
import { invalidInput, type Problem } from './problem.js';

export type Ring = readonly (readonly [lon: number, lat: number])[];

const fault = (detail: string): Problem => invalidInput([{ pointer: '/area', detail } satisfies FieldError]);

/** Twice the area of the triangle: positive when `c` lies to the left of the way from `a` to `b`. */
const turn = (a: Ring[number], b: Ring[number], c: Ring[number]): number =>
  (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0]);

const isWithin = (a: Ring[number], b: Ring[number], c: Ring[number]): boolean =>
  Math.min(a[0], b[0]) <= c[0] &&
  c[0] <= Math.max(a[0], b[0]) &&
  Math.min(a[1], b[1]) <= c[1] &&
  c[1] <= Math.max(a[1], b[1]);

/** Whether the way from `a` to `b` and that from `c` to `d` have a point in common. */
export function edgesMeet(a: Ring[number], b: Ring[number], c: Ring[number], d: Ring[number]): boolean {
  const [abc, abd, cda, cdb] = [turn(a, b, c), turn(a, b, d), turn(c, d, a), turn(c, d, b)];
  if (abc * abd < 0 && cda * cdb < 0) return true;
  return (
    (abc === 0 && isWithin(a, b, c)) ||
    (abd === 0 && isWithin(a, b, d)) ||
    (cda === 0 && isWithin(c, d, a)) ||
    (cdb === 0 && isWithin(c, d, b))
  );
}

/** Whether two edges meet anywhere but where one ends and the next begins. */
function meetsItself(ring: Ring): boolean {
  const corner = (at: number): Ring[number] => ring[at % ring.length]!;
  for (let one = 0; one < ring.length; one++) {
    const [a, b, after] = [corner(one), corner(one + 1), corner(one + 2)];
    // The next edge goes straight back over this one.
    if (turn(a, b, after) === 0 && (b[0] - a[0]) * (after[0] - b[0]) + (b[1] - a[1]) * (after[1] - b[1]) <= 0)
      return true;
    for (let other = one + 2; other < ring.length; other++) {
      if (one === 0 && other === ring.length - 1) continue;
      if (edgesMeet(a, b, corner(other), corner(other + 1))) return true;
    }
  }
  return false;
}

/** @throws Problem 422 */
export function parseArea(text: string): Ring {
  const points = text.split(';').map((pair) => pair.split(',').map(Number));
  const ring = points.map(([lon = NaN, lat = NaN]) => [lon, lat] as const);
  const [first, last] = [ring[0], ring.at(-1)];
  const isClosed = first !== undefined && last !== undefined && first[0] === last[0] && first[1] === last[1];
  const open = isClosed ? ring.slice(0, -1) : ring;
  if (!open.every(([lon, lat]) => Math.abs(lon) <= 360 && Math.abs(lat) <= 90)) {
    throw fault('must be lon,lat;lon,lat;… in degrees');
  }
  if (open.length < 3 || open.length > 200) throw fault('must have between 3 and 200 corners');
  const lons = open.map(([lon]) => lon);
  if (Math.max(...lons) - Math.min(...lons) > 360) throw fault('must not go around the world more than once');
  if (meetsItself(open)) throw fault('must not have edges that cross or touch each other');
  return open;
}

const polygon = (ring: Ring, shift: number): string =>
  `POLYGON((${[...ring, ring[0]!].map(([lon, lat]) => `${lon + shift} ${lat}`).join(',')}))`;

/** A condition on `column`, its edge included; what reaches beyond the antimeridian is looked for on its other side. */
export function insideArea(column: string, ring: Ring, bind: (value: unknown) => string): string {
  const lons = ring.map(([lon]) => lon);
  const shifts = [0, ...(Math.max(...lons) > 180 ? [-360] : []), ...(Math.min(...lons) < -180 ? [360] : [])];
  const parts = shifts.map((shift) => `st_covers(st_geomfromtext(${bind(polygon(ring, shift))}, 4326), ${column})`);
  return parts.length === 1 ? parts.join('') : `(${parts.join(' or ')})`;
}

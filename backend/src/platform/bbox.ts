/** The box of a query, `west,south,east,north` in degrees, as SQL. */
import type { Bounds } from '@atesto/contract';
import { invalidInput } from './problem.js';

/** @throws Problem 422 */
export function parseBbox(text: string): Bounds {
  const [west = NaN, south = NaN, east = NaN, north = NaN] = text.split(',').map(Number);
  const isSound = Math.abs(west) <= 180 && Math.abs(east) <= 180 && south >= -90 && north <= 90 && south <= north;
  if (!isSound) throw invalidInput([{ pointer: '/bbox', detail: 'must be west,south,east,north in degrees' }]);
  return { west, south, east, north };
}

/** A condition on `column`; a box across the antimeridian is two boxes. */
export function insideBbox(column: string, box: Bounds, bind: (value: unknown) => string): string {
  const part = (west: number, east: number): string =>
    `${column} && st_makeenvelope(${[west, box.south, east, box.north].map((v) => `${bind(v)}::float8`).join(', ')}, 4326)`;
  if (box.west <= box.east) return part(box.west, box.east);
  return `(${part(box.west, 180)} or ${part(-180, box.east)})`;
}

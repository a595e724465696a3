/**
 * Whether a ring of corners is one that an area can have: closed, and crossing itself nowhere. Decided here, because a
 * geometry engine that is handed a broken one throws, and the embedded database does not come back from that. Pure.
 */
export type Position = readonly [lon: number, lat: number];

/** Pairs of edges that may still be looked at, in all rings of a file together. */
export interface Budget {
  pairs: number;
}

/** Real coasts have tens of thousands of corners; looking at more pairs of edges than these takes seconds. */
export const wholeBudget = (): Budget => ({ pairs: 20_000_000 });

const turn = (a: Position, b: Position, c: Position): number =>
  (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0]);

/** Through one another, not only up to one another: neighbouring areas are drawn with edges that touch. */
const cross = (a: Position, b: Position, c: Position, d: Position): boolean =>
  turn(a, b, c) * turn(a, b, d) < 0 && turn(c, d, a) * turn(c, d, b) < 0;

interface Edge {
  a: Position;
  b: Position;
  west: number;
  east: number;
  south: number;
  north: number;
}

function crossesItself(edges: readonly Edge[], budget: Budget): 'yes' | 'no' | 'too many' {
  const sorted = [...edges].sort((one, other) => one.west - other.west);
  for (let at = 0; at < sorted.length; at++) {
    const one = sorted[at]!;
    // Only edges that begin before this one ends can cross it.
    for (let next = at + 1; next < sorted.length && sorted[next]!.west <= one.east; next++) {
      if (--budget.pairs < 0) return 'too many';
      const other = sorted[next]!;
      if (other.south > one.north || other.north < one.south) continue;
      if (cross(one.a, one.b, other.a, other.b)) return 'yes';
    }
  }
  return 'no';
}

/** What is wrong with it, null when nothing is. */
export function ringFault(ring: readonly Position[], budget: Budget): string | null {
  const [first, last] = [ring[0], ring.at(-1)];
  if (first === undefined || last === undefined || ring.length < 4) return 'has a ring of fewer than four corners';
  if (first[0] !== last[0] || first[1] !== last[1]) return 'has a ring that is not closed';
  const edges = ring.slice(1).flatMap((b, at): Edge[] => {
    const a = ring[at]!;
    if (a[0] === b[0] && a[1] === b[1]) return [];
    const [west, east] = [Math.min(a[0], b[0]), Math.max(a[0], b[0])];
    return [{ a, b, west, east, south: Math.min(a[1], b[1]), north: Math.max(a[1], b[1]) }];
  });
  if (edges.length < 3) return 'has a ring without any area';
  const found = crossesItself(edges, budget);
  if (found === 'too many') return 'has, with those before it, too many corners to be looked at';
  return found === 'yes' ? 'has a ring that crosses itself' : null;
}

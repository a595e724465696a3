/**
 * The coast in a ring of land that was cut at the edges of its tile: without the edges that the cutting made, which lie
 * on the buffer around the tile. Pure.
 */
export type Line = (readonly [x: number, y: number])[];

const [near, far] = [-64, 4096 + 64];

const isCut = ([x, y]: Line[number], [toX, toY]: Line[number]): boolean =>
  (x === toX && (x <= near || x >= far)) || (y === toY && (y <= near || y >= far));

export function coastsOf(ring: Line): Line[] {
  const parts: Line[] = [];
  let part: Line = [];
  ring.forEach((point, at) => {
    const before = ring[at - 1];
    if (before !== undefined && isCut(before, point)) {
      if (part.length > 1) parts.push(part);
      part = [];
    }
    part.push(point);
  });
  if (part.length > 1) parts.push(part);
  return parts;
}

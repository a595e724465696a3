/**
 * A box of the world as ranges of the index: few enough to be quick, and none that reaches far beyond the box. What a
 * range holds beside the box is left out row by row. Pure.
 */
import type { Bounds } from '@atesto/contract';
import { gridBits, tileRange, toGrid, type TileAddress } from '../morton.js';

export interface GridBox {
  west: number;
  north: number;
  /** Both inclusive. */
  east: number;
  south: number;
}

export interface CodeRange {
  start: number;
  end: number;
}

/** One box, or two where it lies across the antimeridian. */
export function gridBoxesOf({ west, south, east, north }: Bounds): GridBox[] {
  const box = (left: number, right: number): GridBox => {
    const [from, to] = [toGrid(north, left), toGrid(south, right)];
    return { west: from.x, north: from.y, east: to.x, south: to.y };
  };
  return west <= east ? [box(west, east)] : [box(west, 180), box(-180, east)];
}

export const isInside = (x: number, y: number, box: GridBox): boolean =>
  x >= box.west && x <= box.east && y >= box.north && y <= box.south;

/** So many zooms below the tile that is as large as the box: at most some 80 ranges. */
const finer = 3;

export function rangesOf(box: GridBox): CodeRange[] {
  const side = Math.max(box.east - box.west, box.south - box.north) + 1;
  const deepest = Math.min(gridBits, Math.max(0, gridBits - Math.ceil(Math.log2(side))) + finer);
  const ranges: CodeRange[] = [];
  const take = (tile: TileAddress): void => {
    const size = 2 ** (gridBits - tile.z);
    const [left, top] = [tile.x * size, tile.y * size];
    const [right, bottom] = [left + size - 1, top + size - 1];
    if (left > box.east || right < box.west || top > box.south || bottom < box.north) return;
    const isWhole = left >= box.west && right <= box.east && top >= box.north && bottom <= box.south;
    if (isWhole || tile.z === deepest) {
      add(ranges, tileRange(tile));
      return;
    }
    // In the order of the codes, so that neighbours become one range.
    for (const [dx, dy] of [
      [0, 0],
      [1, 0],
      [0, 1],
      [1, 1],
    ] as const) {
      take({ z: tile.z + 1, x: tile.x * 2 + dx, y: tile.y * 2 + dy });
    }
  };
  take({ z: 0, x: 0, y: 0 });
  return ranges;
}

function add(ranges: CodeRange[], range: CodeRange): void {
  const last = ranges.at(-1);
  if (last?.end === range.start) last.end = range.end;
  else ranges.push(range);
}

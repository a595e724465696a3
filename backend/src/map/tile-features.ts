/**
 * What a tile shows: a grid of 16 by 16 cells, each 64 pixels wide on a map that draws the tile over 1024. A cell with one
 * thing in it shows the thing, one with more shows a cluster, and from the point zoom on everything is shown by itself.
 * Pure: the same points and filter give the same tile, in whatever order they came.
 */
import { CellSum } from './cell-sum.js';
import { codesPerTile, gridBits, tileRange, type TileAddress } from './morton.js';
import type { PointFilter } from './point-filter.js';
import type { IndexedPoint, PointIndex } from './point-index.js';

export const defaults = {
  /** From this zoom on cells are not grouped any more. */
  pointZoom: 14,
  /** Unless the tile would hold more than this many. */
  mostPoints: 4_000,
  /** Things at the very same place can't be told apart by zooming, so up to this many come one by one at any zoom. */
  mostAtOnePlace: 40,
};

const cellBits = 4;

/** How many of what is inside have a property; 0 is left out. By index, see IndexedPoint. */
export type Shares = readonly (readonly [index: number, count: number])[];

export interface CellFeature {
  /** Centre of what is inside, on the grid. */
  x: number;
  y: number;
  count: number;
  worstSeverity: number;
  categories: Shares;
  statuses: Shares;
  /** Zooming in would never part what is inside. */
  isOnePlace: boolean;
}

export interface TileFeatures {
  cells: CellFeature[];
  points: IndexedPoint[];
}

export function tileFeatures(
  index: PointIndex,
  tile: TileAddress,
  filter: PointFilter,
  categories: number,
  limits: typeof defaults = defaults,
): TileFeatures {
  const { start } = tileRange(tile);
  // A tile at the depth of the grid itself has no room for cells inside.
  const depth = Math.min(gridBits, tile.z + cellBits);
  const span = codesPerTile(depth);
  const sums = Array.from({ length: 4 ** (depth - tile.z) }, () => new CellSum(categories));
  index.sum(start, span, sums, filter);
  const total = sums.reduce((all, { count }) => all + count, 0);
  const apart = tile.z >= limits.pointZoom && total <= limits.mostPoints;
  const features: TileFeatures = { cells: [], points: [] };
  for (const [at, sum] of sums.entries()) {
    const isOnePlace = sum.leastCode === sum.mostCode;
    if (sum.count === 0) continue;
    if (sum.count === 1) features.points.push(index.point(sum.row));
    else if (apart || (isOnePlace && sum.count <= limits.mostAtOnePlace))
      index.scan(start + at * span, start + (at + 1) * span, (row, columns) => {
        if (filter.matches(row, columns)) features.points.push(index.point(row));
      });
    else features.cells.push(cellOf(sum, isOnePlace));
  }
  features.points.sort((a, b) => a.y - b.y || a.x - b.x || (a.id < b.id ? -1 : 1));
  return features;
}

const cellOf = (sum: CellSum, isOnePlace: boolean): CellFeature => ({
  x: sum.x / sum.count,
  y: sum.y / sum.count,
  count: sum.count,
  worstSeverity: sum.worstSeverity,
  categories: sharesOf(sum.byCategory),
  statuses: sharesOf(sum.byStatus),
  isOnePlace,
});

const sharesOf = (counts: Uint32Array): Shares =>
  Array.from(counts, (count, at): [number, number] => [at, count]).filter(([, count]) => count > 0);

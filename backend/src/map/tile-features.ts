/**
 * What a tile shows: a grid of eight by eight cells. A cell with one thing in it shows the thing, one with more shows
 * a cluster, and from the point zoom on everything is shown by itself. Pure: the same points and filter give the same
 * tile, in whatever order they came.
 */
import { codesPerTile, gridBits, tileRange, type TileAddress } from './morton.js';
import type { PointFilter } from './point-filter.js';
import type { Columns, IndexedPoint, PointIndex } from './point-index.js';

export const defaults = {
  /** From this zoom on cells are not grouped any more. */
  pointZoom: 15,
  /** Unless the tile would hold more than this many. */
  mostPoints: 4_000,
  /** Things at the very same place can't be told apart by zooming, so up to this many come one by one at any zoom. */
  mostAtOnePlace: 40,
};

const cellBits = 3;
const cellsPerTile = 4 ** cellBits;

export interface CellFeature {
  /** Centre of what is inside, on the grid. */
  x: number;
  y: number;
  count: number;
  worstSeverity: number;
  dominantCategory: number;
}

export interface TileFeatures {
  cells: CellFeature[];
  points: IndexedPoint[];
}

/** Sums by cell in flat arrays: a world tile adds up a million points. */
class CellSums {
  readonly count = new Uint32Array(cellsPerTile);
  readonly x = new Float64Array(cellsPerTile);
  readonly y = new Float64Array(cellsPerTile);
  readonly worst = new Uint8Array(cellsPerTile);
  /** Code of the one place of all that is inside, NaN once there were two. */
  readonly place = new Float64Array(cellsPerTile);
  private readonly byCategory: Uint32Array;

  constructor(private readonly categories: number) {
    this.byCategory = new Uint32Array(cellsPerTile * categories);
  }

  add(at: number, row: number, columns: Columns): void {
    const code = columns.code[row]!;
    const seen = this.count[at]!++;
    this.x[at]! += columns.x[row]!;
    this.y[at]! += columns.y[row]!;
    if (columns.severity[row]! > this.worst[at]!) this.worst[at] = columns.severity[row]!;
    if (seen === 0) this.place[at] = code;
    else if (this.place[at] !== code) this.place[at] = Number.NaN;
    this.byCategory[at * this.categories + columns.category[row]!]!++;
  }

  feature(at: number): CellFeature {
    const count = this.count[at]!;
    const own = this.byCategory.subarray(at * this.categories, (at + 1) * this.categories);
    const dominantCategory = own.indexOf(own.reduce((most, one) => Math.max(most, one), 0));
    return { x: this.x[at]! / count, y: this.y[at]! / count, count, worstSeverity: this.worst[at]!, dominantCategory };
  }
}

export function tileFeatures(
  index: PointIndex,
  tile: TileAddress,
  filter: PointFilter,
  categories: number,
  limits: typeof defaults = defaults,
): TileFeatures {
  const { start, end } = tileRange(tile);
  // A tile at the depth of the grid itself has no room for cells inside.
  const span = Math.max(1, codesPerTile(Math.min(gridBits, tile.z + cellBits)));
  const sums = new CellSums(categories);
  index.scan(start, end, (row, columns) => {
    if (filter.matches(row, columns)) sums.add(Math.floor((columns.code[row]! - start) / span), row, columns);
  });
  const total = sums.count.reduce((sum, count) => sum + count, 0);
  const apart = tile.z >= limits.pointZoom && total <= limits.mostPoints;
  const features: TileFeatures = { cells: [], points: [] };
  sums.count.forEach((count, at) => {
    if (count === 0) return;
    const alike = !Number.isNaN(sums.place[at]!) && count <= limits.mostAtOnePlace;
    if (!apart && !alike && count > 1) {
      features.cells.push(sums.feature(at));
      return;
    }
    index.scan(start + at * span, start + (at + 1) * span, (row, columns) => {
      if (filter.matches(row, columns)) features.points.push(index.point(row));
    });
  });
  features.points.sort((a, b) => a.y - b.y || a.x - b.x || (a.id < b.id ? -1 : 1));
  return features;
}

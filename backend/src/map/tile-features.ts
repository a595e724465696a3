/**
 * What a tile shows: a grid of eight by eight cells. A cell with one thing in it shows the thing, one with more shows
 * a cluster, and from the point zoom on everything is shown by itself. Pure: the same points and filter give the same
 * tile, in whatever order they came.
 */
import { codesPerTile, gridBits, tileRange, type TileAddress } from './morton.js';
import type { PointFilter } from './point-filter.js';
import type { IndexedPoint, PointIndex } from './point-index.js';

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

class Cell {
  count = 0;
  sumX = 0;
  sumY = 0;
  worst = 0;
  /** Code of the first thing seen, NaN once another place was seen. */
  place = -1;
  readonly categories: Uint32Array;

  constructor(categories: number) {
    this.categories = new Uint32Array(categories);
  }

  get dominantCategory(): number {
    let best = 0;
    for (let at = 1; at < this.categories.length; at++) if (this.categories[at]! > this.categories[best]!) best = at;
    return best;
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
  const cells: (Cell | undefined)[] = new Array<Cell | undefined>(cellsPerTile);
  let total = 0;
  index.scan(start, end, (row, columns) => {
    if (!filter.matches(row, columns)) return;
    total++;
    const at = Math.floor((columns.code[row]! - start) / span);
    const cell = (cells[at] ??= new Cell(categories));
    cell.count++;
    cell.sumX += columns.x[row]!;
    cell.sumY += columns.y[row]!;
    if (columns.severity[row]! > cell.worst) cell.worst = columns.severity[row]!;
    cell.place = cell.count === 1 || cell.place === columns.code[row] ? columns.code[row]! : Number.NaN;
    cell.categories[columns.category[row]!]!++;
  });
  const apart = tile.z >= limits.pointZoom && total <= limits.mostPoints;
  const features: TileFeatures = { cells: [], points: [] };
  cells.forEach((cell, at) => {
    if (!cell) return;
    const alike = !Number.isNaN(cell.place) && cell.count <= limits.mostAtOnePlace;
    if (apart || alike || cell.count === 1) {
      index.scan(start + at * span, start + (at + 1) * span, (row, columns) => {
        if (filter.matches(row, columns)) features.points.push(index.point(row));
      });
    } else {
      const { count, sumX, sumY, worst, dominantCategory } = cell;
      features.cells.push({ x: sumX / count, y: sumY / count, count, worstSeverity: worst, dominantCategory });
    }
  });
  features.points.sort((a, b) => a.y - b.y || a.x - b.x || (a.id < b.id ? -1 : 1));
  return features;
}

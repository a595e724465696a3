/**
 * What a cell of a tile says of the points in it, added up point by point or block by block. A block is a run of
 * neighbours in the order of the index: with its sums at hand, a tile without a filter costs as much over a million
 * points as over a few thousand.
 */
import type { Columns } from './point-columns.js';

/** More than there are states of reports or incidents. */
export const mostStatuses = 8;
const blockBits = 9;
export const blockSize = 2 ** blockBits;

export class CellSum {
  count = 0;
  x = 0;
  y = 0;
  worstSeverity = 0;
  /** Equal when all is at one place. */
  leastCode = Infinity;
  mostCode = -1;
  /** One of the points; the only one when `count` is 1. */
  row = -1;
  readonly byCategory: Uint32Array;
  readonly byStatus = new Uint32Array(mostStatuses);

  constructor(categories: number) {
    this.byCategory = new Uint32Array(categories);
  }

  add(row: number, columns: Columns): void {
    this.count++;
    this.x += columns.x[row]!;
    this.y += columns.y[row]!;
    const severity = columns.severity[row]!;
    if (severity > this.worstSeverity) this.worstSeverity = severity;
    const code = columns.code[row]!;
    if (code < this.leastCode) this.leastCode = code;
    if (code > this.mostCode) this.mostCode = code;
    this.row = row;
    this.byCategory[columns.category[row]!]!++;
    this.byStatus[columns.status[row]!]!++;
  }

  addAll(other: CellSum): void {
    if (other.count === 0) return;
    this.count += other.count;
    this.x += other.x;
    this.y += other.y;
    this.worstSeverity = Math.max(this.worstSeverity, other.worstSeverity);
    this.leastCode = Math.min(this.leastCode, other.leastCode);
    this.mostCode = Math.max(this.mostCode, other.mostCode);
    this.row = other.row;
    for (let at = 0; at < this.byCategory.length; at++) this.byCategory[at]! += other.byCategory[at]!;
    for (let at = 0; at < mostStatuses; at++) this.byStatus[at]! += other.byStatus[at]!;
  }
}

/** The sums of the blocks of an order, each made when it is first asked for and again after a change in it. */
export class BlockSums {
  private readonly sums: (CellSum | null)[];

  constructor(
    private readonly order: Uint32Array,
    private readonly categories: number,
  ) {
    this.sums = new Array<CellSum | null>(Math.ceil(order.length / blockSize)).fill(null);
  }

  changedAt(position: number): void {
    this.sums[position >>> blockBits] = null;
  }

  of(block: number, columns: Columns): CellSum {
    const known = this.sums[block];
    if (known) return known;
    const sum = new CellSum(this.categories);
    const end = Math.min((block + 1) * blockSize, this.order.length);
    for (let at = block * blockSize; at < end; at++) {
      const row = this.order[at]!;
      if (columns.alive[row] === 1) sum.add(row, columns);
    }
    this.sums[block] = sum;
    return sum;
  }
}

/**
 * Every located report or incident of one deployment and audience, in memory: columns in typed arrays and an order of
 * their rows by Morton code, so that a tile is one range. What is new waits in a small tail that is merged in now and
 * then. A row keeps its number while its point stays at its place.
 */
import { BlockSums, blockSize, type CellSum } from './cell-sum.js';
import { IdTable } from './id-table.js';
import { LabelStore } from './label-store.js';
import { mortonCode } from './morton.js';
import { grown, inOrder, makeColumns, type Columns } from './point-columns.js';
import type { PointFilter } from './point-filter.js';
import { TileStamps } from './tile-stamps.js';

export type { Columns } from './point-columns.js';

export interface IndexedPoint {
  /** A UUID. */
  id: string;
  /** Grid position, see morton.ts. */
  x: number;
  y: number;
  /** Index into the categories of the deployment; 0 is none. */
  category: number;
  severity: number;
  status: number;
  /** Milliseconds since 1970. */
  time: number;
  label: string;
}

const smallestTail = 1024;
/** Merging walks through all rows, each tile through all of the tail: this share keeps both short. */
const tailShare = 7;
const nowhere = 0xffffffff;

export class PointIndex {
  readonly stamps = new TileStamps();
  private rows: Columns = makeColumns(smallestTail);
  private ids = new IdTable();
  private labels = new LabelStore();
  /** How many rows were ever used. */
  private used = 0;
  /** Rows that are in neither order nor tail. */
  private free: number[] = [];
  private order: Uint32Array = new Uint32Array(0);
  /** Where in the order a row stands, `nowhere` for those of the tail. */
  private positions = new Uint32Array(smallestTail).fill(nowhere);
  private blocks: BlockSums;
  private tail: number[] = [];

  /** `categories` is how many there are, none among them. */
  constructor(private readonly categories: number) {
    this.blocks = new BlockSums(this.order, categories);
  }

  get size(): number {
    return this.ids.size;
  }

  has(id: string): boolean {
    return this.ids.find(id) >= 0;
  }

  upsert(point: IndexedPoint): void {
    this.stamps.touch(point);
    this.put(point);
    if (this.tail.length > Math.max(smallestTail, this.order.length >> tailShare)) this.mergeTail();
  }

  /** As `upsert`, for the first filling: no tile was seen yet, so none is marked as changed. `compact` ends it. */
  load(points: Iterable<IndexedPoint>): void {
    for (const point of points) this.put(point);
  }

  remove(id: string): void {
    const row = this.ids.find(id);
    if (row < 0) return;
    this.kill(row);
    this.ids.remove(id);
  }

  /** Calls `visit` with each row whose code lies in [start, end), in no promised order. */
  scan(start: number, end: number, visit: (row: number, columns: Columns) => void): void {
    const { code, alive } = this.rows;
    const stop = this.lowerBound(end);
    for (let at = this.lowerBound(start); at < stop; at++) {
      const row = this.order[at]!;
      if (alive[row] === 1) visit(row, this.rows);
    }
    for (const row of this.tail) {
      if (alive[row] === 1 && code[row]! >= start && code[row]! < end) visit(row, this.rows);
    }
  }

  /** Adds up what the filter takes, each of the cells as wide as `span` and the first of them from `start` on. */
  sum(start: number, span: number, cells: readonly CellSum[], filter: PointFilter): void {
    let from = this.lowerBound(start);
    for (const [number, cell] of cells.entries()) {
      const to = this.lowerBound(start + (number + 1) * span);
      if (filter.takesAll) this.sumBlocks(from, to, cell);
      else this.sumRows(from, to, cell, filter);
      from = to;
    }
    const { code, alive } = this.rows;
    for (const row of this.tail) {
      if (alive[row] === 0 || !filter.matches(row, this.rows)) continue;
      const number = Math.floor((code[row]! - start) / span);
      cells[number]?.add(row, this.rows);
    }
  }

  point(row: number): IndexedPoint {
    const { x, y, category, severity, status, time } = this.rows;
    return {
      id: this.ids.idOf(row),
      label: this.labels.get(row),
      x: x[row]!,
      y: y[row]!,
      category: category[row]!,
      severity: severity[row]!,
      status: status[row]!,
      time: time[row]!,
    };
  }

  /** Lays the rows out in the order of their codes: scans then run through memory from front to back. */
  compact(): void {
    this.mergeTail();
    const { order } = this;
    const capacity = Math.max(smallestTail, order.length + (order.length >> 3));
    this.rows = inOrder(this.rows, order, capacity);
    this.labels = this.labels.inOrder(order);
    this.used = order.length;
    this.ids = this.ids.inOrder(order);
    this.free = [];
    this.positions = new Uint32Array(capacity).fill(nowhere);
    this.follow(Uint32Array.from(order, (_, at) => at));
  }

  private put(point: IndexedPoint): void {
    const code = mortonCode(point.x, point.y);
    const known = this.ids.find(point.id);
    if (known >= 0 && this.rows.code[known] === code) {
      this.write(known, code, point);
      this.changed(known);
      return;
    }
    if (known >= 0) {
      this.kill(known);
      this.ids.remove(point.id);
    }
    const row = this.free.pop() ?? this.used++;
    if (row === this.rows.code.length) this.grow(row * 2);
    this.ids.add(point.id, row);
    this.write(row, code, point);
    this.tail.push(row);
  }

  private write(row: number, code: number, point: IndexedPoint): void {
    const { rows } = this;
    rows.code[row] = code;
    rows.x[row] = point.x;
    rows.y[row] = point.y;
    rows.category[row] = point.category;
    rows.severity[row] = point.severity;
    rows.status[row] = point.status;
    rows.time[row] = point.time;
    rows.alive[row] = 1;
    this.labels.put(row, point.label);
  }

  private kill(row: number): void {
    this.rows.alive[row] = 0;
    this.stamps.touch({ x: this.rows.x[row]!, y: this.rows.y[row]! });
    this.changed(row);
  }

  private changed(row: number): void {
    const position = this.positions[row]!;
    if (position !== nowhere) this.blocks.changedAt(position);
  }

  private sumRows(from: number, to: number, cell: CellSum, filter: PointFilter): void {
    const { order, rows } = this;
    for (let at = from; at < to; at++) {
      const row = order[at]!;
      if (rows.alive[row] === 1 && filter.matches(row, rows)) cell.add(row, rows);
    }
  }

  private sumBlocks(from: number, to: number, cell: CellSum): void {
    const { order, rows, blocks } = this;
    for (let at = from; at < to;) {
      if (at % blockSize === 0 && at + blockSize <= to) {
        cell.addAll(blocks.of(at / blockSize, rows));
        at += blockSize;
        continue;
      }
      const row = order[at]!;
      if (rows.alive[row] === 1) cell.add(row, rows);
      at++;
    }
  }

  private mergeTail(): void {
    const { code, alive } = this.rows;
    const tail = Uint32Array.from(this.tail.filter((row) => alive[row] === 1));
    tail.sort((a, b) => code[a]! - code[b]! || a - b);
    const main = this.order.filter((row) => alive[row] === 1);
    for (const row of [...this.order.filter((row) => alive[row] === 0), ...this.tail]) {
      if (alive[row] === 0) this.free.push(row);
    }
    const merged = new Uint32Array(main.length + tail.length);
    let fromMain = 0;
    let fromTail = 0;
    for (let at = 0; at < merged.length; at++) {
      const takeMain =
        fromTail === tail.length || (fromMain < main.length && code[main[fromMain]!]! <= code[tail[fromTail]!]!);
      merged[at] = takeMain ? main[fromMain++]! : tail[fromTail++]!;
    }
    this.tail = [];
    for (const row of this.free) this.positions[row] = nowhere;
    this.follow(merged);
  }

  /** From now on rows stand in this order. */
  private follow(order: Uint32Array): void {
    this.order = order;
    this.blocks = new BlockSums(order, this.categories);
    for (let at = 0; at < order.length; at++) this.positions[order[at]!] = at;
  }

  private lowerBound(wanted: number): number {
    const { code } = this.rows;
    let low = 0;
    let high = this.order.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (code[this.order[middle]!]! < wanted) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  private grow(capacity: number): void {
    this.rows = grown(this.rows, capacity);
    const positions = new Uint32Array(capacity).fill(nowhere);
    positions.set(this.positions);
    this.positions = positions;
  }
}

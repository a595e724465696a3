/**
 * Every located report or incident of one deployment and audience, in memory: columns in typed arrays and an order of
 * their rows by Morton code, so that a tile is one range. What is new waits in a small tail that is merged in now and
 * then. Rows keep their number until `compact`, so that the look-up by id survives a merge.
 */
import { mortonCode } from './morton.js';
import { TileStamps } from './tile-stamps.js';

export interface IndexedPoint {
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

function makeColumns(capacity: number) {
  return {
    code: new Float64Array(capacity),
    x: new Uint32Array(capacity),
    y: new Uint32Array(capacity),
    category: new Uint16Array(capacity),
    severity: new Uint8Array(capacity),
    status: new Uint8Array(capacity),
    time: new Float64Array(capacity),
    alive: new Uint8Array(capacity),
  };
}
export type Columns = Readonly<ReturnType<typeof makeColumns>>;

export class PointIndex {
  readonly stamps = new TileStamps();
  private rows = makeColumns(smallestTail);
  private ids: string[] = [];
  private labels: string[] = [];
  private rowOf = new Map<string, number>();
  private order = new Uint32Array(0);
  private tail: number[] = [];

  get size(): number {
    return this.rowOf.size;
  }

  has(id: string): boolean {
    return this.rowOf.has(id);
  }

  upsert(point: IndexedPoint): void {
    this.stamps.touch(point);
    this.put(point);
    if (this.tail.length > Math.max(smallestTail, this.order.length >> 4)) this.settle();
  }

  /** As `upsert`, for the first filling: no tile was seen yet, so none is marked as changed. `compact` ends it. */
  load(points: readonly IndexedPoint[]): void {
    for (const point of points) this.put(point);
  }

  private put(point: IndexedPoint): void {
    const code = mortonCode(point.x, point.y);
    const known = this.rowOf.get(point.id);
    if (known !== undefined && this.rows.code[known] === code) {
      this.write(known, code, point);
      return;
    }
    if (known !== undefined) this.kill(known);
    const row = this.ids.length;
    if (row === this.rows.code.length) this.grow(row * 2);
    this.ids.push(point.id);
    this.labels.push(point.label);
    this.rowOf.set(point.id, row);
    this.write(row, code, point);
    this.tail.push(row);
  }

  remove(id: string): void {
    const row = this.rowOf.get(id);
    if (row === undefined) return;
    this.kill(row);
    this.rowOf.delete(id);
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

  point(row: number): IndexedPoint {
    const { x, y, category, severity, status, time } = this.rows;
    return {
      id: this.ids[row]!,
      label: this.labels[row]!,
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
    const old = { rows: this.rows, ids: this.ids, labels: this.labels, order: this.order };
    const count = old.order.length;
    this.rows = makeColumns(Math.max(smallestTail, count + (count >> 3)));
    this.ids = new Array<string>(count);
    this.labels = new Array<string>(count);
    this.rowOf = new Map();
    for (const name of Object.keys(old.rows) as (keyof Columns)[]) {
      const from = old.rows[name];
      const to = this.rows[name];
      for (let row = 0; row < count; row++) to[row] = from[old.order[row]!]!;
    }
    for (let row = 0; row < count; row++) {
      const id = old.ids[old.order[row]!]!;
      this.ids[row] = id;
      this.labels[row] = old.labels[old.order[row]!]!;
      this.rowOf.set(id, row);
    }
    this.order = Uint32Array.from({ length: count }, (_, row) => row);
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
    this.labels[row] = point.label;
  }

  private kill(row: number): void {
    this.rows.alive[row] = 0;
    this.stamps.touch({ x: this.rows.x[row]!, y: this.rows.y[row]! });
  }

  private settle(): void {
    const dead = this.ids.length - this.rowOf.size;
    if (dead > this.ids.length >> 2) this.compact();
    else this.mergeTail();
  }

  private mergeTail(): void {
    const { code, alive } = this.rows;
    const tail = Uint32Array.from(this.tail.filter((row) => alive[row] === 1));
    tail.sort((a, b) => code[a]! - code[b]! || a - b);
    const main = this.order.filter((row) => alive[row] === 1);
    const merged = new Uint32Array(main.length + tail.length);
    let fromMain = 0;
    let fromTail = 0;
    for (let at = 0; at < merged.length; at++) {
      const takeMain =
        fromTail === tail.length || (fromMain < main.length && code[main[fromMain]!]! <= code[tail[fromTail]!]!);
      merged[at] = takeMain ? main[fromMain++]! : tail[fromTail++]!;
    }
    this.order = merged;
    this.tail = [];
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
    const next = makeColumns(capacity);
    for (const name of Object.keys(next) as (keyof Columns)[]) next[name].set(this.rows[name]);
    this.rows = next;
  }
}

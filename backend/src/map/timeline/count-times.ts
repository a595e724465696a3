/** Counts, straight from the index, how many of those that match were opened when. Pure: no row of a table is read. */
import type { Histogram } from '@atesto/contract';
import type { PointFilter } from '../point-filter.js';
import type { Columns, PointIndex } from '../point-index.js';
import { codesPerTile } from '../morton.js';
import { isInside, rangesOf, type GridBox } from './cover-box.js';
import { roundBuckets } from './round-buckets.js';

export interface CountOptions {
  index: PointIndex;
  filter: PointFilter;
  /** Null for all of the world. */
  boxes: readonly GridBox[] | null;
  /** Milliseconds since 1970; null where the first or the last that matches decides. */
  from: number | null;
  to: number | null;
  most: number;
}

const minuteMs = 60_000;
const firstRoom = 4_096;

function eachTime({ index, filter, boxes }: CountOptions, visit: (time: number) => void): void {
  if (boxes === null) {
    index.scan(0, codesPerTile(0), (row, columns) => {
      if (filter.matches(row, columns)) visit(columns.time[row]!);
    });
    return;
  }
  for (const box of boxes) {
    const matches = (row: number, columns: Columns): boolean =>
      isInside(columns.x[row]!, columns.y[row]!, box) && filter.matches(row, columns);
    for (const { start, end } of rangesOf(box)) {
      index.scan(start, end, (row, columns) => {
        if (matches(row, columns)) visit(columns.time[row]!);
      });
    }
  }
}

/** Gone through once: with a million points the way through the index costs more than all that is done with the times. */
function matchingTimes(options: CountOptions): Float64Array {
  let times = new Float64Array(firstRoom);
  let count = 0;
  eachTime(options, (time) => {
    if (count === times.length) {
      const larger = new Float64Array(count * 4);
      larger.set(times);
      times = larger;
    }
    times[count++] = time;
  });
  return times.subarray(0, count);
}

/** Without anything that matches, and nothing said of the time, there are no buckets at all. */
export function countTimes(options: CountOptions): Histogram {
  const times = matchingTimes(options);
  let [earliest, latest] = [Infinity, -Infinity];
  for (const time of times) {
    if (time < earliest) earliest = time;
    if (time > latest) latest = time;
  }
  const first = options.from ?? earliest;
  const last = options.to ?? latest + 1;
  if (!Number.isFinite(first) || !Number.isFinite(last) || first >= last) {
    const nowhere = new Date(Number.isFinite(first) ? first : 0).toISOString();
    return { from: nowhere, to: nowhere, minutes: 1, counts: [] };
  }
  const { start, minutes, count } = roundBuckets(first, last, options.most);
  const counts = new Array<number>(count).fill(0);
  const width = minutes * minuteMs;
  for (const time of times) counts[Math.floor((time - start) / width)]!++;
  const to = new Date(start + count * width).toISOString();
  return { from: new Date(start).toISOString(), to, minutes, counts };
}

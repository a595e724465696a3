/** Cuts a stretch of time into buckets of whole minutes, so that a chosen one can be named without seconds. Pure. */
import type { Histogram } from '@atesto/contract';

const minuteMs = 60_000;
export const usualBuckets = 60;

export interface Buckets {
  from: Date;
  minutes: number;
  count: number;
}

/** At most `wanted` buckets that hold both ends. */
export function bucketsOf(from: Date, to: Date, wanted: number): Buckets {
  const start = Math.floor(from.getTime() / minuteMs);
  const length = Math.max(1, Math.floor(to.getTime() / minuteMs) + 1 - start);
  const minutes = Math.ceil(length / wanted);
  return { from: new Date(start * minuteMs), minutes, count: Math.ceil(length / minutes) };
}

export interface BucketRow {
  bucket: number;
  n: number;
}

export function histogramOf({ from, minutes, count }: Buckets, rows: readonly BucketRow[]): Histogram {
  const counts = Array.from({ length: count }, () => 0);
  for (const { bucket, n } of rows) if (bucket >= 0 && bucket < count) counts[bucket] = n;
  const to = new Date(from.getTime() + minutes * count * minuteMs);
  return { from: from.toISOString(), to: to.toISOString(), minutes, counts };
}

/** The bucket of a time as SQL. */
export const bucketSql = (time: string, { from, minutes }: Buckets, bind: (value: unknown) => string): string =>
  `floor(extract(epoch from ${time} - ${bind(from)}::timestamptz) / (60 * ${bind(minutes)}::integer))::integer`;

/** The window of the timeline in buckets: from time and back, moved and stretched without ever leaving what is there. Pure. */
import type { Histogram } from '@atesto/contract';

/** From the bucket `a` up to but not including `b`. */
export interface TimeWindow {
  a: number;
  b: number;
}

const minuteMs = 60_000;
const clamp = (value: number, least: number, most: number): number => Math.min(most, Math.max(least, value));

export const edgeOf = ({ from, minutes }: Histogram, bucket: number): number =>
  Date.parse(from) + bucket * minutes * minuteMs;

/** All of it where neither end is given; never less than one bucket. */
export function windowOf(histogram: Histogram, time: { from: number | null; to: number | null }): TimeWindow {
  const { minutes, counts } = histogram;
  const start = Date.parse(histogram.from);
  const bucketOf = (ms: number): number => (ms - start) / (minutes * minuteMs);
  const a = time.from === null ? 0 : clamp(Math.floor(bucketOf(time.from)), 0, counts.length - 1);
  const b = time.to === null ? counts.length : clamp(Math.ceil(bucketOf(time.to)), a + 1, counts.length);
  return { a, b };
}

/** What the filter is to say: nothing of an end that takes in all there is, so that what is new comes in as well. */
export function timeOfWindow(histogram: Histogram, { a, b }: TimeWindow): { from: number | null; to: number | null } {
  return {
    from: a <= 0 ? null : edgeOf(histogram, a),
    to: b >= histogram.counts.length ? null : edgeOf(histogram, b),
  };
}

export function movedBy({ a, b }: TimeWindow, step: number, count: number): TimeWindow {
  const start = clamp(a + step, 0, count - (b - a));
  return { a: start, b: start + (b - a) };
}

/** One end set; the other one gives way by no more than keeps one bucket between them. */
export function stretched({ a, b }: TimeWindow, end: 'a' | 'b', to: number, count: number): TimeWindow {
  return end === 'a' ? { a: clamp(Math.round(to), 0, b - 1), b } : { a, b: clamp(Math.round(to), a + 1, count) };
}

export const countIn = ({ counts }: Histogram, { a, b }: TimeWindow): number =>
  counts.slice(a, b).reduce((sum, one) => sum + one, 0);

/** Share of what is there that the window takes when none was chosen before it is played. */
const firstShare = 12;
const stepsAWindow = 6;

/** Where playing begins: with the window that is chosen, from the start when it is at the end or takes everything. */
export function playFrom({ a, b }: TimeWindow, count: number): TimeWindow {
  const length = b - a >= count ? Math.max(1, Math.round(count / firstShare)) : b - a;
  return b >= count ? { a: 0, b: length } : { a, b: a + length };
}

export const playStep = ({ a, b }: TimeWindow): number => Math.max(1, Math.floor((b - a) / stepsAWindow));

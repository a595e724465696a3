/** The stretch of a histogram that is chosen: between buckets and the times of the filter. Pure. */
import type { Histogram } from '@atesto/contract';

/** Bucket edges: the first chosen bucket and the one behind the last. */
export interface Range {
  start: number;
  end: number;
}

const minuteMs = 60_000;

export const timeOfEdge = (histogram: Histogram, edge: number): string =>
  new Date(Date.parse(histogram.from) + edge * histogram.minutes * minuteMs).toISOString();

const edgeOf = (histogram: Histogram, instant: string): number => {
  const edge = (Date.parse(instant) - Date.parse(histogram.from)) / (histogram.minutes * minuteMs);
  return Math.min(histogram.counts.length, Math.max(0, edge));
};

/** Where the handles stand for the instants of the filter; null for an open end. */
export const rangeOf = (histogram: Histogram, from: string | null, to: string | null): Range => {
  const start = from === null ? 0 : Math.floor(edgeOf(histogram, from));
  const end = to === null ? histogram.counts.length : Math.ceil(edgeOf(histogram, to));
  const first = Math.min(start, histogram.counts.length - 1);
  return { start: first, end: Math.max(end, first + 1) };
};

/** As the filter says it; the whole is no filter. */
export const filterOf = (histogram: Histogram, { start, end }: Range): { from: string; to: string } => {
  const minuteOf = (edge: number): string => `${timeOfEdge(histogram, edge).slice(0, 16)}Z`;
  return {
    from: start <= 0 ? '' : minuteOf(start),
    to: end >= histogram.counts.length ? '' : minuteOf(end),
  };
};

/** One handle moved to an edge; they never meet. */
export const moved = (range: Range, handle: keyof Range, edge: number, count: number): Range =>
  handle === 'start'
    ? { ...range, start: Math.max(0, Math.min(edge, range.end - 1)) }
    : { ...range, end: Math.min(count, Math.max(edge, range.start + 1)) };

export const countIn = (histogram: Histogram, { start, end }: Range): number =>
  histogram.counts.slice(start, end).reduce((sum, n) => sum + n, 0);

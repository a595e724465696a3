import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { roundBuckets } from './round-buckets.js';

const at = (text: string): number => Date.parse(text);
const told = (from: string, to: string, most: number) => {
  const { start, minutes, count } = roundBuckets(at(from), at(to), most);
  return [new Date(start).toISOString(), minutes, count];
};

describe('round buckets', () => {
  it('have lengths and edges that people would choose', () => {
    expect(told('2026-02-03T10:03:20Z', '2026-02-03T10:40:00Z', 60)).toEqual(['2026-02-03T10:03:00.000Z', 1, 37]);
    expect(told('2026-02-03T10:20:00Z', '2026-02-05T09:00:00Z', 60)).toEqual(['2026-02-03T10:00:00.000Z', 60, 47]);
    expect(told('2026-02-03T10:20:00Z', '2026-03-20T09:00:00Z', 60)).toEqual(['2026-02-03T00:00:00.000Z', 1440, 46]);
  });

  it('begin weeks on Mondays', () => {
    const [start, minutes] = told('2025-02-05T10:20:00Z', '2026-02-05T09:00:00Z', 60);
    expect(minutes).toBe(7 * 1440);
    expect(new Date(String(start)).getUTCDay()).toBe(1);
  });

  it('hold both ends, are never more than wanted, and are the same for all who look at about the same', () => {
    const time = fc.integer({ min: -60_000_000, max: 60_000_000 }).map((minutes) => minutes * 61_003);
    fc.assert(
      fc.property(time, time, fc.integer({ min: 2, max: 200 }), (a, b, most) => {
        const [from, to] = [Math.min(a, b), Math.max(a, b) + 1];
        const { start, minutes, count } = roundBuckets(from, to, most);
        const width = minutes * 60_000;
        expect(count).toBeLessThanOrEqual(most);
        expect(start).toBeLessThanOrEqual(from);
        expect(start + count * width).toBeGreaterThanOrEqual(to);
        expect(from - start).toBeLessThan(width);
      }),
      { seed: 20261129 },
    );
  });
});

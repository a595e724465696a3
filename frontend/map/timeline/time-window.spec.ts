import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { countIn, movedBy, playFrom, playStep, stretched, timeOfWindow, windowOf } from './time-window.js';

const start = Date.UTC(2026, 1, 3, 10);
const hour = 3_600_000;
const histogram = {
  from: new Date(start).toISOString(),
  to: new Date(start + 10 * hour).toISOString(),
  minutes: 60,
  counts: [1, 0, 2, 0, 0, 5, 0, 0, 0, 3],
};

describe('the window of the timeline', () => {
  it('is the time that is filtered for, and says it back in whole buckets', () => {
    expect(windowOf(histogram, { from: null, to: null })).toEqual({ a: 0, b: 10 });
    expect(timeOfWindow(histogram, { a: 0, b: 10 })).toEqual({ from: null, to: null });
    const window = windowOf(histogram, { from: start + 2.4 * hour, to: start + 5.2 * hour });
    expect(window).toEqual({ a: 2, b: 6 });
    expect(timeOfWindow(histogram, window)).toEqual({ from: start + 2 * hour, to: start + 6 * hour });
    expect(countIn(histogram, window)).toBe(7);
  });

  it('stays inside, and never closes', () => {
    const window = fc.tuple(fc.nat(9), fc.integer({ min: 1, max: 10 })).map(([a, length]) => ({
      a,
      b: Math.min(10, a + length),
    }));
    fc.assert(
      fc.property(window, fc.integer({ min: -20, max: 20 }), (one, by) => {
        for (const { a, b } of [movedBy(one, by, 10), stretched(one, 'a', by, 10), stretched(one, 'b', by, 10)]) {
          expect(a).toBeGreaterThanOrEqual(0);
          expect(b).toBeLessThanOrEqual(10);
          expect(b).toBeGreaterThan(a);
        }
        const moved = movedBy(one, by, 10);
        expect(moved.b - moved.a).toBe(one.b - one.a);
        expect(windowOf(histogram, timeOfWindow(histogram, one))).toEqual(one);
      }),
      { seed: 20261129 },
    );
    expect(windowOf(histogram, { from: start + 90 * hour, to: null })).toEqual({ a: 9, b: 10 });
  });

  it('plays from where it stands, from the beginning when it has come to the end', () => {
    expect(playFrom({ a: 2, b: 4 }, 10)).toEqual({ a: 2, b: 4 });
    expect(playFrom({ a: 8, b: 10 }, 10)).toEqual({ a: 0, b: 2 });
    expect(playFrom({ a: 0, b: 60 }, 60)).toEqual({ a: 0, b: 5 });
    expect([playStep({ a: 0, b: 1 }), playStep({ a: 0, b: 24 })]).toEqual([1, 4]);
  });
});

import { describe, expect, it } from '@jest/globals';
import { spanOf, stretchesOf } from './span-of.js';

const now = new Date('2026-02-03T12:00:00.000Z');
const hoursAgo = (hours: number): Date => new Date(now.getTime() - hours * 3_600_000);

describe('the span of a situation report', () => {
  it('is the last 24 hours, what was asked for, or since the last one', () => {
    expect(spanOf({}, now, hoursAgo(5))).toEqual({ from: hoursAgo(24), to: now });
    expect(spanOf({ since: 'last' }, now, hoursAgo(5))).toEqual({ from: hoursAgo(5), to: now });
    expect(spanOf({ since: 'last' }, now, null)).toEqual({ from: hoursAgo(24), to: now });
    const asked = { from: hoursAgo(9).toISOString(), to: hoursAgo(3).toISOString() };
    expect(spanOf(asked, now, null)).toEqual({ from: hoursAgo(9), to: hoursAgo(3) });
  });

  it.each([
    [hoursAgo(1), hoursAgo(2)],
    [hoursAgo(1), hoursAgo(1)],
    [hoursAgo(24 * 400), now],
  ])('from %s to %s is refused', (from, to) => {
    expect(() => spanOf({ from: from.toISOString(), to: to.toISOString() }, now, null)).toThrow();
  });

  it.each([
    [2, 15, 8],
    [24, 60, 24],
    [72, 180, 24],
    [24 * 7, 360, 28],
    [24 * 30, 1440, 30],
    [24 * 366, 20_160, 27],
  ])('of %d hours is counted in stretches of %d minutes, %d of them', (hours, minutes, count) => {
    expect(stretchesOf({ from: hoursAgo(hours), to: now })).toMatchObject({ minutes, count });
  });
});

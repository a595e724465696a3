import { describe, expect, it } from '@jest/globals';
import { columnsOf, shapeOf } from './area-shape.js';
import { waitSeconds, wasJustSaid, type Former } from './broadcast-rules.js';

const now = new Date('2026-02-03T04:05:06Z');
const here = shapeOf({ circle: { lat: 1, lon: 1, radius: 1000 } });
const there = shapeOf({ circle: { lat: 2, lon: 1, radius: 1000 } });
const former = (minutes: number, text = 'Boil the water.'): Former => ({
  ...columnsOf(here),
  text,
  at: new Date(now.getTime() - minutes * 60_000),
});

describe('broadcasts', () => {
  it('are six in an hour; the next may leave when the first of them is an hour old', () => {
    const five = [1, 2, 3, 4, 5].map((minutes) => former(minutes));
    expect(waitSeconds(five, now)).toBe(0);
    expect(waitSeconds([...five, former(50)], now)).toBe(600);
  });

  it('are not said again within half an hour where the areas touch', () => {
    expect(wasJustSaid([former(5)], ' boil  THE water.', here, now)).toBe(true);
    expect(wasJustSaid([former(5)], 'Boil the water.', shapeOf({}), now)).toBe(true);
    expect(wasJustSaid([former(5)], 'Boil the water.', there, now)).toBe(false);
    expect(wasJustSaid([former(5)], 'The water is clean.', here, now)).toBe(false);
    expect(wasJustSaid([former(31)], 'Boil the water.', here, now)).toBe(false);
  });
});

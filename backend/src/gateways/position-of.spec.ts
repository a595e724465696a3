import { describe, expect, it } from '@jest/globals';
import { positionOf } from './position-of.js';

describe('a position', () => {
  it('may be written as numbers or texts', () => {
    expect(positionOf(12.5, 44.25, 30)).toEqual({ lat: 12.5, lon: 44.25, accuracy: 30 });
    expect(positionOf('-12.5', '44.25', 'x')).toEqual({ lat: -12.5, lon: 44.25 });
    expect(positionOf(0, 0)).toEqual({ lat: 0, lon: 0 });
  });

  it.each([
    [91, 0],
    [0, 181],
    ['', ''],
    [null, 1],
    [undefined, undefined],
    [NaN, 1],
  ])('is none for %j, %j', (lat, lon) => {
    expect(positionOf(lat, lon)).toBeUndefined();
  });
});

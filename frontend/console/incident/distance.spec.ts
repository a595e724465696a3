import { describe, expect, it } from '@jest/globals';
import { boxAround, distanceWords, metresBetween } from './distance.js';

describe('the distance between two places', () => {
  it('is about 111 km for a degree of latitude', () => {
    expect(metresBetween({ lat: 0, lon: 0 }, { lat: 1, lon: 0 })).toBeCloseTo(111_195, -1);
  });

  it('is short across the antimeridian', () => {
    expect(metresBetween({ lat: 0, lon: 179.99 }, { lat: 0, lon: -179.99 })).toBeLessThan(2_300);
  });
});

describe('a box around a place', () => {
  it('goes from west to east', () => {
    expect(boxAround({ lat: 0, lon: 10 }, 111_195)).toBe('9.00000,-1.00000,11.00000,1.00000');
  });

  it('crosses the antimeridian with west beyond east', () => {
    const [west, , east] = boxAround({ lat: 0, lon: 179.9 }, 50_000).split(',').map(Number);
    expect(west).toBeGreaterThan(0);
    expect(east).toBeLessThan(0);
  });
});

describe('a distance in words', () => {
  it.each([
    [44, '40 m'],
    [996, '1 km'],
    [2_340, '2.3 km'],
    [23_400, '23 km'],
  ])('%d metres are %s', (metres, words) => {
    expect(distanceWords(metres, 'en')).toBe(words);
  });
});

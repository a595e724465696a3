import { describe, expect, it } from '@jest/globals';
import { boxAround } from './near-place.js';

const box = (lat: number, lon: number, accuracyMetres = 0, precisionMetres = 0) =>
  boxAround({ lat, lon, accuracyMetres, precisionMetres }).split(',').map(Number);

describe('the box near a place', () => {
  it('reaches a kilometre each way', () => {
    const [west = 0, south = 0, east = 0, north = 0] = box(0, 10);
    expect((north - south) * 111_320).toBeCloseTo(2000, -1);
    expect((east - west) * 111_320).toBeCloseTo(2000, -1);
  });

  it('grows by what the phone and the public map leave open, but not without end', () => {
    const height = (...given: [number, number]) => {
      const [, south = 0, , north = 0] = box(0, 0, ...given);
      return Math.round(((north - south) * 111_320) / 2);
    };
    expect([height(500, 0), height(0, 1000), height(1e6, 0)].map((metres) => Math.round(metres / 100) * 100)).toEqual([
      1500, 2000, 11_000,
    ]);
  });

  it('crosses the date line and stays on Earth at the poles', () => {
    const [west = 0, , east = 0] = box(0, 179.999);
    expect(west).toBeGreaterThan(east);
    const [, , , north = 0] = box(89.999, 0);
    expect(north).toBe(90);
  });
});

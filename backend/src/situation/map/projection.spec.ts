import { describe, expect, it } from '@jest/globals';
import { boxOfBounds, boxOfPlaces, latitudeOf, Projection, scaleBar, worldY } from './projection.js';

const isInside = ({ x, y }: { x: number; y: number }, sheet: Projection): boolean =>
  x > 0 && y > 0 && x < sheet.width && y < sheet.height;

describe('the sheet of a map', () => {
  const places = [
    { lat: 1, lon: 2 },
    { lat: 3, lon: 8 },
    { lat: -2, lon: 5 },
  ];

  it('holds all places with room around them, north at the top and west at the left', () => {
    const sheet = new Projection(boxOfPlaces(places, 1000), 720);
    const [first, second, third] = places.map((place) => sheet.of(place)) as [{ x: number; y: number }, { x: number; y: number }, { x: number; y: number }]; // prettier-ignore
    expect(places.every((place) => isInside(sheet.of(place), sheet))).toBe(true);
    expect(first.x).toBeLessThan(third.x);
    expect(second.y).toBeLessThan(first.y);
    expect(sheet.height / sheet.width).toBeGreaterThan(0.44);
    expect(sheet.height / sheet.width).toBeLessThan(0.63);
  });

  it('around one place is as wide as is asked for', () => {
    const sheet = new Projection(boxOfPlaces([{ lat: 60, lon: 10 }], 4000), 720);
    expect(sheet.metresPerPixel() * 720).toBeCloseTo(4000, -2);
    const { x, y } = sheet.of({ lat: 60, lon: 10 });
    expect([Math.round(x), Math.round(y)]).toEqual([360, Math.round(sheet.height / 2)]);
  });

  it('across the antimeridian is narrow', () => {
    const both = [
      { lat: -17, lon: 179 },
      { lat: -18, lon: -179 },
    ];
    const sheet = new Projection(boxOfPlaces(both, 1000), 720);
    expect(both.every((place) => isInside(sheet.of(place), sheet))).toBe(true);
    expect(sheet.of(both[0]!).x).toBeLessThan(sheet.of(both[1]!).x);
    expect(sheet.metresPerPixel() * 720).toBeLessThan(600_000);
  });

  it('of the whole world stays inside of it', () => {
    const { left, right, top, bottom } = boxOfBounds({ west: -180, south: -90, east: 180, north: 90 });
    expect([left, right]).toEqual([0, 1]);
    expect(top).toBeGreaterThanOrEqual(0);
    expect(bottom).toBeLessThanOrEqual(1);
  });

  it('goes to latitudes and back', () => {
    expect(latitudeOf(worldY(52.5))).toBeCloseTo(52.5, 9);
    expect(worldY(0)).toBeCloseTo(0.5, 9);
  });
});

describe('the bar of the scale', () => {
  it.each([
    [1, 120, 100],
    [10, 120, 1000],
    [2.6, 100, 200],
    [100, 70, 5000],
  ])('at %d m a pixel and at most %d pixels says %d m', (perPixel, pixels, metres) => {
    expect(scaleBar(perPixel, pixels)).toEqual({ metres, pixels: metres / perPixel });
  });
});

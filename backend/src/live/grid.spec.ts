import fc from 'fast-check';
import { describe, expect, it } from '@jest/globals';
import { cellsOfBox, cellsOfPoint, mostRooms } from './grid.js';

const lon = fc.double({ min: -180, max: 180, noNaN: true });
const lat = fc.double({ min: -90, max: 90, noNaN: true });
const unit = fc.double({ min: 0, max: 1, noNaN: true });

const box = fc.tuple(lon, lon, lat, lat).map(([west, east, one, other]) => ({
  west,
  east,
  south: Math.min(one, other),
  north: Math.max(one, other),
}));

const width = ({ west, east }: { west: number; east: number }): number =>
  west <= east ? east - west : 360 + east - west;

describe('the rooms of a view', () => {
  it('hold every point of the view, across the antimeridian too', () => {
    fc.assert(
      fc.property(box, unit, unit, (view, right, up) => {
        const along = view.west + right * width(view);
        const point = { lon: along > 180 ? along - 360 : along, lat: view.south + up * (view.north - view.south) };
        const rooms = new Set(cellsOfBox(view));
        expect(cellsOfPoint(point.lat, point.lon).some((cell) => rooms.has(cell))).toBe(true);
      }),
      { numRuns: 500 },
    );
  });

  it('are at least one and never more than 64', () => {
    fc.assert(
      fc.property(box, (view) => {
        const rooms = cellsOfBox(view);
        expect(rooms.length).toBeGreaterThan(0);
        expect(rooms.length).toBeLessThanOrEqual(mostRooms);
        expect(new Set(rooms).size).toBe(rooms.length);
      }),
    );
  });

  it('are fine enough that somebody in the next town hears nothing', () => {
    const rooms = new Set(cellsOfBox({ west: 10, south: 50, east: 10.05, north: 50.05 }));
    expect(cellsOfPoint(50.02, 10.02).some((cell) => rooms.has(cell))).toBe(true);
    expect(cellsOfPoint(50.02, 10.3).some((cell) => rooms.has(cell))).toBe(false);
    expect(cellsOfPoint(50.3, 10.02).some((cell) => rooms.has(cell))).toBe(false);
  });

  it('across the antimeridian leave the rest of the world out', () => {
    const rooms = new Set(cellsOfBox({ west: 179, south: -1, east: -179, north: 1 }));
    expect(cellsOfPoint(0.5, 179.5).some((cell) => rooms.has(cell))).toBe(true);
    expect(cellsOfPoint(0.5, -179.5).some((cell) => rooms.has(cell))).toBe(true);
    expect(cellsOfPoint(0.5, 0).some((cell) => rooms.has(cell))).toBe(false);
  });
});

import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { mortonCode, toGrid } from '../morton.js';
import { gridBoxesOf, isInside, rangesOf } from './cover-box.js';

const degrees = (most: number) => fc.double({ min: -most, max: most, noNaN: true });
const box = fc.tuple(degrees(180), degrees(180), degrees(84), degrees(84)).map(([west, east, a, b]) => ({
  west,
  east,
  south: Math.min(a, b),
  north: Math.max(a, b),
}));

describe('a box of the world', () => {
  it('is covered by few ranges, none over another', () => {
    fc.assert(
      fc.property(box, (bounds) => {
        for (const one of gridBoxesOf(bounds)) {
          const ranges = rangesOf(one);
          expect(ranges.length).toBeLessThan(130);
          for (let at = 1; at < ranges.length; at++) {
            expect(ranges[at]!.start).toBeGreaterThan(ranges[at - 1]!.end);
          }
        }
      }),
      { seed: 20261129 },
    );
  });

  it('misses nothing that lies inside', () => {
    fc.assert(
      fc.property(box, degrees(84), degrees(180), (bounds, lat, lon) => {
        const { x, y } = toGrid(lat, lon);
        const boxes = gridBoxesOf(bounds).filter((one) => isInside(x, y, one));
        const code = mortonCode(x, y);
        for (const one of boxes) {
          expect(rangesOf(one).some(({ start, end }) => code >= start && code < end)).toBe(true);
        }
        const acrossWest = bounds.west > bounds.east && (lon >= bounds.west || lon <= bounds.east);
        const isIn = (bounds.west <= bounds.east && lon >= bounds.west && lon <= bounds.east) || acrossWest;
        if (isIn && lat >= bounds.south && lat <= bounds.north) expect(boxes.length).toBeGreaterThan(0);
      }),
      { seed: 20261129 },
    );
  });

  it('takes all of the world as one range', () => {
    const [world] = gridBoxesOf({ west: -180, south: -90, east: 180, north: 90 });
    expect(rangesOf(world!)).toEqual([{ start: 0, end: 4 ** 26 }]);
  });
});

import fc from 'fast-check';
import { describe, expect, it } from '@jest/globals';
import { boxOfTruePlaces, snapToGrid, type Point } from './public-place.js';

const lat = fc.double({ min: -90, max: 90, noNaN: true });
const lon = fc.double({ min: -180, max: 180, noNaN: true });
const precisions = fc.constantFrom(100, 500, 1_000, 5_000, 10_000);
const metres = 111_320;

const lonMetres = (one: Point, other: Point): number =>
  Math.abs(one.lon - other.lon) * metres * Math.cos((one.lat * Math.PI) / 180);

describe('the public place', () => {
  it('lies within half a cell of the true one, except at the very edges of the map', () => {
    fc.assert(
      fc.property(fc.double({ min: -85, max: 85, noNaN: true }), lon, precisions, (trueLat, trueLon, precision) => {
        const shown = snapToGrid({ lat: trueLat, lon: trueLon }, precision);
        // Six decimals are 11 cm.
        expect(Math.abs(shown.lat - trueLat) * metres).toBeLessThanOrEqual(precision / 2 + 0.2);
        expect(lonMetres(shown, { lat: trueLat, lon: trueLon })).toBeLessThanOrEqual(precision / 2 + 0.2);
      }),
    );
  });

  it('is the same for all points of a cell, so the true one cannot be told from it', () => {
    fc.assert(
      fc.property(fc.double({ min: -80, max: 80, noNaN: true }), lon, precisions, (someLat, someLon, precision) => {
        const centre = snapToGrid({ lat: someLat, lon: someLon }, precision);
        fc.pre(Math.abs(centre.lon) < 179.8);
        const step = precision / metres;
        const aside = 0.3 * (step / Math.cos((centre.lat * Math.PI) / 180));
        for (const [up, right] of [
          [1, 1],
          [1, -1],
          [-1, 1],
          [-1, -1],
        ] as const) {
          const near = { lat: centre.lat + up * 0.3 * step, lon: centre.lon + right * aside };
          expect(snapToGrid(near, precision)).toEqual(centre);
        }
      }),
    );
  });

  it('is on Earth, at the poles and the antimeridian too', () => {
    fc.assert(
      fc.property(lat, lon, precisions, (someLat, someLon, precision) => {
        const shown = snapToGrid({ lat: someLat, lon: someLon }, precision);
        expect(Math.abs(shown.lat)).toBeLessThanOrEqual(90);
        expect(Math.abs(shown.lon)).toBeLessThanOrEqual(180);
      }),
    );
    for (const [atLat, atLon] of [
      [90, 180],
      [-90, -180],
      [90, 0],
      [0, 180],
    ] as const) {
      const shown = snapToGrid({ lat: atLat, lon: atLon }, 10_000);
      expect([Number.isFinite(shown.lat), Number.isFinite(shown.lon)]).toEqual([true, true]);
    }
  });

  it('moves a place in the middle of nowhere by no more and no less than the grid says', () => {
    expect(snapToGrid({ lat: 12.3456, lon: 45.6789 }, 1_000)).not.toEqual({ lat: 12.3456, lon: 45.6789 });
  });

  it('is exact where the deployment says so', () => {
    expect(snapToGrid({ lat: 12.3456789, lon: -45.6789 }, 0)).toEqual({ lat: 12.3456789, lon: -45.6789 });
  });
});

describe('the box of true places', () => {
  const inside = ({ lat, lon }: Point, { west, south, east, north }: ReturnType<typeof boxOfTruePlaces>): boolean =>
    lat >= south && lat <= north && (west <= east ? lon >= west && lon <= east : lon >= west || lon <= east);

  it('holds every place that is seen in the box', () => {
    fc.assert(
      fc.property(
        lat,
        lon,
        precisions,
        fc.double({ min: 0, max: 3, noNaN: true }),
        (someLat, someLon, precision, half) => {
          const place = { lat: someLat, lon: someLon };
          const shown = snapToGrid(place, precision);
          const [south, north] = [Math.max(-90, shown.lat - half), Math.min(90, shown.lat + half)];
          const around = (of: number): number => ((((of + 180) % 360) + 360) % 360) - 180;
          const box = { west: around(shown.lon - half), south, east: around(shown.lon + half), north };
          fc.pre(inside(shown, box));
          expect(inside(place, boxOfTruePlaces(box, precision))).toBe(true);
        },
      ),
      { seed: 20261129, numRuns: 2000 },
    );
  });
});

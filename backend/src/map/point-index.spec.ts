import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { TileAddress } from './morton.js';
import { PointFilter, type CategoryTree } from './point-filter.js';
import { PointIndex, type IndexedPoint } from './point-index.js';
import { tileFeatures } from './tile-features.js';

const tree: CategoryTree = { codes: [null, 'flood', 'road', 'bridge'], parents: [-1, -1, -1, 2] };
const severities = ['low', 'normal', 'high', 'critical'];
const statuses = ['open', 'responding', 'resolved'];
const filterOf = (words: Parameters<typeof PointFilter.of>[0] = {}) =>
  PointFilter.of(words, tree, severities, statuses);

const idOf = (number: number): string => `00000000-0000-7000-8000-${String(number).padStart(12, '0')}`;

const built = (points: Iterable<IndexedPoint>): PointIndex => {
  const index = new PointIndex(4);
  for (const point of points) index.upsert(point);
  return index;
};

/** Few ids and coarse places, so that sequences meet the same ones again. */
const place = fc.integer({ min: 0, max: 15 }).map((step) => step * 2 ** 22 + step);
const point: fc.Arbitrary<IndexedPoint> = fc.record({
  id: fc.integer({ min: 0, max: 30 }).map(idOf),
  x: place,
  y: place,
  category: fc.integer({ min: 0, max: 3 }),
  severity: fc.integer({ min: 0, max: 3 }),
  status: fc.integer({ min: 0, max: 2 }),
  time: fc.integer({ min: 0, max: 1000 }),
  label: fc.constantFrom('Bridge down', 'Water needed'),
});
type Step = { put: IndexedPoint } | { drop: string } | { compact: true } | { crowd: true };
const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 6, arbitrary: point.map((put) => ({ put })) },
  { weight: 3, arbitrary: point.map(({ id }) => ({ drop: id })) },
  { weight: 1, arbitrary: fc.constant({ compact: true as const }) },
  // More than the tail holds, so that it is merged and its rows are used again.
  { weight: 1, arbitrary: fc.constant({ crowd: true as const }) },
);
const tile: fc.Arbitrary<TileAddress> = fc.integer({ min: 0, max: 6 }).chain((z) =>
  fc.record({
    z: fc.constant(z),
    x: fc.integer({ min: 0, max: 2 ** z - 1 }),
    y: fc.integer({ min: 0, max: 2 ** z - 1 }),
  }),
);
const filter = fc.constantFrom(
  filterOf(),
  filterOf({ category: 'road,none' }),
  filterOf({ severity: 'high,critical', status: 'open' }),
  filterOf({ from: new Date(200).toISOString(), to: new Date(700).toISOString() }),
);

const crowd = Array.from({ length: 1100 }, (_, number): IndexedPoint => {
  const [x, y] = [number * 2 ** 15, (number * 7919) % 2 ** 26];
  return { id: idOf(1000 + number), x, y, category: number % 4, severity: 0, status: 0, time: number, label: '' };
});

describe('the point index', () => {
  it('after any changes gives the tiles of one built afresh', () => {
    fc.assert(
      fc.property(
        fc.array(step, { maxLength: 200 }),
        fc.array(tile, { minLength: 1, maxLength: 8 }),
        filter,
        (steps, tiles, chosen) => {
          const index = new PointIndex(4);
          const model = new Map<string, IndexedPoint>();
          for (const change of steps) {
            if ('put' in change) {
              index.upsert(change.put);
              model.set(change.put.id, change.put);
            } else if ('drop' in change) {
              index.remove(change.drop);
              model.delete(change.drop);
            } else if ('compact' in change) {
              index.compact();
            } else {
              for (const passing of crowd) index.upsert(passing);
              for (const { id } of crowd) index.remove(id);
            }
          }
          const fresh = built([...model.values()].reverse());
          expect(index.size).toBe(model.size);
          for (const address of [{ z: 0, x: 0, y: 0 }, ...tiles]) {
            expect(tileFeatures(index, address, chosen, 4)).toEqual(tileFeatures(fresh, address, chosen, 4));
          }
        },
      ),
      { seed: 20260203, numRuns: 300 },
    );
  });

  it('keeps everything through many merges of its tail', () => {
    const points = Array.from({ length: 6000 }, (_, number): IndexedPoint => {
      const [x, y] = [(number * 7919) % 2 ** 26, (number * 104729) % 2 ** 26];
      return { id: idOf(number), x, y, category: 0, severity: 0, status: 0, time: number, label: '' };
    });
    const index = built(points);
    for (const moved of points) index.upsert({ ...moved, x: moved.y, y: moved.x });
    const { cells, points: single } = tileFeatures(index, { z: 0, x: 0, y: 0 }, filterOf(), 4);
    expect(index.size).toBe(6000);
    expect(cells.reduce((sum, cell) => sum + cell.count, single.length)).toBe(6000);
  });

  it('tells which tiles a change touched', () => {
    const index = new PointIndex(4);
    const west = { z: 1, x: 0, y: 0 };
    const east = { z: 1, x: 1, y: 0 };
    const before = { west: index.stamps.of(west), east: index.stamps.of(east) };
    index.upsert({ id: idOf(1), x: 5, y: 5, category: 0, severity: 0, status: 0, time: 0, label: '' });
    expect(index.stamps.of(west)).not.toBe(before.west);
    expect(index.stamps.of({ z: 18, x: 0, y: 0 })).not.toBe(before.west);
    expect(index.stamps.of(east)).toBe(before.east);
    const placed = index.stamps.of(east);
    index.upsert({ id: idOf(1), x: 2 ** 26 - 1, y: 5, category: 0, severity: 0, status: 0, time: 0, label: '' });
    expect(index.stamps.of(east)).not.toBe(placed);
  });
});

import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { toGrid } from '../morton.js';
import { PointFilter } from '../point-filter.js';
import { PointIndex, type IndexedPoint } from '../point-index.js';
import { countTimes, type CountOptions } from './count-times.js';
import { gridBoxesOf } from './cover-box.js';

const severities = ['low', 'normal', 'high', 'critical'];
const statuses = ['open', 'responding', 'resolved'];
const tree = { codes: [null, 'flood', 'street'], parents: [-1, -1, 1] };
const filterOf = (words: Parameters<typeof PointFilter.of>[0] = {}) =>
  PointFilter.of(words, tree, severities, statuses);
const hour = 3_600_000;
const begin = Date.UTC(2026, 1, 3, 10);

const point = (number: number, lat: number, lon: number, time: number, category = 0): IndexedPoint => ({
  ...toGrid(lat, lon),
  ...{
    id: `00000000-0000-7000-8000-${String(number).padStart(12, '0')}`,
    category,
    severity: number % 4,
    status: number % 3,
    time,
    label: '',
  },
});

function indexOf(points: IndexedPoint[]): PointIndex {
  const index = new PointIndex(3);
  index.load(points);
  index.compact();
  return index;
}

const count = (index: PointIndex, options: Partial<CountOptions> = {}) =>
  countTimes({ index, filter: filterOf(), boxes: null, from: null, to: null, most: 60, ...options });

describe('the counts of the timeline', () => {
  const index = indexOf([
    point(1, 10, 20, begin),
    point(2, 10, 20, begin + 90 * 60_000, 2),
    point(3, -10, 179.5, begin + 47 * hour, 1),
  ]);

  it('stand in round buckets from the first to the last that matches', () => {
    const { from, to, minutes, counts } = count(index);
    expect([from, to, minutes]).toEqual(['2026-02-03T10:00:00.000Z', '2026-02-05T10:00:00.000Z', 60]);
    expect(counts).toHaveLength(48);
    expect([counts[0], counts[1], counts[47]]).toEqual([1, 1, 1]);
  });

  it('follow the other filters, a parent including its children', () => {
    expect(count(index, { filter: filterOf({ category: 'flood' }) }).counts.filter(Boolean)).toEqual([1, 1]);
    expect(count(index, { filter: filterOf({ category: 'street' }) }).counts).toEqual([1]);
  });

  it('know the part of the world, also across the antimeridian', () => {
    const boxes = gridBoxesOf({ west: 170, south: -20, east: -170, north: 0 });
    expect(count(index, { boxes }).counts).toEqual([1]);
    expect(
      count(index, { boxes: gridBoxesOf({ west: 0, south: 0, east: 30, north: 30 }) }).counts.filter(Boolean),
    ).toEqual([1, 1]);
  });

  it('keep to the time that is asked for, empty or not', () => {
    const [from, to] = [begin - hour, begin + hour];
    const filter = filterOf({ from: new Date(from).toISOString(), to: new Date(to).toISOString() });
    const { counts, minutes } = count(index, { from, to, filter, most: 4 });
    expect([minutes, counts]).toEqual([30, [0, 0, 1, 0]]);
    expect(count(index, { filter: filterOf({ severity: 'low' }) })).toMatchObject({ counts: [] });
    expect(count(index, { from: to, to: from })).toMatchObject({ counts: [] });
  });

  it('are those of going through all points one by one', () => {
    const one = fc.tuple(
      fc.double({ min: -80, max: 80, noNaN: true }),
      fc.double({ min: -180, max: 180, noNaN: true }),
      fc.integer({ min: 0, max: 5_000 }),
    );
    fc.assert(
      fc.property(fc.array(one, { maxLength: 60 }), (places) => {
        const points = places.map(([lat, lon, minutes], at) => point(at, lat, lon, begin + minutes * 60_000));
        const bounds = { west: -60, south: -30, east: 100, north: 55 };
        const inside = places.filter(([lat, lon]) => lat > -30 && lat < 55 && lon > -60 && lon < 100);
        const { counts } = count(indexOf(points), { boxes: gridBoxesOf(bounds), most: 7 });
        expect(counts.length).toBeLessThanOrEqual(7);
        expect(counts.reduce((sum, n) => sum + n, 0)).toBe(inside.length);
      }),
      { seed: 20261129 },
    );
  });

  it('lose none of many', () => {
    const many = Array.from({ length: 200_000 }, (_, at) =>
      point(at, (at % 160) - 80, ((at * 7) % 360) - 180, begin + at * 60_000),
    );
    expect(count(indexOf(many)).counts.reduce((sum, n) => sum + n, 0)).toBe(200_000);
  });
});

import { describe, expect, it } from '@jest/globals';
import { PointFilter } from './point-filter.js';
import { PointIndex, type IndexedPoint } from './point-index.js';
import { defaults, tileFeatures } from './tile-features.js';

const world = { z: 0, x: 0, y: 0 };
const tree = { codes: [null, 'road', 'bridge', 'flood'], parents: [-1, -1, 1, -1] };
const severities = ['low', 'normal', 'high', 'critical'];
const chosen = (words = {}) => PointFilter.of(words, tree, severities, ['open', 'resolved']);

const idOf = (number: number): string => `00000000-0000-7000-8000-${String(number).padStart(12, '0')}`;

function indexOf(...points: Partial<IndexedPoint>[]): PointIndex {
  const index = new PointIndex(4);
  points.forEach((point, at) => {
    const plain = { id: idOf(at), x: 0, y: 0, category: 0, severity: 0, status: 0, time: 0, label: 'Words' };
    index.upsert({ ...plain, ...point });
  });
  return index;
}

describe('a tile', () => {
  it('shows a cell by its count, centre, worst severity, and how many are of each category and status', () => {
    const index = indexOf(
      { x: 10, category: 2, severity: 1 },
      { x: 20, category: 2, severity: 3, status: 1 },
      { x: 60, category: 1, severity: 0 },
    );
    expect(tileFeatures(index, world, chosen(), 4)).toEqual({
      cells: [
        {
          ...{ x: 30, y: 0, count: 3, worstSeverity: 3, isOnePlace: false },
          categories: [
            [1, 1],
            [2, 2],
          ],
          statuses: [
            [0, 2],
            [1, 1],
          ],
        },
      ],
      points: [],
    });
  });

  it('shows what stands alone in its cell as itself, at every zoom', () => {
    const { cells, points } = tileFeatures(indexOf({ label: 'Alone' }), world, chosen(), 4);
    expect(cells).toEqual([]);
    expect(points.map(({ label }) => label)).toEqual(['Alone']);
  });

  it('shows things at one place one by one, since zooming would never part them', () => {
    expect(tileFeatures(indexOf({}, {}), world, chosen(), 4).points).toHaveLength(2);
    const many = indexOf(...Array.from({ length: defaults.mostAtOnePlace + 1 }, () => ({})));
    expect(tileFeatures(many, world, chosen(), 4).cells).toMatchObject([{ isOnePlace: true }]);
  });

  it('stops grouping at the point zoom unless there are too many', () => {
    const index = indexOf({ x: 1 }, { x: 2 }, { x: 3 });
    const deep = { z: defaults.pointZoom, x: 0, y: 0 };
    expect(tileFeatures(index, deep, chosen(), 4).points).toHaveLength(3);
    expect(tileFeatures(index, deep, chosen(), 4, { ...defaults, mostPoints: 2 }).cells).toHaveLength(1);
  });

  it('answers even where the grid itself ends', () => {
    expect(tileFeatures(indexOf({}, { x: 1 }), { z: 26, x: 0, y: 0 }, chosen(), 4).points).toHaveLength(1);
  });
});

it('adds up by blocks what it adds up one by one', () => {
  const crowd = Array.from({ length: 5000 }, (_, at) => ({
    ...{ x: (at * 104_729) % 2 ** 26, y: (at * 7919) % 2 ** 26, time: at },
    ...{ category: at % 4, severity: at % 3, status: at % 2 },
  }));
  const index = indexOf(...crowd);
  index.compact();
  index.remove(idOf(17));
  index.upsert({ ...index.point(40), severity: 3 });
  const all = chosen({ from: new Date(0).toISOString() });
  expect(all.takesAll).toBe(false);
  for (const tile of [world, { z: 1, x: 0, y: 1 }, { z: 4, x: 3, y: 7 }])
    expect(tileFeatures(index, tile, chosen(), 4)).toEqual(tileFeatures(index, tile, all, 4));
});

describe('a filter', () => {
  const index = indexOf(
    { label: 'none', x: 1 },
    { label: 'road', x: 2 ** 24, category: 1, severity: 3, time: 100 },
    { label: 'bridge', x: 2 ** 25, category: 2, status: 1, time: 200 },
    { label: 'flood', x: 3 * 2 ** 24, category: 3, time: 300 },
  );
  const ids = (words: Parameters<typeof PointFilter.of>[0]) =>
    tileFeatures(index, world, chosen(words), 4).points.map(({ label }) => label);

  it('by category takes the children along, and knows none', () => {
    expect(ids({ category: 'road' })).toEqual(['road', 'bridge']);
    expect(ids({ category: 'bridge,none' })).toEqual(['none', 'bridge']);
    expect(ids({ category: 'unheard-of' })).toEqual([]);
  });

  it('by severity, status and time combines all of them', () => {
    expect(ids({ severity: 'critical' })).toEqual(['road']);
    expect(ids({ status: 'resolved' })).toEqual(['bridge']);
    expect(ids({ from: new Date(200).toISOString(), to: new Date(300).toISOString() })).toEqual(['bridge']);
    expect(ids({ severity: 'critical', status: 'resolved' })).toEqual([]);
  });

  it('has the same key for the same choice', () => {
    expect(chosen({ severity: 'low,high' }).key).toBe(chosen({ severity: 'high,low' }).key);
    expect(chosen({ severity: 'low' }).key).not.toBe(chosen({ status: 'open' }).key);
  });
});

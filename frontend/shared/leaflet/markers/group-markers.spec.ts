import { describe, expect, it } from '@jest/globals';
import type { TileCell, TilePoint } from './decode-tile.js';
import { apartZoom, groupMarkers, markerAt, type ShownCluster } from './group-markers.js';

/** At zoom 0 the world is 256 pixels wide; here it is 1000, so that a thousandth is a pixel. */
const worldSize = 1000;
const point = (id: string, xPixels: number, more: Partial<TilePoint> = {}): TilePoint => ({
  id,
  ...{ x: xPixels / worldSize, y: 0.5, title: id, category: null, severity: 'low', status: 'open' },
  ...more,
});
const cell = (xPixels: number, count: number, more: Partial<TileCell> = {}): TileCell => ({
  ...{ x: xPixels / worldSize, y: 0.5, count, severity: 'normal', category: null },
  ...{ categories: { none: count }, statuses: { open: count }, spot: null },
  ...more,
});
const group = (cells: TileCell[], points: TilePoint[], zoom = 5) => groupMarkers([{ cells, points }], zoom, worldSize);
const counts = (markers: ReturnType<typeof group>) =>
  markers.map((marker) => (marker.kind === 'cluster' ? marker.count : marker.points.length));

describe('markers on the screen', () => {
  it('leave apart what is apart', () => {
    expect(counts(group([cell(100, 9), cell(300, 4)], [point('a', 500)])).sort()).toEqual([1, 4, 9]);
  });

  it('become one cluster where they would overlap, which stays where the larger was and shows the worst', () => {
    const flooded = { severity: 'critical', categories: { flood: 20, none: 10 } } as const;
    const [only, ...others] = group([cell(100, 9), cell(110, 30, flooded)], [point('a', 120, { category: 'flood' })]);
    expect(others).toEqual([]);
    expect(only).toMatchObject({ kind: 'cluster', x: 0.11, count: 40, severity: 'critical' });
    expect(only).toMatchObject({ categories: { flood: 21, none: 19 }, statuses: { open: 40 } });
    expect((only as ShownCluster).from.x).toBeCloseTo(0.1);
    expect((only as ShownCluster).to.x).toBeCloseTo(0.12);
  });

  it('make a cluster of two single ones that would hide each other', () => {
    expect(counts(group([], [point('a', 100), point('b', 110)]))).toEqual([2]);
    expect(group([], [point('a', 100), point('b', 110)])[0]!.kind).toBe('cluster');
  });

  it('keep together what is at the very same place, the worst first', () => {
    const [spot] = group([], [point('a', 100), point('b', 100, { severity: 'high' })], apartZoom);
    expect(spot).toMatchObject({ kind: 'spot', points: [{ id: 'b' }, { id: 'a' }] });
  });

  it('all stand for themselves when near enough', () => {
    expect(counts(group([], [point('a', 100), point('b', 110)], apartZoom))).toEqual([1, 1]);
  });

  it('lose nothing', () => {
    const points = Array.from({ length: 200 }, (_, at) => point(String(at), (at * 37) % 1000));
    const cells = Array.from({ length: 50 }, (_, at) => cell((at * 91) % 1000, at + 2));
    const expected = 200 + cells.reduce((sum, { count }) => sum + count, 0);
    expect(counts(group(cells, points)).reduce((sum, count) => sum + count, 0)).toBe(expected);
  });
});

describe('the marker under the finger', () => {
  const markers = group([cell(100, 9)], [point('a', 300)]);

  it('is the nearest within reach', () => {
    expect(markerAt(markers, { x: 0.31, y: 0.5 }, worldSize, 0)).toMatchObject({ kind: 'spot' });
    expect(markerAt(markers, { x: 0.11, y: 0.5 }, worldSize, 0)).toMatchObject({ kind: 'cluster' });
    expect(markerAt(markers, { x: 0.2, y: 0.5 }, worldSize, 0)).toBeNull();
  });

  it('may be missed by a little', () => {
    expect(markerAt(markers, { x: 0.32, y: 0.5 }, worldSize, 0)).toBeNull();
    expect(markerAt(markers, { x: 0.32, y: 0.5 }, worldSize, 12)).not.toBeNull();
  });
});

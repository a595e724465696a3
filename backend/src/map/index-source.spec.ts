import { describe, expect, it } from '@jest/globals';
import type { Policy } from '@atesto/contract';
import { Deployment, type CategoryNode } from '../deployments/index.js';
import { snapToGrid } from '../incidents/index.js';
import type { Sql } from '../platform/index.js';
import { indexSource } from './index-source.js';
import type { PlacedRow } from './map.queries.js';
import { toGrid } from './morton.js';

const category = (code: string, parentId: string | null = null, sensitive = false): CategoryNode => ({
  id: `id-${code}`,
  code,
  parentId,
  sensitive,
  ...{ names: { en: code }, colour: '#000000', icon: 'dot', archived: false },
});
const policy = { publicPrecisionMetres: 1000, fourEyes: false } as Policy;
const area = { west: 0, south: 0, east: 1, north: 1 };
const categories = [category('flood'), category('violence', null, true), category('witness', 'id-violence')];
const deployment = new Deployment('d', 'main', 'Made up', area, ['en'], policy, 1, categories);

const row = (id: string, category_id: string | null): PlacedRow => ({
  id,
  category_id,
  ...{ lat: 10.12345, lon: 20.54321, severity: 'high', status: 'responding', at: 5, label: 'Words' },
});

function sqlOf(rows: PlacedRow[]) {
  const asked: (readonly unknown[])[] = [];
  const sql: Sql = {
    query: <Row>(text: string, params: readonly unknown[] = []) => {
      asked.push(params);
      const values = ({ id, lat, lon, category_id, severity, status, at, label }: PlacedRow) =>
        [id, lat, lon, category_id ?? '', severity, status, at, label].join('\u001f');
      const page = rows.map(values).join('\u001e');
      return Promise.resolve((text.includes('string_agg') ? [{ page }] : rows) as Row[]);
    },
  };
  return { sql, asked };
}

describe('the public source', () => {
  const { sql, asked } = sqlOf([row('a', 'id-flood'), row('b', 'id-violence'), row('c', 'id-witness'), row('d', null)]);
  const source = indexSource(sql, deployment, { layer: 'incidents', audience: 'public' }, snapToGrid);

  it('leaves out sensitive categories and what lies below them', async () => {
    const { points, last } = await source.page(null);
    expect([...points()].map(({ id }) => id)).toEqual(['a', 'd']);
    expect(last).toBe('d');
    expect((await source.byIds(['a', 'b', 'c', 'd'])).map(({ id }) => id)).toEqual(['a', 'd']);
  });

  it('asks for published incidents only', () => {
    expect(asked.some((params) => params.includes(true))).toBe(true);
  });

  it('knows places only as snapped to the precision of the deployment', async () => {
    const [point] = await source.byIds(['a']);
    const snapped = snapToGrid({ lat: 10.12345, lon: 20.54321 }, 1000);
    expect(point).toMatchObject(toGrid(snapped.lat, snapped.lon));
    expect(point).not.toMatchObject(toGrid(10.12345, 20.54321));
  });
});

describe('the source for responders', () => {
  it('holds everything, exactly', async () => {
    const { sql, asked } = sqlOf([row('a', 'id-flood'), row('b', 'id-violence')]);
    const source = indexSource(sql, deployment, { layer: 'incidents', audience: 'responders' }, snapToGrid);
    const { points } = await source.page(null);
    expect([...points()].map(({ id, category: number }) => [id, number])).toEqual([
      ['a', 1],
      ['b', 2],
    ]);
    expect([...points()][0]).toMatchObject({
      ...toGrid(10.12345, 20.54321),
      severity: 2,
      status: 1,
      time: 5,
      label: 'Words',
    });
    expect(asked.some((params) => params.includes(false))).toBe(true);
  });

  it('knows which category stands above which', () => {
    const { tree } = indexSource(sqlOf([]).sql, deployment, { layer: 'reports', audience: 'responders' }, snapToGrid);
    expect(tree).toEqual({ codes: [null, 'flood', 'violence', 'witness'], parents: [-1, -1, -1, 2] });
  });
});

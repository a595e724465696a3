/** Marker tiles and the basemap from outside: who gets what, how it is cached, and that it follows what happens. */
import { randomUUID } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { VectorTile } from '@mapbox/vector-tile';
import { PbfReader } from 'pbf';
import type { IncidentDetail, ReportDetail } from '@atesto/contract';
import { eventually } from '../../../test/support/eventually.js';
import { useServer } from '../../../test/support/test-server.js';
import { toGrid } from './morton.js';
import type { TileJson } from './tile-json.js';

const server = useServer();
const place = { lat: 10.12345, lon: 20.54321 };

async function tile(path: string, cookie: string | null = null, headers: Record<string, string> = {}) {
  const url = path.startsWith('/') ? path : `/api/v1/deployments/main/tiles/${path}`;
  const response = await fetch(server.url + url, { headers: { ...(cookie === null ? {} : { cookie }), ...headers } });
  const bytes = new Uint8Array(await response.arrayBuffer());
  const layers = response.status === 200 ? new VectorTile(new PbfReader(bytes)).layers : {};
  const points = Array.from({ length: layers['points']?.length ?? 0 }, (_, at) => layers['points']!.feature(at));
  return { status: response.status, headers: response.headers, layers, points };
}

/** An incident as it comes about: reported, claimed, verified. */
async function incident(fields: Record<string, unknown> = {}): Promise<string> {
  const id = randomUUID();
  await server.main('/reports', {
    method: 'POST',
    cookie: null,
    body: { id, text: 'The bridge is gone', location: place },
  });
  await server.main(`/reports/${id}/claim`, { method: 'POST' });
  const body = { incident: { title: 'Bridge gone', severity: 'high', ...fields } };
  const verified = await server.main<ReportDetail>(`/reports/${id}/verify`, { method: 'POST', body });
  expect(verified.status).toBe(200);
  return verified.body.incident!.id;
}

const idsIn = ({ points }: Awaited<ReturnType<typeof tile>>) => points.map(({ properties }) => properties['id']);

describe('marker tiles', () => {
  it('are empty before anything happened', async () => {
    expect((await tile('incidents/0/0/0.mvt')).status).toBe(204);
  });

  it('show the public an incident with these keys only, at a snapped place; responders the exact one', async () => {
    const id = await incident();
    await eventually(async () => expect(idsIn(await tile('incidents/0/0/0.mvt'))).toEqual([id]));
    const [seen] = (await tile('incidents/0/0/0.mvt')).points;
    expect(seen!.properties).toEqual({ id, title: 'Bridge gone', severity: 'high', status: 'open' });
    const at = async (cookie: string | null, query = '') => {
      const grid = toGrid(place.lat, place.lon);
      const [x, y] = [Math.floor(grid.x / 2 ** 8), Math.floor(grid.y / 2 ** 8)];
      const near = [0, -1, 1].flatMap((dx) => [0, -1, 1].map((dy) => [x + dx, y + dy] as const));
      for (const [column, row] of near) {
        const { points } = await tile(`incidents/18/${column}/${row}.mvt${query}`, cookie);
        if (points[0]) return points[0].toGeoJSON(column, row, 18).geometry;
      }
      return null;
    };
    const exact = await at(server.adminCookie);
    const snapped = await at(null);
    expect(exact).not.toBeNull();
    expect(snapped).not.toBeNull();
    expect(exact).not.toEqual(snapped);
    expect(await at(server.adminCookie, '?audience=public')).toEqual(snapped);
  });

  it('follow a change, and never show the public what is internal', async () => {
    const id = await incident({ title: 'Soon internal' });
    await eventually(async () => expect(idsIn(await tile('incidents/0/0/0.mvt?severity=high'))).toContain(id));
    const { body } = await server.main<IncidentDetail>(`/incidents/${id}`);
    const headers = { 'if-match': `"${body.version}"` };
    await server.main(`/incidents/${id}`, { method: 'PATCH', body: { visibility: 'internal' }, headers });
    await eventually(async () => expect(idsIn(await tile('incidents/0/0/0.mvt'))).not.toContain(id));
    expect(idsIn(await tile('incidents/0/0/0.mvt', server.adminCookie))).toContain(id);
    expect(idsIn(await tile('incidents/0/0/0.mvt?audience=public', server.adminCookie))).not.toContain(id);
  });

  it('of reports are for responders', async () => {
    expect((await tile('reports/0/0/0.mvt')).status).toBe(401);
    expect((await tile('reports/0/0/0.mvt', server.adminCookie)).status).toBe(200);
  });

  it('are answered with 304 while nothing changed, and may be shared only when they are public by their address', async () => {
    const first = await tile('incidents/0/0/0.mvt?audience=public');
    expect(first.headers.get('cache-control')).toMatch(/^public, max-age=\d+/);
    expect(first.headers.get('content-type')).toBe('application/vnd.mapbox-vector-tile');
    const etag = first.headers.get('etag')!;
    expect((await tile('incidents/0/0/0.mvt?audience=public', null, { 'if-none-match': etag })).status).toBe(304);
    expect((await tile('incidents/0/0/0.mvt')).headers.get('cache-control')).toMatch(/^private/);
    const plain = await tile('incidents/0/0/0.mvt?audience=public', null, { 'accept-encoding': 'identity' });
    expect(plain.headers.get('content-encoding')).toBeNull();
    expect(idsIn(plain)).toEqual(idsIn(first));
  });

  it('are found by their description, under the same rule', async () => {
    const { body } = await server.main<TileJson>('/tiles/incidents.json', { cookie: null });
    const address = body.tiles[0]!.replace('{z}/{x}/{y}', '0/0/0');
    expect((await tile(address.slice(new URL(address).origin.length))).status).toBe(200);
    expect((await server.main('/tiles/reports.json', { cookie: null })).status).toBe(401);
    expect((await server.main('/tiles/reports.json')).status).toBe(200);
  });

  it.each(['incidents/3/8/0.mvt', 'incidents/99/0/0.mvt', 'incidents/a/0/0.mvt', 'incidents/0/0/0.mvt?status=new'])(
    'refuse %s',
    async (path) => {
      const answer = await tile(path);
      expect(answer.status).toBe(422);
      expect(answer.headers.get('content-type')).toMatch(/^application\/problem\+json/);
    },
  );
});

describe('the basemap', () => {
  it('has land and names, and says what to draw and whom to thank', async () => {
    expect(Object.keys((await tile('/basemap/0/0/0.mvt')).layers)).toContain('land');
    expect(Object.keys((await tile('/basemap/places/2/2/1.mvt')).layers)).toEqual(['places']);
    expect((await tile('/basemap/7/20/70.mvt')).status).toBe(204);
    const { body } = await server.call('/basemap/config.json', { cookie: null });
    expect(JSON.stringify(body)).toMatch(/Natural Earth.*GeoNames \(CC BY 4\.0\)/);
  });
});

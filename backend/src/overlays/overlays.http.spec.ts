/** Overlays over HTTP: who sees which, what pages may load for them, files, order, and the same sent twice. */
import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from '@jest/globals';
import type { OverlayDetail, OverlayList, ProblemBody } from '@atesto/contract';
import { addAreas, addOverlay, addTiles, areasFile, sendFile } from '../../../test/support/overlays.js';
import { addPerson, type Person } from '../../../test/support/people.js';
import { useServer } from '../../../test/support/test-server.js';

const server = useServer();
let viewer: Person;
beforeAll(async () => {
  viewer = await addPerson(server, 'viewer');
});

const listed = async (cookie: string | null): Promise<OverlayDetail[]> =>
  (await server.main<OverlayList>('/overlays', { cookie })).body.items as OverlayDetail[];
const policyOf = async (path: string, cookie: string | null = null): Promise<string> =>
  /img-src ([^;]+)/.exec((await server.call(path, { cookie })).headers.get('content-security-policy') ?? '')?.[1] ?? '';

describe('an overlay', () => {
  it('is seen by all, or by responders only, and its data as well', async () => {
    const { file } = (await sendFile(server, areasFile([{ name: 'Mill' }]))).body;
    const shapes = { kind: 'geojson', names: { en: 'Shelters' }, file };
    const open = (await addOverlay(server, shapes)).body;
    const closed = (await addOverlay(server, { ...shapes, visibility: 'responders' })).body;
    const ids = (items: OverlayDetail[]): string[] => items.map(({ id }) => id);
    expect(ids(await listed(null))).toContain(open.id);
    expect(ids(await listed(null))).not.toContain(closed.id);
    expect(ids(await listed(viewer.cookie))).toEqual(expect.arrayContaining([open.id, closed.id]));
    const data = await server.main(`/overlays/${open.id}/data`, { cookie: null });
    expect([data.status, data.headers.get('etag')]).toEqual([200, `"${file}"`]);
    expect(data.body).toMatchObject({ type: 'FeatureCollection' });
    const known = { cookie: null, headers: { 'if-none-match': `"${file}"` } };
    expect((await server.main(`/overlays/${open.id}/data`, known)).status).toBe(304);
    expect((await server.main(`/overlays/${closed.id}/data`, { cookie: null })).status).toBe(404);
    expect((await server.main(`/overlays/${closed.id}/data`, { cookie: viewer.cookie })).status).toBe(200);
  });

  it('that is sent again under its id is there once', async () => {
    const id = randomUUID();
    const [one, other] = [await addTiles(server, { id }), await addTiles(server, { id })];
    expect(other.body.id).toBe(one.body.id);
    expect((await listed(server.adminCookie)).filter((row) => row.id === one.body.id)).toHaveLength(1);
    expect((await addTiles(server, { id, names: { en: 'Other' } })).body.id).not.toBe(one.body.id);
  });

  it('is changed and removed under the version that was seen', async () => {
    const { id } = (await addTiles(server)).body;
    const patch = (version: string | null, body: object = { opacity: 40 }) =>
      server.main<OverlayDetail & ProblemBody>(`/overlays/${id}`, {
        method: 'PATCH',
        headers: version === null ? {} : { 'if-match': version },
        body,
      });
    expect((await patch(null)).status).toBe(428);
    expect((await patch('"1"')).body).toMatchObject({ opacity: 40, version: 2 });
    expect((await patch('"1"')).status).toBe(412);
    const odd = await patch('"2"', { url: 'http://tiles.example.org/{z}/{x}/{y}' });
    expect([odd.status, odd.body.errors?.[0]?.pointer]).toEqual([422, '/url']);
    expect((await patch('"2"', { kind: 'wms' })).status).toBe(422);
    const remove = (version: string) =>
      server.main(`/overlays/${id}`, { method: 'DELETE', headers: { 'if-match': version } });
    expect((await remove('"1"')).status).toBe(412);
    expect((await remove('"2"')).status).toBe(200);
    expect((await remove('"2"')).status).toBe(404);
  });

  it('stands where coordinators put it', async () => {
    await addTiles(server);
    const ids = (await listed(server.adminCookie)).map(({ id }) => id).reverse();
    const arrange = (body: object) => server.main<OverlayList>('/overlays/order', { method: 'PUT', body });
    expect((await arrange({ ids })).body.items.map(({ id }) => id)).toEqual(ids);
    expect((await arrange({ ids: ids.slice(1) })).status).toBe(422);
    expect((await arrange({ ids: [...ids.slice(1), randomUUID()] })).status).toBe(422);
  });
});

describe('a file', () => {
  it('tells what is in it', async () => {
    const kml = `<kml xmlns="http://www.opengis.net/kml/2.2"><Placemark><name>Ford</name><Point><coordinates>1,2</coordinates></Point></Placemark></kml>`;
    expect((await sendFile(server, kml)).body).toMatchObject({
      kind: 'geojson',
      count: 1,
      bounds: [1, 2, 1, 2],
      properties: [{ name: 'name', values: ['Ford'], distinct: 1 }],
    });
  });

  it.each([
    ['words', 'hello', 422],
    ['an entity', '<!DOCTYPE kml [<!ENTITY x "y">]><kml/>', 422],
    ['nothing', ' ', 422],
    ['tiles that are none', `PMTiles${'x'.repeat(300)}`, 422],
    ['too much', `[${' '.repeat(10 * 1024 * 1024)}]`, 413],
  ])('with %s is refused', async (_, content, status) => {
    expect((await sendFile(server, content)).status).toBe(status);
  });

  it('that is not here cannot be shown', async () => {
    const body = { kind: 'geojson', names: { en: 'X' }, file: 'a'.repeat(64) };
    expect((await server.main<ProblemBody>('/overlays', { body })).body.errors?.[0]?.pointer).toBe('/file');
  });
});

describe('what pages may load', () => {
  it('are pictures of the hosts of their own overlays, on the pages with a map alone', async () => {
    await server.call('/api/v1/deployments', { body: { slug: 'elsewhere', name: 'Elsewhere' } });
    await addTiles(server, { url: 'https://{s}.relief.example/{z}/{x}/{y}.png' });
    await addTiles(server, { url: 'https://inside.example/{z}/{x}/{y}.png', visibility: 'responders' });
    const everybody = await policyOf('/map/main');
    expect(everybody).toContain('https://*.relief.example');
    expect(everybody).not.toContain('inside.example');
    const page = '/console/main/settings/layers';
    expect(await policyOf(page, viewer.cookie)).toContain('https://inside.example');
    expect(await policyOf('/map/main', viewer.cookie)).toBe(everybody);
    for (const cookie of [null, 'atesto_session=odd']) expect(await policyOf(page, cookie)).toBe(everybody);
    for (const path of ['/', '/map/elsewhere', '/console', '/console/elsewhere', '/report/main', '/map/nowhere']) {
      expect([path, await policyOf(path)]).toEqual([path, "'self' data: blob:"]);
    }
  });
});

describe('of too many', () => {
  it('the next one is refused', async () => {
    await addAreas(server);
    for (let n = (await listed(server.adminCookie)).length; n < 50; n++) await addTiles(server);
    expect((await addTiles(server)).status).toBe(409);
  });
});

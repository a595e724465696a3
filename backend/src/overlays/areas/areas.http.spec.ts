/** Authority layers over HTTP: areas replaced and said of, by people and by programs; their history; and what is live. */
import { beforeAll, describe, expect, it } from '@jest/globals';
import type { ApiKeyView, AreaHistoryEntry, AreaStatus, OverlayDetail, ProblemBody } from '@atesto/contract';
import type { FeatureCollection } from 'geojson';
import { addAreas, areasFile, putAreas } from '../../../../test/support/overlays.js';
import { addPerson, type Person } from '../../../../test/support/people.js';
import { useServer } from '../../../../test/support/test-server.js';

let aheadMs = 0;
const server = useServer({}, { now: () => new Date(Date.now() + aheadMs) });
let cora: Person;
let layer: OverlayDetail;
beforeAll(async () => {
  cora = await addPerson(server, 'coordinator', 'Cora Example');
  layer = await addAreas(server);
});

const states = async (cookie: string | null = null): Promise<AreaStatus[]> =>
  (await server.main<{ items: AreaStatus[] }>(`/overlays/${layer.id}/states`, { cookie })).body.items;
const say = (area: string, body: object, options: object = { cookie: cora.cookie }) =>
  server.main<AreaStatus & ProblemBody>(`/overlays/${layer.id}/areas/${area}`, { method: 'PATCH', body, ...options });
const history = async (area: string): Promise<AreaHistoryEntry[]> =>
  (await server.main<{ items: AreaHistoryEntry[] }>(`/overlays/${layer.id}/areas/${area}/history`)).body.items;

describe('areas', () => {
  it('have the states of the file, as GeoJSON for everybody', async () => {
    expect((await states()).map(({ id, name, state, source }) => [id, name, state, source])).toEqual([
      ['a', 'Mill', 'none', 'Flood office'],
      ['b', 'Bank', 'watch', 'Flood office'],
    ]);
    const { body, headers } = await server.main<FeatureCollection>(`/overlays/${layer.id}/areas`, { cookie: null });
    expect(headers.get('content-type')).toContain('application/geo+json');
    expect(body.features.map(({ properties }) => properties?.['state'] as string)).toEqual(['none', 'watch']);
  });

  it('are said of by coordinators, whose words stay in the history; what is taken back does not', async () => {
    const until = '2100-01-01T00:00:00.000Z';
    const said = await say('a', { state: 'warning', note: ' The river rises ', validUntil: until });
    expect(said.body).toMatchObject({ id: 'a', state: 'warning', note: 'The river rises', validUntil: until });
    expect((await states())[0]).toEqual(said.body);
    const evacuated = await say('a', { state: 'evacuate', source: 'Fire brigade' });
    expect((await history('a')).map(({ state, source, by }) => [state, source, by?.name])).toEqual([
      ['warning', 'Flood office', 'Cora Example'],
      ['evacuate', 'Fire brigade', 'Cora Example'],
    ]);
    const path = `/actions/${evacuated.headers.get('x-action')}/undo`;
    expect((await server.main(path, { method: 'POST', cookie: cora.cookie })).status).toBe(200);
    expect((await states())[0]).toEqual(said.body);
    expect((await history('a')).map(({ state }) => state)).toEqual(['warning']);
  });

  it('say nothing new when the same is said again', async () => {
    const first = await say('b', { state: 'warning' });
    const again = await say('b', { state: 'warning' });
    expect([again.body, again.headers.get('x-action')]).toEqual([first.body, null]);
  });

  it('are warned of anew by a file that says the same after it has run out, and the history tells so', async () => {
    const { id } = await addAreas(server);
    const validUntil = new Date(Date.now() + aheadMs + 60_000).toISOString();
    const path = `/overlays/${id}/areas/b`;
    await server.main(path, { method: 'PATCH', body: { state: 'watch', note: 'Until noon', validUntil } });
    aheadMs += 120_000;
    const put = () => putAreas(server, id, [{ id: 'b', name: 'Bank', level: 'watch' }]);
    const [renewed] = (await put()).body.items;
    expect(renewed).toMatchObject({ state: 'watch', note: null, validUntil: null });
    expect(Date.parse(renewed!.since)).toBeGreaterThan(Date.parse(validUntil));
    expect((await put()).body.items).toEqual([renewed]);
    const told = (await server.main<{ items: AreaHistoryEntry[] }>(`${path}/history`)).body.items;
    expect(told.map(({ state, note }) => [state, note])).toEqual([
      ['watch', null],
      ['watch', 'Until noon'],
      ['watch', null],
    ]);
  });

  it.each([
    ['a state that there is not', 'a', { state: 'odd' }, 422],
    ['a time that is over', 'a', { state: 'watch', validUntil: '2001-01-01T00:00:00Z' }, 422],
    ['an area that there is not', 'z', { state: 'watch' }, 404],
  ])('refuse %s', async (_, area, body, status) => {
    expect((await say(area, body)).status).toBe(status);
  });

  it('are kept up by a program whose key is for areas only', async () => {
    const key = { name: 'Gauge', scopes: ['areas.edit'] };
    const { secret } = (await server.main<ApiKeyView>('/api-keys', { body: key })).body;
    const authorization = `Bearer ${secret}`;
    const options = { cookie: null, headers: { authorization } };
    expect((await say('a', { state: 'watch' }, options)).body.state).toBe('watch');
    const body = areasFile([
      { id: 'a', name: 'Old mill', level: 'watch' },
      { id: 'c', name: 'Quay', level: 'evacuate' },
    ]);
    const headers = { authorization, 'content-type': 'application/geo+json' };
    const put = () => server.main(`/overlays/${layer.id}/areas`, { method: 'PUT', cookie: null, headers, body });
    expect((await put()).status).toBe(200);
    expect((await states()).map(({ id, name, state }) => [id, name, state])).toEqual([
      ['a', 'Old mill', 'watch'],
      ['c', 'Quay', 'evacuate'],
    ]);
    expect((await history('c')).map(({ state }) => state)).toEqual(['evacuate']);
    const patch = {
      method: 'PATCH',
      headers: { authorization, 'if-match': '"1"' },
      body: { opacity: 40 },
      cookie: null,
    };
    expect((await server.main(`/overlays/${layer.id}`, patch)).status).toBe(403);
  });

  it.each([
    ['without an id', { name: 'X' }, 422],
    ['in no format', 'odd', 422],
  ])('%s are refused, and all stay as they were', async (_, odd, status) => {
    const before = await states();
    const answer = await putAreas(server, layer.id, [{ id: 'n', name: 'New' }, odd as object]);
    expect([answer.status, await states()]).toEqual([status, before]);
  });

  it('of responders are not there for the public', async () => {
    const { id } = await addAreas(server, { visibility: 'responders' });
    for (const part of ['states', 'areas', 'data']) {
      expect((await server.main(`/overlays/${id}/${part}`, { cookie: null })).status).toBe(404);
      expect((await server.main(`/overlays/${id}/${part}`, { cookie: cora.cookie })).status).toBe(200);
    }
  });
});

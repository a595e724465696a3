/** OGC API - Features as map programs meet it: by hand as the tests of the standard do, and through the real GDAL. */
import { beforeAll, describe, expect, it } from '@jest/globals';
import type { IncidentDetail, ProblemBody } from '@atesto/contract';
import { gdal, itWithGdal } from '../../../../test/support/gdal.js';
import { addPerson, openIncident } from '../../../../test/support/people.js';
import { useServer } from '../../../../test/support/test-server.js';
import { Database } from '../../platform/index.js';
import type { Collections } from './ogc-documents.js';
import type { Feature, FeatureCollection } from './ogc-features.js';
import type { Link } from './ogc-links.js';

const server = useServer();

type Answer = FeatureCollection & { timeStamp: string };

const get = <Body = Answer>(path: string, cookie: string | null = null, headers: Record<string, string> = {}) =>
  server.call<Body>(`/ogc/main${path}`, { cookie, headers });
const items = (query = '', cookie: string | null = null) => get(`/collections/incidents/items${query}`, cookie);
const idsOf = ({ body }: { body: FeatureCollection }): string[] => body.features.map(({ id }) => id);
const idsIn = async (query: string, cookie: string | null = null) => new Set(idsOf(await items(query, cookie)));
const linkOf = (links: readonly Link[], rel: string): Link | undefined => links.find((link) => link.rel === rel);
/** The server under test is reached by another address than the one it is told. */
const here = (href: string): string => href.slice(new URL(href).origin.length + '/ogc/main'.length);

const exact = { lat: 12.345678, lon: -45.678901 };
let near: IncidentDetail;
let east: IncidentDetail;
let west: IncidentDetail;
let nowhere: IncidentDetail;
let hidden: IncidentDetail;
let coordinator: string;

beforeAll(async () => {
  coordinator = (await addPerson(server, 'coordinator')).cookie;
  near = await openIncident(server, { title: 'Dry <well>', severity: 'high', category: 'water' }, { location: exact });
  east = await openIncident(server, { title: 'East' }, { location: { lat: -17.5, lon: 179.5 } });
  west = await openIncident(server, { title: 'West' }, { location: { lat: -17.5, lon: -179.5 } });
  nowhere = await openIncident(server, { title: 'Nowhere' });
  hidden = await openIncident(server, { title: 'Hidden' }, { location: { lat: 80, lon: 100 } });
  const headers = { 'if-match': `"${hidden.version}"` };
  await server.main(`/incidents/${hidden.id}`, { method: 'PATCH', body: { visibility: 'internal' }, headers });
});

describe('the resources', () => {
  it('lead from the landing page to everything, as a program that knows nothing goes', async () => {
    const { body: landing } = await get<{ links: Link[] }>('');
    expect((await get('/')).status).toBe(200);
    for (const { href, type } of landing.links) {
      const answer = await get<unknown>(here(href), null, { accept: type });
      expect([href, answer.status]).toEqual([href, 200]);
      expect(answer.headers.get('content-type')).toContain(type.split(';')[0]);
    }
    const { body: conformance } = await get<{ conformsTo: string[] }>(here(linkOf(landing.links, 'conformance')!.href));
    expect(conformance.conformsTo).toContain('http://www.opengis.net/spec/ogcapi-features-1/1.0/conf/core');
    const { body } = await get<Collections>(here(linkOf(landing.links, 'data')!.href));
    expect(body.collections.map(({ id }) => id)).toEqual(['incidents']);
    const answer = await get(here(linkOf(body.collections[0]!.links, 'items')!.href));
    expect(answer.headers.get('content-type')).toBe('application/geo+json');
    expect(answer.body.numberMatched).toBe(4);
    const own = await get<Feature & { links: Link[] }>(`/collections/incidents/items/${near.id}`);
    expect(own.body.links.map(({ rel }) => rel)).toEqual(['self', 'alternate', 'collection']);
  });

  it('are pages for browsers, escaped and without script', async () => {
    const accept = { accept: 'text/html,application/xhtml+xml,*/*;q=0.8' };
    const own = `/collections/incidents/items/${near.id}`;
    for (const path of ['', '/conformance', '/api', '/collections', '/collections/incidents', `${own}`]) {
      const { status, body, headers } = await get<string>(path, null, accept);
      expect([path, status, headers.get('content-type')]).toEqual([path, 200, 'text/html; charset=utf-8']);
      expect(body).not.toMatch(/<script|<well>|style=/);
    }
    expect((await get<string>(own, null, accept)).body).toContain('Dry &lt;well&gt;');
    expect((await get<string>('/collections/incidents/items?f=html&limit=1')).body).toMatch(/cursor=[^"]+f=html/);
    expect((await server.call('/ogc/pages.css', { cookie: null })).headers.get('content-type')).toMatch('text/css');
  });

  it.each([
    '?unknown=1',
    '/conformance?limit=1',
    '/collections/incidents/items?limit=unlimited',
    '/collections/incidents/items?unknownQueryParameter=1',
    '/collections/incidents/items?bbox=1,2,3',
    '/collections/incidents/items?datetime=soon',
    '/collections/incidents/items?cursor=x',
    '/collections/incidents/items?f=xml',
  ])('refuse %s with 400', async (path) => {
    const { status, body, headers } = await get<ProblemBody>(path);
    expect(status).toBe(400);
    expect(headers.get('content-type')).toMatch(/^application\/problem\+json/);
    expect(body.errors).toHaveLength(1);
  });

  it('are not there for what is not there', async () => {
    for (const path of [
      '/collections/reports',
      '/collections/incidents/items/1',
      `/collections/incidents/items/${hidden.id}`,
    ])
      expect([path, (await get(path)).status]).toEqual([path, 404]);
  });

  it('are not sent again while nothing changed', async () => {
    const { headers, body } = await items();
    expect(body.timeStamp).toMatch(/^\d{4}-.*Z$/);
    const seen = { 'if-none-match': headers.get('etag') ?? '' };
    expect((await get('/collections/incidents/items', null, seen)).status).toBe(304);
    expect((await get('/collections/incidents/items?limit=2', null, seen)).status).toBe(200);
  });
});

describe('the features', () => {
  it('come in pages by the next link, all of them once', async () => {
    const found: string[] = [];
    let path: string | undefined = '/collections/incidents/items?limit=2&bbox=-180,-90,180,90';
    for (let pages = 0; path !== undefined && pages < 10; pages += 1) {
      const { body }: { body: Answer } = await get(path);
      expect([body.numberMatched, body.numberReturned]).toEqual([4, body.features.length]);
      found.push(...body.features.map(({ id }) => id));
      const next = linkOf(body.links, 'next');
      path = next && here(next.href);
    }
    expect(found).toEqual([nowhere.id, west.id, east.id, near.id]);
  });

  it('are found by box, also across the antimeridian; what has no place is in every box', async () => {
    expect(await idsIn('?bbox=179,-18,-179,-17')).toEqual(new Set([east.id, west.id, nowhere.id]));
    expect(await idsIn('?bbox=179,-18,0,180,-17,9')).toEqual(new Set([east.id, nowhere.id]));
    expect(await idsIn('?bbox=0,0,1,1')).toEqual(new Set([nowhere.id]));
  });

  it('are found by each property and by time', async () => {
    expect(await idsIn('?category=water')).toEqual(new Set([near.id]));
    expect(await idsIn('?category=no-such')).toEqual(new Set());
    expect(await idsIn('?severity=high&status=open&confidence=unconfirmed')).toEqual(new Set([near.id]));
    expect(await idsIn(`?number=${east.number}`)).toEqual(new Set([east.id]));
    expect(await idsIn(`?datetime=${near.openedAt}/..&severity=high`)).toEqual(new Set([near.id]));
    expect(await idsIn(`?datetime=${near.openedAt}`)).toContain(near.id);
    expect(await idsIn('?datetime=../2001-01-01')).toEqual(new Set());
    expect((await items('?datetime=2001-01-01/..')).body.numberMatched).toBe(4);
  });

  it('show the public rough places only, and feel for the exact one in vain; those who export see all', async () => {
    const shown = (await items(`?number=${near.number}`)).body.features[0]!;
    const [lon = 0, lat = 0] = shown.geometry!.coordinates;
    expect([lon, lat]).not.toEqual([exact.lon, exact.lat]);
    const around = (x: number, y: number) => `?severity=high&bbox=${x - 1e-5},${y - 1e-5},${x + 1e-5},${y + 1e-5}`;
    expect(await idsIn(around(lon, lat))).toContain(near.id);
    expect(await idsIn(around(exact.lon, exact.lat))).not.toContain(near.id);
    expect(await idsIn(around(exact.lon, exact.lat), coordinator)).toContain(near.id);
    expect(Object.keys(shown.properties)).not.toContain('visibility');
    expect(await idsIn('', coordinator)).toContain(hidden.id);
    expect((await items(`?number=${hidden.number}`)).body.numberMatched).toBe(0);
  });

  it('lie all in the extent that their audience is told', async () => {
    for (const cookie of [null, coordinator]) {
      const { body } = await get<Collections>('/collections', cookie);
      const { spatial, temporal } = body.collections[0]!.extent;
      const [w = 0, s = 0, e = 0, n = 0] = spatial.bbox[0]!;
      expect(n > 79).toBe(cookie !== null);
      const { features } = (await items('', cookie)).body;
      for (const { geometry, properties } of features) {
        const [lon, lat] = geometry?.coordinates ?? [w, s];
        expect(lon >= w && lon <= e && lat >= s && lat <= n).toBe(true);
        const [from = '', to = ''] = temporal.interval[0]!;
        expect(String(properties['openedAt']) >= String(from)).toBe(true);
        expect(String(properties['updatedAt']) <= String(to)).toBe(true);
      }
    }
  });

  it('are noted as taken out once in a while by whoever sees more than the public', async () => {
    const noted = () =>
      server.app.get(Database).query("select 1 from journal where kind = 'export.taken' and data->>'format' = 'ogc'");
    await items('', coordinator);
    await items('', coordinator);
    expect(await noted()).toHaveLength(1);
  });

  it('of an exercise bear its mark', async () => {
    await server.call('/api/v1/deployments', { body: { slug: 'drill', name: 'Drill', exercise: true } });
    const { body } = await server.call<{ title: string }>('/ogc/drill', { cookie: null });
    expect(body.title).toBe('EXERCISE: Drill');
  });
});

describe('GDAL', () => {
  const layer = () => ['OAPIF:' + `${server.url}/ogc/main`];
  const read = async (...args: string[]): Promise<Feature[]> => {
    const text = await gdal('ogr2ogr', ['-f', 'GeoJSON', '/vsistdout/', ...layer(), 'incidents', ...args]);
    return (JSON.parse(text) as { features: Feature[] }).features;
  };
  const placesIn = (features: readonly Feature[]): Map<unknown, unknown> =>
    new Map(features.map(({ properties, geometry }) => [properties['number'], geometry?.coordinates ?? null]));

  itWithGdal('sees the layer, its extent and how many there are', async () => {
    const text = await gdal('ogrinfo', ['-so', ...layer(), 'incidents']);
    expect(text).toMatch(/Feature Count: 4/);
    expect(text).toMatch(/WGS 84/);
    for (const field of ['title: String', 'number: Integer', 'openedAt: DateTime']) expect(text).toContain(field);
  });

  itWithGdal('reads all of them page by page, at the places that the public knows', async () => {
    const known = placesIn((await items()).body.features);
    expect(known.size).toBe(4);
    expect(placesIn(await read('-oo', 'PAGE_SIZE=2'))).toEqual(known);
  });

  itWithGdal('asks by box and by property', async () => {
    const numbers = (features: readonly Feature[]) => features.map(({ properties }) => properties['number']).sort();
    expect(numbers(await read('-spat', '-46', '12', '-45', '13'))).toContain(near.number);
    expect(numbers(await read('-spat', '-46', '12', '-45', '13'))).not.toContain(east.number);
    expect(numbers(await read('-where', "severity = 'high'"))).toEqual([near.number]);
  });
});

/** The open data from outside: nothing until a licence is chosen, then all of it, and nothing that the public may not know. */
import { createHash } from 'node:crypto';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { beforeAll, describe, expect, it } from '@jest/globals';
import type { DeploymentView, IncidentDetail, PolicyInput } from '@atesto/contract';
import { openIncident } from '../../../../../test/support/people.js';
import { useServer } from '../../../../../test/support/test-server.js';
import { WriteDumps } from '../../../open-data/index.js';

let now = new Date('2026-03-04T01:11:00Z');
const clock = { now: () => (isSet ? now : new Date()) };
let isSet = false;
const server = useServer({}, clock);

const get = <Body = string>(path: string, headers: Record<string, string> = {}) =>
  server.call<Body>(path, { cookie: null, headers });

async function choose(policy: Partial<PolicyInput>, slug = 'main'): Promise<number> {
  const path = `/api/v1/deployments/${slug}`;
  const { body } = await server.call<DeploymentView>(path);
  const headers = { 'if-match': `"${body.version}"` };
  const change = { policy: { ...body.policy, ...policy } };
  return (await server.call(path, { method: 'PATCH', body: change, headers })).status;
}

async function dumpsAt(at: string): Promise<void> {
  [now, isSet] = [new Date(at), true];
  await server.app.get(WriteDumps).run();
  isSet = false;
}

async function bytesOf(path: string): Promise<Buffer> {
  const response = await fetch(server.url + path);
  expect([path, response.status]).toEqual([path, 200]);
  return Buffer.from(await response.arrayBuffer());
}

const exact = { lat: 12.345678, lon: -45.678901 };
let shown: IncidentDetail;

beforeAll(async () => {
  const categories = (await server.main<DeploymentView>('')).body.categories;
  const secret = { code: 'marked-secret', names: { en: 'Secret' }, colour: '#112233', icon: 'dot', sensitive: true };
  const version = (await server.main<DeploymentView>('')).body.version;
  const headers = { 'if-match': `"${version}"` };
  await server.main('/categories', { method: 'PUT', body: { items: [...categories, secret] }, headers });
  const reporter = { name: 'Marked Person', phone: '+00 555 0199' };
  shown = await openIncident(server, { title: 'Dry <well>' }, { location: exact, reporter, text: 'marked words' });
  const hidden = await openIncident(
    server,
    { title: 'Marked hidden', category: 'marked-secret' },
    { location: exact, reporter },
  );
  expect([hidden.category, shown.location]).toEqual(['marked-secret', expect.objectContaining(exact)]);
});

const own = ['/data/main/catalog.jsonld', '/data/main/schema.json', '/data/main/schema'];

describe('before a licence is chosen', () => {
  it('a page says so, and nothing else is there', async () => {
    const { status, body } = await get('/data/main?lang=en');
    expect(status).toBe(200);
    expect(body).toContain('No licence has been chosen');
    expect(body).not.toContain('exports/');
    for (const path of own) expect([path, (await get(path)).status]).toEqual([path, 404]);
    expect((await get<{ dataset: unknown[] }>('/data.json')).body.dataset).toEqual([]);
    await dumpsAt('2026-03-03T01:11:00Z');
    expect(readdirSync(server.home.dataDir)).not.toContain('dumps');
  });

  it('what is no licence of ours and no contact is refused', async () => {
    expect(await choose({ licence: 'All mine' as never })).toBe(422);
    expect(await choose({ dataContact: 'call me' })).toBe(422);
  });
});

describe('with a licence', () => {
  beforeAll(async () => {
    const contact = 'https://example.org/data';
    expect(await choose({ licence: 'ODbL-1.0', publisher: 'An Example Aid', dataContact: contact })).toBe(200);
    await dumpsAt('2026-03-04T01:11:00Z');
  });

  it('the page names it in five languages, with every way to the data', async () => {
    for (const [language, word] of Object.entries({
      en: 'Licence',
      de: 'Lizenz',
      fr: 'Éditeur',
      es: 'Licencia',
      ar: 'الرخصة',
    })) {
      const { body, headers } = await get(`/data/main?lang=${language}`);
      expect(headers.get('content-type')).toBe('text/html; charset=utf-8');
      expect(body).toContain(`<html lang="${language}"`);
      for (const part of [
        word,
        'ODbL-1.0',
        'An Example Aid',
        'incidents.gpkg',
        'cap.atom',
        '/ogc/main',
        'incidents.json',
      ])
        expect(body).toContain(part);
    }
    expect((await get('/data?lang=en')).body).toContain('Licence: ODbL-1.0');
    expect((await get('/data/main/schema?lang=en')).body).toContain('opened_at (openedAt)');
  });

  it('the catalogues name it, one and all', async () => {
    for (const path of ['/data/main/catalog.jsonld', '/data/catalog.jsonld']) {
      const { body, headers } = await get<Record<string, unknown[]>>(path);
      expect(headers.get('content-type')).toMatch(/^application\/ld\+json/);
      expect(body['dcat:dataset']).toHaveLength(1);
    }
    expect((await get<{ dataset: unknown[] }>('/data.json')).body.dataset).toHaveLength(1);
  });

  it('a daily copy holds what the public may know, with true sums, and is not sent twice', async () => {
    const csv = await bytesOf('/data/main/dumps/2026-03-04/incidents.csv.gz');
    const sums = (await bytesOf('/data/main/dumps/2026-03-04/SHA256SUMS')).toString();
    expect(sums).toContain(`${createHash('sha256').update(csv).digest('hex')}  incidents.csv.gz\n`);
    expect(gunzipSync(csv).toString()).toContain(shown.id);
    const geojson = gunzipSync(await bytesOf('/data/main/dumps/2026-03-04/incidents.geojson.gz')).toString();
    expect((JSON.parse(geojson) as { features: { id: string }[] }).features.map(({ id }) => id)).toEqual([shown.id]);
    const first = await get('/data/main/dumps/2026-03-04/incidents.csv.gz');
    expect(first.headers.get('content-type')).toBe('application/gzip');
    const seen = { 'if-none-match': first.headers.get('etag') ?? '' };
    expect((await get('/data/main/dumps/2026-03-04/incidents.csv.gz', seen)).status).toBe(304);
  });

  it.each(['..%2f..%2fsecret', 'about.json', 'incidents.csv', '%2e%2e', '.'])('no %s comes out of it', async (file) => {
    expect((await get(`/data/main/dumps/2026-03-04/${file}`)).status).toBe(404);
    expect((await get(`/data/main/dumps/..%2fmain%2f2026-03-04/incidents.csv.gz`)).status).toBe(404);
  });

  it('nothing of it names a reporter, an exact place or what is sensitive', async () => {
    const paths = ['/data', '/data.json', '/data/catalog.jsonld', '/data/main', ...own, '/ogc/main/collections'];
    const texts = [
      ...(await Promise.all(paths.map(async (path) => (await bytesOf(path)).toString()))),
      (await bytesOf('/ogc/main/collections/incidents/items')).toString(),
      (await bytesOf('/api/v1/deployments/main/tiles/incidents.json')).toString(),
      ...(await Promise.all(
        ['incidents.csv.gz', 'incidents.geojson.gz'].map(async (file) =>
          gunzipSync(await bytesOf(`/data/main/dumps/2026-03-04/${file}`)).toString(),
        ),
      )),
    ];
    for (const text of texts) {
      expect(text).not.toMatch(/marked/i);
      expect(text).not.toMatch(/555|12\.34567|45\.6789/);
    }
  });

  it('copies are kept for thirty days, and none that is finer than the public may know', async () => {
    const days = () => readdirSync(join(server.home.dataDir, 'dumps/main')).sort();
    await dumpsAt('2026-03-04T05:00:00Z');
    await dumpsAt('2026-04-02T01:11:00Z');
    expect(days()).toEqual(['2026-03-04', '2026-04-02']);
    await dumpsAt('2026-04-03T01:11:00Z');
    expect(days()).toEqual(['2026-04-02', '2026-04-03']);
    expect(await choose({ publicPrecisionMetres: 5000 })).toBe(200);
    expect((await get('/data/main/dumps/2026-04-03/incidents.csv.gz')).status).toBe(404);
    await dumpsAt('2026-04-04T01:11:00Z');
    expect(days()).toEqual(['2026-04-04']);
  });

  it('all of it is gone when the licence is taken back', async () => {
    expect(await choose({ licence: null })).toBe(200);
    for (const path of [...own, '/data/main/dumps/2026-04-04/incidents.csv.gz'])
      expect([path, (await get(path)).status]).toEqual([path, 404]);
  });
});

describe('an exercise', () => {
  it('offers nothing, whatever its policy says', async () => {
    await server.call('/api/v1/deployments', { body: { slug: 'drill', name: 'Drill', exercise: true } });
    expect(await choose({ licence: 'CC0-1.0' }, 'drill')).toBe(200);
    expect((await get('/data/drill?lang=en')).body).toContain('This is an exercise');
    expect((await get('/data/drill/catalog.jsonld')).status).toBe(404);
  });
});

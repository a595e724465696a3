/** Every format of incidents against what the lists show, for both audiences; and what the caller has already. */
import { beforeAll, describe, expect, it } from '@jest/globals';
import { parse } from 'csv-parse/sync';
import { exportFormats, type IncidentView, type Page, type PublicIncident } from '@atesto/contract';
import { addPerson, openIncident, type Person } from '../../../test/support/people.js';
import { useServer } from '../../../test/support/test-server.js';
import { Database } from '../platform/index.js';

const server = useServer();
let coordinator: Person;

const odd = ['=1+1', 'a "b", c', 'zwei\nZeilen', '  leer ', 'ماء "عاجل"', '😀 \\ \u2028', "'quoted", '-', 'plain'];

beforeAll(async () => {
  coordinator = await addPerson(server, 'coordinator');
  for (const [index, title] of odd.entries()) {
    const location = index % 3 === 0 ? undefined : { lat: -1.5 + index * 0.123456789, lon: 179.9 - index * 38.6789 };
    const severity = (['low', 'normal', 'high', 'critical'] as const)[index % 4];
    const category = index % 2 === 0 ? 'fire' : undefined;
    const { id, version } = await openIncident(server, {
      title,
      severity,
      place: title,
      ...(category && { category }),
      ...(location && { location }),
    });
    if (index !== 4) continue;
    const headers = { 'if-match': `"${version}"` };
    await server.main(`/incidents/${id}`, { method: 'PATCH', body: { visibility: 'internal' }, headers });
  }
});

const get = (name: string, cookie: string | null = null, headers: Record<string, string> = {}) =>
  server.main<string>(`/exports/${name}`, { cookie, headers });
const listed = async (cookie: string | null): Promise<(PublicIncident & Partial<IncidentView>)[]> =>
  (await server.main<Page<PublicIncident>>('/incidents?limit=200', { cookie })).body.items;
const text = (value: string | number | null | undefined): string => String(value ?? '');
const safe = (value: string | null): string => (/^[=+\-@\t\r\n\0]/.test(text(value)) ? `'${text(value)}` : text(value));
const degrees = (value: number | undefined): number | undefined =>
  value === undefined ? undefined : Math.round(value * 1e7) / 1e7;

const audiences = [
  ['the public', null],
  ['coordinators', 'coordinator'],
] as const;
const cookieOf = (who: 'coordinator' | null): string | null => (who === null ? null : coordinator.cookie);

describe.each(audiences)('a file for %s', (_, who) => {
  it('as CSV holds what the list shows, cell by cell', async () => {
    const incidents = await listed(cookieOf(who));
    const rows: Record<string, string>[] = parse((await get('incidents.csv', cookieOf(who))).body, {
      columns: true,
      bom: true,
    });
    expect(rows.map(({ id }) => id)).toEqual(incidents.map(({ id }) => id));
    expect(incidents.length).toBe(who === null ? odd.length - 1 : odd.length);
    for (const [index, one] of incidents.entries()) {
      expect(rows[index]).toEqual({
        number: text(one.number),
        id: one.id,
        title: safe(one.title),
        description: safe(one.description),
        category: text(one.category),
        severity: one.severity,
        status: one.status,
        visibility: one.visibility ?? 'public',
        latitude: text(degrees(one.location?.lat)),
        longitude: text(degrees(one.location?.lon)),
        place: safe(one.place),
        reports: text(one.reports),
        confirmations: text(one.confirmations),
        reason: safe(one.reason),
        opened_at: one.openedAt,
        updated_at: one.updatedAt,
        confidence: one.confidence,
        origin: '',
      });
    }
  });

  it('as GeoJSON, a line each, and as JSON holds the same', async () => {
    const incidents = await listed(cookieOf(who));
    interface Feature {
      id: string;
      geometry: { coordinates: number[] } | null;
      properties: Record<string, unknown>;
    }
    const { body } = await server.main<{ features: Feature[] }>('/exports/incidents.geojson', {
      cookie: cookieOf(who),
    });
    const lines = (await get('incidents.geojsonl', cookieOf(who))).body.trimEnd().split('\n');
    const json = (
      await server.main<{ items: Record<string, unknown>[] }>('/exports/incidents.json', { cookie: cookieOf(who) })
    ).body;
    expect(lines.map((line) => JSON.parse(line) as unknown)).toEqual(body.features);
    for (const [index, { id, location, ...one }] of incidents.entries()) {
      const { assignee: __, mergedInto: ___, ...told } = one;
      const known = location === null ? null : { lat: degrees(location.lat), lon: degrees(location.lon) };
      expect(body.features[index]).toMatchObject({
        id,
        geometry: known === null ? null : { coordinates: [known.lon, known.lat] },
        properties: told,
      });
      expect(json.items[index]).toMatchObject({ id, location: known, ...told });
    }
  });

  it.each(exportFormats)('as %s answers, by its type and name, and not again to who has it', async (format) => {
    const first = await get(`incidents.${format}`, cookieOf(who));
    expect(first.status).toBe(200);
    expect(first.headers.get('content-disposition')).toBe(`attachment; filename="main-incidents.${format}"`);
    const tag = first.headers.get('etag') ?? '';
    const again = await get(`incidents.${format}`, cookieOf(who), { 'if-none-match': tag });
    expect([again.status, again.body]).toEqual([304, '']);
  });
});

describe('a file', () => {
  it('has another tag for another audience, and after a change', async () => {
    const tagFor = async (cookie: string | null): Promise<string | null> =>
      (await get('incidents.csv', cookie)).headers.get('etag');
    const before = await tagFor(null);
    expect(await tagFor(coordinator.cookie)).not.toBe(before);
    expect(await tagFor(null)).toBe(before);
    await openIncident(server, { title: 'A change' });
    expect(await tagFor(null)).not.toBe(before);
  });

  it('has the columns that were chosen, under the names that were given', async () => {
    const csv = (await get('incidents.csv?columns=title:Titel,category_name&q=%239', null)).body;
    expect(csv).toBe('Titel,category_name\r\nplain,Fire\r\n');
    const hxl = (await get('incidents.hxl.csv?columns=number,latitude&q=%239', null)).body.split('\r\n');
    expect(hxl.slice(0, 2)).toEqual(['number,latitude', '#meta+num,#geo+lat']);
    const faulty = await get('incidents.csv?columns=number,assignee', null);
    expect(faulty.status).toBe(422);
    const { body } = await server.main<{ items: { key: string }[] }>('/exports/columns', { cookie: null });
    expect(body.items.map(({ key }) => key)).not.toContain('assignee');
  });

  it('is none where there is no such format', async () => {
    expect((await get('incidents.exe')).status).toBe(404);
    expect((await get('incidents.__proto__')).status).toBe(404);
  });

  it('of the public is no entry of the journal, which anybody could fill', async () => {
    const count = async (): Promise<number> => {
      const sql = `select count(*)::integer as count from journal where kind = 'export.taken' and actor_id is null`;
      return (await server.app.get(Database).query<{ count: number }>(sql))[0]?.count ?? 0;
    };
    const before = await count();
    await get('incidents.csv?q=anything');
    expect(await count()).toBe(before);
  });

  it('that words are searched for is never taken for the one from before', async () => {
    const answer = await get('incidents.csv?q=plain');
    expect(answer.headers.get('etag')).toBeNull();
    const feed = await get('incidents.atom?q=plain');
    expect(feed.headers.get('etag')).toBeNull();
  });

  it('is journalled with who, what and how many', async () => {
    await get('incidents.xlsx?severity=critical', coordinator.cookie);
    const rows = await server.app
      .get(Database)
      .query<{ data: Record<string, unknown>; actor_id: string | null }>(
        `select data, actor_id from journal where kind = 'export.taken' order by seq desc limit 1`,
      );
    expect(rows[0]).toMatchObject({
      actor_id: coordinator.id,
      data: { format: 'xlsx', audience: 'responders', filter: { severity: 'critical' }, rows: 2 },
    });
  });
});

describe('more rows than a page holds', () => {
  it('come each once, in order', async () => {
    await server.app.get(Database).query(
      `insert into incidents (deployment_id, id, number, title, description, visibility, opened_at, updated_at)
       select (select id from deployments where slug = 'main'), gen_random_uuid(), 1000 + n, 'Many ' || n, repeat('word ' || n || ' ', 30), 'public',
         timestamptz '2020-01-01' + (n / 3) * interval '1 microsecond', now() from generate_series(1, 4500) as n`,
    );
    const rows: Record<string, string>[] = parse((await get('incidents.csv?to=2020-01-02T00:00:00Z')).body, {
      columns: true,
      bom: true,
    });
    expect(rows.length).toBe(4500);
    expect(new Set(rows.map(({ number }) => number)).size).toBe(4500);
  });

  it.each(['identity', 'gzip', 'br'])('are the same bytes by %s, also for a slow reader', async (encoding) => {
    const url = `${server.url}/api/v1/deployments/main/exports/incidents.geojson?to=2020-01-02T00:00:00Z`;
    const whole = await (await fetch(url, { headers: { 'accept-encoding': 'identity' } })).text();
    expect(Buffer.byteLength(whole)).toBeGreaterThan(2_000_000);
    const answer = await fetch(url, { headers: { 'accept-encoding': encoding } });
    expect(answer.headers.get('content-encoding') ?? 'identity').toBe(encoding);
    const pieces: Uint8Array[] = [];
    for await (const piece of answer.body ?? []) {
      pieces.push(piece);
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
    expect(Buffer.concat(pieces).toString() === whole).toBe(true);
  });
});

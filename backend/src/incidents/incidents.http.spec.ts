/** What the public and responders see of incidents over HTTP, in lists, alone and as files; merging and moving on. */
import { beforeAll, describe, expect, it } from '@jest/globals';
import { parse } from 'csv-parse/sync';
import type { HistoryEntry, IncidentDetail, IncidentView, Page, ProblemBody, PublicIncident } from '@atesto/contract';
import { eventually } from '../../../test/support/eventually.js';
import { addPerson, mergeIncident, openIncident, type Person } from '../../../test/support/people.js';
import { useServer } from '../../../test/support/test-server.js';

const server = useServer();
let responder: Person;
beforeAll(async () => {
  responder = await addPerson(server, 'responder');
});

const listFor = async (cookie: string | null, query = ''): Promise<(PublicIncident & Partial<IncidentView>)[]> =>
  (await server.main<Page<PublicIncident>>(`/incidents?limit=200${query}`, { cookie })).body.items;
const idsFor = async (cookie: string | null, query = ''): Promise<string[]> =>
  (await listFor(cookie, query)).map(({ id }) => id);
const detail = (id: string, cookie: string | null = responder.cookie) =>
  server.main<IncidentDetail>(`/incidents/${id}`, { cookie });
const patch = (id: string, version: number, body: object) =>
  server.main<IncidentDetail>(`/incidents/${id}`, {
    method: 'PATCH',
    body,
    cookie: responder.cookie,
    headers: { 'if-match': `"${version}"` },
  });
const csvFor = async (cookie: string | null, query = ''): Promise<Record<string, string>[]> => {
  const answer = await server.main<string>(`/exports/incidents.csv?${query}`, { cookie });
  expect(answer.headers.get('content-type')).toBe('text/csv; charset=utf-8');
  return parse(answer.body, { columns: true, bom: true });
};
interface Collection {
  type: string;
  features: { id: string; geometry: { coordinates: number[] } | null; properties: Record<string, unknown> }[];
}
const geojsonFor = async (cookie: string | null, query = ''): Promise<Collection> =>
  (await server.main<Collection>(`/exports/incidents.geojson?${query}`, { cookie })).body;

const publicKeys = [
  'category',
  'confidence',
  'confirmations',
  'description',
  'id',
  'location',
  'number',
  'openedAt',
  'place',
  'reason',
  'reports',
  'severity',
  'status',
  'title',
  'updatedAt',
];
const exact = { lat: 12.345678, lon: -45.678901 };

describe('the public', () => {
  it('sees a published incident with exactly these keys, its place blurred, everywhere', async () => {
    const { id } = await openIncident(server, { location: { ...exact, accuracy: 5 } });
    const [listed] = (await listFor(null)).filter((incident) => incident.id === id);
    const alone = (await detail(id, null)).body;
    const [cell] = (await csvFor(null)).filter((row) => row['id'] === id);
    const [feature] = (await geojsonFor(null)).features.filter((one) => one.id === id);
    expect(Object.keys(listed ?? {}).sort()).toEqual(publicKeys);
    expect(alone).toEqual(listed);
    const { lat = 0, lon = 0 } = alone.location ?? {};
    expect(lat).not.toBe(exact.lat);
    expect(Math.abs(lat - exact.lat)).toBeLessThan(0.001);
    expect([Number(cell?.['latitude']), Number(cell?.['longitude'])]).toEqual([lat, lon]);
    expect(feature?.geometry?.coordinates).toEqual([lon, lat]);
    expect((await detail(id)).body.location).toEqual({ ...exact, accuracy: 5 });
  });

  it('sees nothing of a sensitive category, even when somebody publishes it', async () => {
    const { id, version, visibility } = await openIncident(server, { category: 'security', title: 'A threat' });
    expect(visibility).toBe('internal');
    expect((await patch(id, version, { visibility: 'public' })).status).toBe(200);
    expect(await idsFor(null)).not.toContain(id);
    expect(await idsFor(null, '&category=security')).toEqual([]);
    expect(await idsFor(null, '&q=threat')).toEqual([]);
    expect((await detail(id, null)).status).toBe(404);
    expect((await csvFor(null)).map((row) => row['id'])).not.toContain(id);
    expect((await geojsonFor(null)).features.map((one) => one.id)).not.toContain(id);
    expect(await idsFor(responder.cookie)).toContain(id);
  });

  it('sees nothing of an internal one, whatever it asks for', async () => {
    const { id, version } = await openIncident(server);
    await patch(id, version, { visibility: 'internal' });
    expect(await idsFor(null, '&visibility=internal')).not.toContain(id);
    expect((await detail(id, null)).status).toBe(404);
    expect(await idsFor(responder.cookie, '&visibility=internal')).toContain(id);
  });

  it('cannot feel for the exact place with a small box', async () => {
    const { id } = await openIncident(server, { location: exact });
    const around = (point: { lat: number; lon: number }): string =>
      `&bbox=${[point.lon - 1e-5, point.lat - 1e-5, point.lon + 1e-5, point.lat + 1e-5].join(',')}`;
    const shown = (await detail(id, null)).body.location ?? exact;
    expect(await idsFor(null, around(exact))).not.toContain(id);
    expect(await idsFor(null, around(shown))).toContain(id);
    expect(await idsFor(responder.cookie, around(exact))).toContain(id);
    const drawn = ({ lat, lon }: { lat: number; lon: number }): string =>
      `&area=${lon - 1e-5},${lat - 1e-5};${lon + 1e-5},${lat - 1e-5};${lon},${lat + 1e-5}`;
    expect(await idsFor(null, drawn(exact))).not.toContain(id);
    expect(await idsFor(null, drawn(shown))).toContain(id);
    expect(await idsFor(responder.cookie, drawn(exact))).toContain(id);
  });

  it('and a stranger with an account see the same', async () => {
    await server.call('/api/v1/deployments', { body: { slug: 'elsewhere', name: 'Elsewhere' } });
    const stranger = await addPerson(server, 'coordinator', 'Stranger', 'elsewhere');
    expect(await listFor(stranger.cookie)).toEqual(await listFor(null));
    expect(await csvFor(stranger.cookie)).toEqual(await csvFor(null));
  });
});

describe('the list', () => {
  it('filters by status, category, severity, words and time', async () => {
    const { id, number, openedAt } = await openIncident(server, {
      category: 'flood',
      severity: 'critical',
      title: 'Zebra ford',
    });
    const later = new Date(Date.parse(openedAt) + 1).toISOString();
    await eventually(async () => expect(await idsFor(null, '&q=zebra')).toContain(id));
    for (const [query, isFound] of [
      ['&severity=critical,high', true],
      ['&severity=low', false],
      ['&confidence=unconfirmed,likely', true],
      ['&confidence=confirmed', false],
      ['&status=open', true],
      ['&status=resolved', false],
      ['&category=flood', true],
      ['&category=fire,none', false],
      ['&category=no-such', false],
      ['&q=zebra%20fo', true],
      ['&q=zebra%20lake', false],
      [`&q=${number}`, true],
      [`&q=%23${number}`, true],
      [`&q=%23${number + 1}`, false],
      [`&q=${id}`, true],
      ['&located=true', false],
      [`&from=${openedAt}`, true],
      [`&to=${openedAt}`, false],
      [`&from=${later}`, false],
    ] as const) {
      expect([query, (await idsFor(null, query)).includes(id)]).toEqual([query, isFound]);
    }
  });

  it.each([
    'status=odd',
    'severity=odd',
    'confidence=odd',
    'bbox=1,2,3',
    'area=0,0;1,1',
    'area=0,0;1,1;1,0;0,1',
    'limit=0',
    'cursor=odd',
    'from=today',
    'colour=red',
  ])('refuses %s', async (query) => {
    expect((await server.main(`/incidents?${query}`, { cookie: null })).status).toBe(422);
  });
});

describe('merging', () => {
  it('keeps every report and the lower number, and leads from the one to the other', async () => {
    const older = await openIncident(server, { title: 'Older' });
    const younger = await openIncident(server, { title: 'Younger' });
    const merged = await mergeIncident(server, older.id, younger.id, { cookie: responder.cookie });
    expect([merged.status, merged.body.id, merged.body.title]).toEqual([200, younger.id, 'Younger']);
    expect([merged.body.number, merged.body.reports]).toEqual([older.number, 2]);
    const reports = [...older.reportItems, ...younger.reportItems].map(({ id }) => id).sort();
    expect(merged.body.reportItems.map(({ id }) => id).sort()).toEqual(reports);
    const gone = (await detail(older.id)).body;
    expect(gone).toMatchObject({ mergedInto: younger.id, number: younger.number });
    expect(await idsFor(responder.cookie)).not.toContain(older.id);
    expect((await detail(older.id, null)).status).toBe(404);
    expect((await patch(older.id, gone.version, { title: 'x' })).status).toBe(409);
    expect((await mergeIncident(server, younger.id, older.id)).status).toBe(409);
    const history = await server.main<{ items: HistoryEntry[] }>(`/incidents/${older.id}/history`);
    expect(history.body.items.map(({ kind }) => kind)).toEqual(['incident.opened', 'incident.merged']);
    expect(history.body.items[1]?.other).toEqual({ id: younger.id, number: older.number });
  });

  it('says afterwards what was chosen field by field, and what it said before stays in its history', async () => {
    const from = await openIncident(server, { title: 'Bridge fallen', severity: 'critical' });
    const into = await openIncident(server, { title: 'Bridge', description: 'By the mill', place: 'Mill' });
    const fields = { title: 'Bridge fallen', severity: 'critical', category: 'road', location: { lat: 1, lon: 2 } };
    expect((await mergeIncident(server, from.id, into.id, { fields: { category: 'no-such' } })).status).toBe(422);
    const { body } = await mergeIncident(server, from.id, into.id, { fields });
    expect(body).toMatchObject({ ...fields, id: into.id, description: 'By the mill', place: 'Mill', reports: 2 });
    const history = await server.main<{ items: HistoryEntry[] }>(`/incidents/${into.id}/history`);
    expect(history.body.items.at(-1)?.other).toEqual({ id: from.id, number: into.number });
    expect(history.body.items.at(-1)?.data).toMatchObject({
      merged: from.id,
      title: 'Bridge fallen',
      before: { title: 'Bridge', severity: 'normal', category: null, location: null },
    });
  });

  it('of one with itself, or into nothing, changes nothing', async () => {
    const { id } = await openIncident(server);
    const merge = async (into: string): Promise<number> => (await mergeIncident(server, id, into)).status;
    expect(await merge(id)).toBe(409);
    expect(await merge('00000000-0000-7000-8000-000000000000')).toBe(404);
    expect(await merge('seven')).toBe(422);
    expect((await detail(id)).body).toMatchObject({ reports: 1, mergedInto: null });
  });

  it('needs the version of the one that stays as it was seen, and overwrites nobody', async () => {
    const [from, into] = [await openIncident(server), await openIncident(server, { title: 'Seen' })];
    await patch(into.id, into.version, { title: 'Changed meanwhile' });
    const merge = (headers: Record<string, string>) =>
      server.main(`/incidents/${from.id}/merge`, { headers, body: { into: into.id, fields: { title: 'Chosen' } } });
    expect((await merge({})).status).toBe(428);
    const stale = await merge({ 'if-match': `"${into.version}"` });
    expect([stale.status, stale.headers.get('etag')]).toEqual([412, `"${into.version + 1}"`]);
    expect((await detail(into.id)).body).toMatchObject({ title: 'Changed meanwhile', reports: 1 });
    expect((await merge({ 'if-match': `"${into.version + 1}"` })).status).toBe(200);
  });
});

describe('splitting', () => {
  const split = (id: string, reports: string[], incident: object = { title: 'Another' }) =>
    server.main<IncidentDetail & Pick<ProblemBody, 'type' | 'errors'>>(`/incidents/${id}/split`, {
      cookie: responder.cookie,
      body: { reports, incident },
    });
  const twoReports = async (): Promise<{ id: string; reports: string[] }> => {
    const one = await openIncident(server, { title: 'One' }, { location: { lat: 5, lon: 6 } });
    const other = await openIncident(server, { title: 'Other' }, { location: { lat: 7, lon: 8 }, category: 'road' });
    await mergeIncident(server, other.id, one.id);
    return { id: one.id, reports: [...one.reportItems, ...other.reportItems].map((report) => report.id) };
  };

  it('takes reports into a new incident that says what they say, and is in every history', async () => {
    const { id, reports } = await twoReports();
    const [stays = '', goes = ''] = reports;
    const { status, body } = await split(id, [goes]);
    expect([status, body.title, body.reports, body.category]).toEqual([200, 'Another', 1, 'road']);
    expect(body.location).toMatchObject({ lat: 7, lon: 8 });
    expect((await detail(id)).body).toMatchObject({ reports: 1, reportItems: [{ id: stays }] });
    const last = async (path: string): Promise<HistoryEntry | undefined> =>
      (await server.main<{ items: HistoryEntry[] }>(`${path}/history`)).body.items.at(-1);
    expect(await last(`/incidents/${id}`)).toMatchObject({
      kind: 'incident.split',
      data: { into: body.id, reports: [goes] },
      other: { id: body.id, number: body.number },
    });
    expect((await last(`/incidents/${body.id}`))?.data).toMatchObject({ split: id });
    expect((await last(`/reports/${goes}`))?.data).toMatchObject({ incident: body.id, before: { incident: id } });
  });

  it('of all reports, of strangers, or without a title, changes nothing', async () => {
    const { id, reports } = await twoReports();
    const [stranger = ''] = (await twoReports()).reports;
    expect((await split(id, reports)).status).toBe(409);
    const refused = await split(id, [reports[0] ?? '', stranger]);
    expect([refused.status, refused.body.errors]).toMatchObject([422, [{ pointer: '/reports/1' }]]);
    expect(refused.body.errors?.[0]?.detail).toContain(stranger);
    expect((await split(id, [reports[0] ?? ''], {})).status).toBe(422);
    expect((await detail(id)).body.reports).toBe(2);
  });
});

describe('moving on', () => {
  it('follows the table, and only public reasons reach the public', async () => {
    const { id } = await openIncident(server);
    const move = (status: string, reason: string, isPublic: boolean) =>
      server.main<IncidentDetail>(`/incidents/${id}/status`, {
        cookie: responder.cookie,
        body: { status, reason, public: isPublic },
      });
    expect((await move('responding', 'A truck is on its way', true)).body.status).toBe('responding');
    expect((await move('resolved', 'The driver is P. Example', false)).status).toBe(200);
    const shown = (await detail(id, null)).body;
    expect(shown).toMatchObject({ status: 'resolved', reason: 'A truck is on its way' });
    expect((await move('responding', 'again', true)).status).toBe(409);
    expect((await move('open', 'It broke again', true)).body).toMatchObject({ status: 'open' });
    const history = await server.main<{ items: HistoryEntry[] }>(`/incidents/${id}/history`);
    expect(history.body.items.at(-1)?.data).toMatchObject({ status: 'open', before: { status: 'resolved' } });
  });

  it('needs the version for an edit: 428 without, 412 when it is stale', async () => {
    const { id, version } = await openIncident(server);
    const bare = { method: 'PATCH', body: { title: 'x' }, cookie: responder.cookie };
    expect((await server.main(`/incidents/${id}`, bare)).status).toBe(428);
    expect((await patch(id, version, { title: 'Changed' })).body.title).toBe('Changed');
    expect((await patch(id, version, { title: 'Late' })).status).toBe(412);
  });

  it('refuses null for what cannot be empty, and takes it for what can', async () => {
    const { id, version } = await openIncident(server);
    for (const field of ['title', 'description', 'severity', 'visibility']) {
      expect([field, (await patch(id, version, { [field]: null })).status]).toEqual([field, 422]);
    }
    const cleared = await patch(id, version, { category: null, location: null, place: null });
    expect([cleared.status, cleared.body]).toMatchObject([200, { category: null, location: null, place: null }]);
  });
});

describe('exports', () => {
  const formula = '=HYPERLINK("https://evil.example";"open")';

  it('hold for a coordinator what the list holds, as CSV and as GeoJSON', async () => {
    const place = 'line one\nline "two", and more';
    const { id } = await openIncident(server, { title: formula, place, location: { lat: -1.5, lon: -2.25 } });
    const ids = (await idsFor(server.adminCookie)).sort();
    const rows = await csvFor(server.adminCookie);
    expect(rows.map((row) => row['id'] ?? '').sort()).toEqual(ids);
    expect(rows.find((row) => row['id'] === id)).toMatchObject({
      title: `'${formula}`,
      place,
      latitude: '-1.5',
      longitude: '-2.25',
      reports: '1',
    });
    const collection = await geojsonFor(server.adminCookie);
    expect(collection.type).toBe('FeatureCollection');
    expect(collection.features.map((one) => one.id).sort()).toEqual(ids);
    const feature = collection.features.find((one) => one.id === id);
    expect(feature).toMatchObject({ geometry: { coordinates: [-2.25, -1.5] }, properties: { title: formula } });
  });

  it('take the filters of the list', async () => {
    const { id } = await openIncident(server, { severity: 'critical', category: 'fire' });
    const query = 'severity=critical&category=fire';
    expect((await csvFor(server.adminCookie, query)).map((row) => row['id'])).toEqual([id]);
    expect((await geojsonFor(null, query)).features.map((one) => one.id)).toEqual([id]);
    expect((await geojsonFor(null, 'q=nothing-is-called-this')).features).toEqual([]);
    expect(await csvFor(null, 'q=nothing-is-called-this')).toEqual([]);
  });

  it('give a responder only what the public may know', async () => {
    const { id, version } = await openIncident(server, { location: exact });
    await patch(id, version, { visibility: 'internal' });
    expect((await csvFor(responder.cookie)).map((row) => row['id'])).not.toContain(id);
    expect((await csvFor(server.adminCookie)).map((row) => row['id'])).toContain(id);
  });

  it('refuse a faulty filter before they begin', async () => {
    expect((await server.main('/exports/incidents.csv?status=odd')).status).toBe(422);
  });
});

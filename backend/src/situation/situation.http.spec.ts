/** Situation reports over HTTP: what each audience reads, what changed since the last one, and that what is saved stays. */
import { beforeAll, describe, expect, it } from '@jest/globals';
import type {
  DeploymentView,
  IncidentDetail,
  Page,
  SituationReportSummary,
  SituationReportView,
} from '@atesto/contract';
import { snapToGrid } from '../incidents/index.js';
import { Database } from '../platform/index.js';
import { addPerson, openIncident, type Person } from '../../../test/support/people.js';
import { useServer } from '../../../test/support/test-server.js';

const server = useServer();
let [vera, cleo] = [] as unknown as [Person, Person];
let [ford, bridge, mill, hidden, secret] = [] as unknown as [
  IncidentDetail,
  IncidentDetail,
  IncidentDetail,
  IncidentDetail,
  IncidentDetail,
];

const exact = { lat: 3.123456, lon: 4.654321 };
const texts = [{ language: 'en', summary: 'Water is rising.', messages: ['Boats are needed'] }];
const reports = '/situation-reports';

const save = (parts: object = {}, cookie = cleo.cookie) =>
  server.main<SituationReportSummary>(reports, {
    cookie,
    body: { title: 'Evening', texts, published: true, ...parts },
  });
const one = (number: number, cookie: string | null, query = '') =>
  server.main<SituationReportView>(`${reports}/${number}${query}`, { cookie });
const page = (path: string, cookie: string | null = null) =>
  server.call<string>(`/situation/main${path}`, { cookie, headers: { 'accept-language': 'en' } });

async function change(id: string, body: object): Promise<void> {
  const { headers } = await server.main(`/incidents/${id}`);
  const version = headers.get('etag') ?? '';
  const { status } = await server.main(`/incidents/${id}`, { method: 'PATCH', headers: { 'if-match': version }, body });
  expect(status).toBe(200);
}
const move = (id: string, status: string) =>
  server.main(`/incidents/${id}/status`, { body: { status, reason: 'So it is', public: true } });

beforeAll(async () => {
  vera = await addPerson(server, 'viewer', 'Vera');
  cleo = await addPerson(server, 'coordinator', 'Cleo');
  const open = (title: string, parts: object = {}): Promise<IncidentDetail> =>
    openIncident(server, { title, severity: 'high', ...parts }, { location: exact });
  ford = await open('The ford is deep', { place: 'At the ford' });
  bridge = await open('The bridge is gone', { severity: 'critical', category: 'road' });
  mill = await open('The mill stands in water');
  hidden = await open('A hidden shelter');
  await change(hidden.id, { visibility: 'internal' });
  secret = await open('Somebody is beaten', { category: 'security' });
});

/** Nothing that only responders may see, and no place but snapped ones. */
function expectPublic(text: string): void {
  for (const word of ['A hidden shelter', 'Somebody is beaten', hidden.id, secret.id]) expect(text).not.toContain(word);
  expect(text).not.toMatch(/3\.123456|4\.654321/);
}

describe('the page of a situation report', () => {
  it('tells everybody what the public may see, and no more', async () => {
    const { status, body, headers } = await page('');
    expect([status, headers.get('content-type')]).toEqual([200, 'text/html; charset=utf-8']);
    for (const words of ['The ford is deep', 'The bridge is gone', 'At the ford', 'Natural Earth']) {
      expect(body).toContain(words);
    }
    expectPublic(body);
    expect(body).not.toContain('<script');
    expect(body).not.toContain('Assigned to');
    expect(body).not.toMatch(/Reports received/);
  });

  it('tells responders more, where they ask for it', async () => {
    const { body } = await page('?audience=responders', vera.cookie);
    const inside = ['A hidden shelter', 'Somebody is beaten', 'Assigned to', 'For responders only', 'Reports received'];
    for (const words of inside) expect(body).toContain(words);
    expectPublic((await page('', vera.cookie)).body);
    const stranger = await addPerson(server, 'viewer', 'Stranger', (await elsewhere()).slug);
    expect((await page('?audience=responders')).status).toBe(401);
    expect((await page('?audience=responders', stranger.cookie)).status).toBe(403);
  });

  it.each([
    ['de', 'ltr', 'Lagebericht'],
    ['fr', 'ltr', 'Rapport de situation'],
    ['es', 'ltr', 'Informe de situación'],
    ['ar', 'rtl', 'تقرير الموقف'],
  ])('is there in %s', async (lang, direction, title) => {
    const { body } = await page(`?lang=${lang}`);
    expect(body).toContain(`<html lang="${lang}" dir="${direction}">`);
    expect(body).toContain(title);
  });

  it('speaks of the span that is asked for, and refuses one that is none', async () => {
    const { body } = await page('?from=2001-02-03T04:00:00Z&to=2001-02-04T04:00:00Z');
    expect(body).toContain('3 Feb 2001, 04:00 UTC');
    expect((await page('?from=2001-02-03&to=2001-02-02')).status).toBe(422);
    expect((await page('?from=never')).status).toBe(422);
    expect((await server.call('/situation/nowhere', { cookie: null })).status).toBe(404);
  });

  it('of an exercise bears its mark', async () => {
    await server.call('/api/v1/deployments', { body: { slug: 'drill', name: 'Drill', exercise: true } });
    const { body } = await server.call<string>('/situation/drill?lang=en', { cookie: null });
    expect(body).toContain('class="watermark"');
    expect(body).toMatch(/<title>EXERCISE/);
    expect((await page('')).body).not.toContain('watermark');
  });
});

let made: { slug: string } | null = null;
async function elsewhere(): Promise<{ slug: string }> {
  if (made === null) await server.call('/api/v1/deployments', { body: { slug: 'elsewhere', name: 'Elsewhere' } });
  return (made = { slug: 'elsewhere' });
}

describe('a saved situation report', () => {
  it('gets the next number, and is under its address for ever as it was, but for what was hidden since', async () => {
    const { status, body } = await save();
    expect([status, body.number, body.published, body.languages]).toEqual([201, 1, true, ['en']]);
    const outside = (await one(1, null)).body;
    expect(outside.state.numbers).toMatchObject({
      byStatus: { open: 3, responding: 0, resolved: 0 },
      bySeverity: { high: 2, critical: 1 },
      opened: 3,
    });
    expect(JSON.stringify(outside)).not.toMatch(/received|byChannel/);
    expect(outside.state.changes).toBeNull();
    expectPublic(JSON.stringify(outside));
    expectPublic(JSON.stringify((await one(1, vera.cookie, '?audience=public')).body));
    const inside = (await one(1, vera.cookie)).body;
    expect(inside.state.incidents.map(({ title }) => title)).toContain('A hidden shelter');
    expect(inside.state.numbers).toMatchObject({ received: 5, byChannel: [{ channel: 'web', count: 5 }] });
    const printed = (await page('/reports/1')).body;
    for (const words of ['Boats are needed', 'The mill stands in water']) expect(printed).toContain(words);

    await change(ford.id, { title: 'Another title', severity: 'critical' });
    await change(mill.id, { visibility: 'internal' });
    await move(bridge.id, 'responding');
    const incidents = outside.state.incidents.filter(({ number }) => number !== mill.number);
    expect((await one(1, null)).body).toEqual({ ...outside, state: { ...outside.state, incidents } });
    expect((await one(1, vera.cookie)).body).toEqual(inside);
    const now = (await page('/reports/1')).body;
    expect([now.includes('The ford is deep'), now.includes('The mill stands in water')]).toEqual([true, false]);
  });

  it('says what changed since the one before, to each what they may know', async () => {
    await move(bridge.id, 'resolved');
    await openIncident(server, { title: 'A new well', severity: 'low' });
    expect((await save({ title: 'Night' })).body.number).toBe(2);
    const { changes } = (await one(2, null)).body.state;
    expect(changes?.since.number).toBe(1);
    expect(changes?.counts).toEqual({
      ...{ new: 1, escalated: 1, deescalated: 0, responding: 0, resolved: 1, reopened: 0, moved: 0 },
    });
    expect(changes?.items.escalated).toEqual([
      { number: ford.number, title: 'Another title', severity: 'critical', status: 'open', before: { severity: 'high', status: 'open' } }, // prettier-ignore
    ]);
    expect(changes?.items).not.toHaveProperty('withdrawn');
    const inside = (await one(2, vera.cookie)).body.state.changes;
    expect(inside?.counts).toMatchObject({ new: 1, withdrawn: 0, resolved: 1 });
    const { body } = await page('/reports/2');
    expect(body).toContain('Changes since report 1');
    expect(body).not.toMatch(/The mill stands in water|Withdrawn/);
  });

  it('that is internal is there for members only, and is what they compare with', async () => {
    await move(bridge.id, 'open');
    await change(ford.id, { location: { lat: 5, lon: 6 }, severity: 'normal' });
    expect((await save({ title: 'Between ourselves', published: false })).body.number).toBe(3);
    expect([(await one(3, null)).status, (await page('/reports/3')).status]).toEqual([404, 404]);
    expect([(await one(3, vera.cookie)).status, (await page('/reports/3', vera.cookie)).status]).toEqual([200, 200]);
    const listed = async (cookie: string | null) =>
      (await server.main<Page<SituationReportSummary>>(reports, { cookie })).body.items.map(({ number }) => number);
    expect([await listed(null), await listed(vera.cookie)]).toEqual([
      [2, 1],
      [3, 2, 1],
    ]);
    const counts = (await one(3, vera.cookie)).body.state.changes;
    expect([counts?.since.number, counts?.counts]).toMatchObject([2, { reopened: 1, moved: 1, deescalated: 1 }]);
    const outside = await page('?since=last');
    expect(outside.body).toContain('Changes since report 2');
    expect((await page('/reports')).body).not.toContain('Between ourselves');
    expect((await page('/reports', vera.cookie)).body).toContain('Between ourselves');
    const first = (await server.main<Page<SituationReportSummary>>(`${reports}?limit=2`)).body;
    const second = (await server.main<Page<SituationReportSummary>>(`${reports}?limit=2&cursor=${first.next}`)).body;
    expect([...first.items, ...second.items].map(({ number }) => number)).toEqual([3, 2, 1]);
    expect(second.next).toBeNull();
  });

  it('is published, and made internal again; not once it tells of what is public no longer', async () => {
    const publish = (number: number, published: boolean, cookie = cleo.cookie) =>
      server.main<{ type: string }>(`${reports}/${number}`, { method: 'PATCH', cookie, body: { published } });
    expect((await publish(3, true)).status).toBe(200);
    expect((await one(3, null)).status).toBe(200);
    expect((await publish(3, false)).status).toBe(200);
    expect((await one(3, null)).status).toBe(404);
    await change(bridge.id, { visibility: 'internal' });
    const refused = await publish(3, true);
    expect([refused.status, refused.body.type]).toEqual([409, '/problems/no-longer-public']);
    expect((await publish(3, true, vera.cookie)).status).toBe(403);
    expect((await publish(99, true)).status).toBe(404);
    // One that only changed, and is listed no longer, counts as well.
    await change(bridge.id, { visibility: 'public' });
    expect((await publish(3, true)).status).toBe(200);
    await change(bridge.id, { visibility: 'internal' });
    const shown = (await one(3, null)).body.state.changes;
    expect([shown?.counts.reopened, shown?.items.reopened]).toEqual([0, []]);
    await change(bridge.id, { visibility: 'public' });
    const kinds = await server.app
      .get(Database)
      .query<{ kind: string }>(`select kind from journal where kind like 'situation%' order by seq`);
    expect(kinds.map(({ kind }) => kind.split('.')[1])).toEqual(['saved', 'saved', 'saved', 'published', 'withdrawn', 'published']); // prettier-ignore
  });

  it('shows places no finer than the public may see them today, and is not published where it would', async () => {
    const placeOf = async () =>
      (await one(2, null)).body.state.incidents.find(({ number }) => number === ford.number)?.location;
    const setPrecision = async (publicPrecisionMetres: number): Promise<void> => {
      const { policy, version } = (await server.main<DeploymentView>('')).body;
      const headers = { 'if-match': `"${version}"` };
      const body = { policy: { ...policy, publicPrecisionMetres } };
      expect((await server.main('', { method: 'PATCH', headers, body })).status).toBe(200);
    };
    const publish = (published: boolean) =>
      server.main<{ detail: string }>(`${reports}/3`, { method: 'PATCH', cookie: cleo.cookie, body: { published } });
    const fine = await placeOf();
    expect((await publish(false)).status).toBe(200);
    await setPrecision(10_000);
    const coarse = await placeOf();
    expect([coarse, (await one(2, null)).body.state.precisionMetres]).toEqual([snapToGrid(fine!, 10_000), 10_000]);
    expect(coarse).not.toEqual(fine);
    const refused = await publish(true);
    expect([refused.status, refused.body.detail]).toEqual([409, expect.stringContaining('as precisely')]);
    await setPrecision(100);
    expect([await placeOf(), (await publish(true)).status]).toEqual([fine, 200]);
  });

  it.each([
    { title: '' },
    { texts: [{ language: 'English', summary: '', messages: [] }] },
    { texts: [{ language: 'en', summary: 'x', messages: [''] }] },
    { published: 'yes' },
    { from: '2026-02-03T00:00:00Z', to: '2026-02-02T00:00:00Z' },
  ])('is refused with %j', async (odd) => {
    expect((await save(odd)).status).toBe(422);
  });

  it.each(['0', '99', 'x', '1e3', '99999999999999'])('of the number %s is not there', async (number) => {
    expect((await server.main(`${reports}/${number}`, { cookie: null })).status).toBe(404);
  });
});

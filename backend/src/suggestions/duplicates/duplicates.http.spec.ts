/** What may be the same, over HTTP: found by words, by place and time, by address; told as far as the asker may know. */
import { randomUUID } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import type { DuplicatesView, IncidentDetail, LikelyEventsView, LikenessReason, ReportDetail } from '@atesto/contract';
import { until } from '../../../../test/support/gateways.js';
import { addPerson } from '../../../../test/support/people.js';
import { useServer } from '../../../../test/support/test-server.js';

const server = useServer();

/** Each test in a place of its own, so that none finds another's. */
let places = 0;
const place = (): { lat: number; lon: number } => ({ lat: 40 + places++, lon: 11 });

async function report(fields: object): Promise<string> {
  const id = randomUUID();
  const { status } = await server.main('/reports', { body: { id, ...fields }, cookie: null });
  expect(status).toBe(201);
  return id;
}
const found = async (id: string, cookie = server.adminCookie): Promise<DuplicatesView> =>
  (await server.main<DuplicatesView>(`/reports/${id}/duplicates`, { cookie })).body;
/** Marks follow a moment later. */
const foundWith = (id: string, ids: readonly string[]): Promise<DuplicatesView> =>
  until(async () => {
    const view = await found(id);
    const all = [...view.reports, ...view.incidents].map((one) => one.id);
    return ids.every((one) => all.includes(one)) && view;
  });
const kinds = (reasons: readonly LikenessReason[]): string[] => reasons.map(({ kind }) => kind);
const verify = async (id: string, incident: unknown): Promise<string> => {
  await server.main(`/reports/${id}/claim`, { method: 'POST' });
  const { body } = await server.main<ReportDetail>(`/reports/${id}/verify`, { body: { incident } });
  return body.incident?.id ?? '';
};

describe('a report', () => {
  it('is shown those with the same words, under any title, however far and without a place', async () => {
    const words = 'Exercise: the helicopter has come down behind the quarry, three people are in it';
    const one = await report({ text: words, location: place() });
    const titled = await report({ text: `Crash at the quarry\n\n${words}`, location: place() });
    const bare = await report({ text: words.toUpperCase() });
    const view = await foundWith(one, [titled, bare]);
    expect(view.reports.map(({ reasons }) => kinds(reasons)[0])).toEqual(['same_text', 'same_text']);
    expect(view.reports.find(({ id }) => id === bare)?.distanceMetres).toBeNull();
    expect((await found(titled)).reports.map(({ id }) => id).sort()).toEqual([one, bare].sort());
  });

  it('is shown those near it in place and time with like words, with their figures; others are not', async () => {
    const { lat, lon } = place();
    const one = await report({
      text: 'Exercise: the weir at the tannery is leaking',
      location: { lat, lon, accuracy: 30 },
    });
    const like = await report({
      text: 'Exercise, tannery: leaking weir!',
      location: { lat: lat + 0.001, lon, accuracy: 70 },
    });
    const unlike = await report({ text: 'Zwei Kinder suchen ihre Eltern', location: { lat: lat + 0.01, lon } });
    const view = await foundWith(one, [like]);
    expect(view.reports).toHaveLength(1);
    expect(view.reports[0]).toMatchObject({ kind: 'report', status: 'new', distanceMetres: 111 });
    expect(view.reports[0]?.reasons).toContainEqual({ kind: 'distance', metres: 111, reachMetres: 100 });
    expect(view.reports[0]?.score).toBeGreaterThan(0.5);
    expect((await found(unlike)).reports).toEqual([]);
  });

  it('is shown the incident that one like it belongs to, and no more once it belongs there itself', async () => {
    const location = place();
    const first = await report({ text: 'Exercise: smoke over the rope works, it burns', location });
    const incident = await verify(first, { title: 'Fire at the rope works' });
    const second = await report({ text: 'Exercise: the rope works burns, smoke', location });
    const view = await foundWith(second, [incident]);
    expect(view).toMatchObject({
      reports: [],
      incidents: [{ title: 'Fire at the rope works', reports: 1, number: 1 }],
    });
    await verify(second, incident);
    expect(await found(second)).toEqual({ incidents: [], reports: [] });
    const { body } = await server.main<IncidentDetail>(`/incidents/${incident}`);
    expect(body.reports).toBe(2);
  });

  it('is shown none that was rejected or waits in quarantine', async () => {
    const location = place();
    const text = 'Exercise: the lime kiln has cracked from top to bottom';
    const [one, rejected, held] = await Promise.all([1, 2, 3].map(() => report({ text, location })));
    await foundWith(one ?? '', [rejected ?? '', held ?? '']);
    await server.main(`/reports/${rejected}/claim`, { method: 'POST' });
    await server.main(`/reports/${rejected}/reject`, { body: { reason: 'spam' } });
    await server.main(`/reports/${held}/quarantine`, { method: 'POST' });
    expect((await found(one ?? '')).reports).toEqual([]);
  });

  it('is found where it was moved to', async () => {
    const [from, to] = [place(), place()];
    const moved = await report({ text: 'Exercise: the ferry chain snapped', location: from });
    const there = await report({ text: 'Exercise: ferry chain has snapped', location: to });
    const headers = { 'if-match': '"1"' };
    await server.main(`/reports/${moved}`, { method: 'PATCH', headers, body: { location: to } });
    const view = await foundWith(there, [moved]);
    expect(view.reports[0]?.distanceMetres).toBe(0);
  });

  it('from the same address is told to those who may see reporters only', async () => {
    const reporter = { phone: '+00 555 0177' };
    const location = place();
    const one = await report({ text: 'Exercise: water in the cellar of the dairy', location, reporter });
    const other = await report({ text: 'Exercise: the dairy has a wet cellar', location, reporter });
    const viewer = await addPerson(server, 'viewer');
    const view = await foundWith(one, [other]);
    expect(kinds(view.reports[0]?.reasons ?? [])).toContain('same_reporter');
    // The address is found at once, what is alike when the marks have followed.
    const told = await until(async () => {
      const seen = await found(one, viewer.cookie);
      return seen.reports.length > 0 && seen;
    });
    expect(told.reports.map(({ id }) => id)).toEqual([other]);
    expect(kinds(told.reports[0]?.reasons ?? [])).not.toContain('same_reporter');
    expect(told.reports[0]?.score ?? 1).toBeLessThan(view.reports[0]?.score ?? 0);
    expect(JSON.stringify(view)).not.toContain('0177');
  });

  it('that is not there has none', async () => {
    expect((await server.main(`/reports/${randomUUID()}/duplicates`)).status).toBe(404);
  });
});

describe('the open queue', () => {
  const events = async (): Promise<LikelyEventsView> => (await server.main<LikelyEventsView>('/reports/groups')).body;

  it('is taken together into likely events; what is decided or in quarantine is in none', async () => {
    const location = place();
    const texts = [
      'the silo beside the canal is leaning',
      'silo by the canal is leaning',
      'leaning silo, by the canal',
    ];
    const ids: string[] = [];
    for (const text of texts) ids.push(await report({ text: `Exercise: ${text}`, location }));
    const alone = await report({ text: 'Esercizio: manca il pane da due giorni', location });
    const of = (view: LikelyEventsView) => view.events.find(({ reports }) => reports.some(({ id }) => id === ids[0]));
    const before = await events();
    expect(of(before)?.reports.map(({ id }) => id)).toEqual(ids);
    expect(of(before)?.score).toBeGreaterThanOrEqual(0.8);
    expect(before).toMatchObject({ more: false, total: before.events.length });
    expect(before.looked).toBeGreaterThan(3);
    expect(JSON.stringify(before)).not.toContain(alone);
    await server.main(`/reports/${ids[1]}/quarantine`, { method: 'POST' });
    await server.main('/reports/gather', { body: { reports: [ids[2]], incident: { title: 'Silo' } } });
    expect(of(await events())).toBeUndefined();
  });
});

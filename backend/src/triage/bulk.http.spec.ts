/** Many at once: all or nothing, each refusal named, one taking back; and the next one, never given to two. */
import { beforeAll, describe, expect, it } from '@jest/globals';
import type { BulkResult, HistoryEntry, NextReport, ProblemBody, ReportDetail, UndoneView } from '@atesto/contract';
import { idOf } from '../../../test/support/samples.js';
import { act, addPerson, openIncident, sendReport, type Person } from '../../../test/support/people.js';
import { useServer } from '../../../test/support/test-server.js';

const server = useServer();
let una: Person;
let dos: Person;
beforeAll(async () => {
  una = await addPerson(server, 'responder', 'Una Example');
  dos = await addPerson(server, 'responder', 'Dos Example');
});

const some = async (count: number, parts: object = {}): Promise<string[]> => {
  const ids: string[] = [];
  for (let at = 0; at < count; at++) ids.push((await sendReport(server, parts)).id);
  return ids;
};
const bulk = (action: string, ids: readonly string[], parts: object = {}, cookie = una.cookie) =>
  server.main<BulkResult & ProblemBody>('/reports/bulk', {
    cookie,
    body: { action, reports: ids.map((id) => ({ id })), ...parts },
  });
const statusOf = async (id: string): Promise<string> => (await server.main<ReportDetail>(`/reports/${id}`)).body.status;
const statusesOf = (ids: readonly string[]): Promise<string[]> => Promise.all(ids.map(statusOf));

describe('one action on many reports', () => {
  it('is done to all, new ones being claimed on the way, and taken back at once', async () => {
    const ids = await some(3);
    const done = await bulk('reject', ids, { reason: 'spam', note: 'all one' });
    expect([done.status, done.body.items.map(({ status }) => status)]).toEqual([200, Array(3).fill('rejected')]);
    expect(done.body.items[0]?.rejection).toEqual({ reason: 'spam', note: 'all one' });
    const undone = await server.main<UndoneView>(`/actions/${done.headers.get('x-action')}/undo`, {
      method: 'POST',
      cookie: una.cookie,
    });
    expect([undone.status, undone.body.subjects.map(({ id }) => id).sort()]).toEqual([200, [...ids].sort()]);
    expect(await statusesOf(ids)).toEqual(['new', 'new', 'new']);
  });

  it('says in the history of each how many go back together', async () => {
    const ids = await some(3);
    const [one = ''] = ids;
    await bulk('claim', [one]);
    await bulk('reject', ids, { reason: 'spam' });
    const { body } = await server.main<{ items: HistoryEntry[] }>(`/reports/${one}/history`);
    expect(body.items.map(({ kind, reports }) => [kind, reports])).toEqual([
      ['report.received', 0],
      ['report.claimed', 1],
      ['report.rejected', 3],
    ]);
  });

  it('is done to none where one refuses, and each that refuses is named', async () => {
    const ids = await some(4);
    const [, held = '', decided = '', stale = ''] = ids;
    await act(server, held, 'claim', dos.cookie);
    await act(server, decided, 'claim', una.cookie);
    await act(server, decided, 'reject', una.cookie, { reason: 'spam' });
    const reports = ids.map((id) => (id === stale ? { id, version: 77 } : { id }));
    const { status, body, headers } = await bulk('claim', [], { reports: [...reports, { id: idOf(404) }] });
    expect([status, body.type, headers.get('x-action')]).toEqual([409, '/problems/bulk-refused', null]);
    expect(body.errors?.map(({ pointer }) => pointer)).toEqual([
      '/reports/1',
      '/reports/2',
      '/reports/3',
      '/reports/4',
    ]);
    expect(body.errors?.[0]?.detail).toContain('Dos Example');
    expect(await statusesOf(ids)).toEqual(['new', 'in_review', 'rejected', 'new']);
  });

  it('adds all to one incident', async () => {
    const incident = await openIncident(server);
    const ids = await some(2);
    expect((await bulk('verify', ids, { incident: incident.id })).status).toBe(200);
    expect((await server.main<{ reports: number }>(`/incidents/${incident.id}`)).body.reports).toBe(3);
  });

  it('opens one incident for all, and none is left when that is taken back', async () => {
    const ids = await some(2, { category: 'water' });
    const { body, headers } = await bulk('verify', ids, { incident: { title: 'No water' } });
    const [one, other] = body.items;
    expect(one?.incident).toEqual(other?.incident);
    const path = `/incidents/${one?.incident?.id}`;
    expect((await server.main(path)).body).toMatchObject({ reports: 2, category: 'water' });
    await server.main(`/actions/${headers.get('x-action')}/undo`, { method: 'POST', cookie: una.cookie });
    expect((await server.main(path)).status).toBe(404);
    expect(await statusesOf(ids)).toEqual(['new', 'new']);
  });

  it.each([
    ['reject without a reason', 'reject', {}, '/reason'],
    ['verify without an incident', 'verify', {}, '/incident'],
    ['an action that is none', 'delete', {}, '/action'],
    ['no report', 'claim', { reports: [] }, '/reports'],
    ['one report twice', 'claim', { reports: [{ id: idOf(1) }, { id: idOf(1) }] }, '/reports'],
    ['more than 200', 'claim', { reports: Array.from({ length: 201 }, (_, n) => ({ id: idOf(n) })) }, '/reports'],
  ])('refuses %s', async (_, action, parts, pointer) => {
    const { status, body } = await bulk(action, [idOf(1)], parts);
    expect([status, body.errors?.[0]?.pointer]).toEqual([422, pointer]);
  });

  it('refuses an incident that is not there', async () => {
    const ids = await some(1);
    expect((await bulk('verify', ids, { incident: idOf(404) })).status).toBe(404);
    expect(await statusesOf(ids)).toEqual(['new']);
  });
});

describe('the next report', () => {
  const next = async (method: 'GET' | 'POST', query = '', person = una): Promise<ReportDetail | null> =>
    (await server.main<NextReport>(`/reports/next${query}`, { method, cookie: person.cookie })).body.report;

  it('is the most urgent of the oldest that nobody holds, within the filter', async () => {
    // Everything that other tests left behind is out of the way.
    while ((await next('POST')) !== null);
    const [old = '', critical = '', low = ''] = await some(3);
    for (const [id, priority] of [
      [critical, 'critical'],
      [low, 'low'],
    ] as const) {
      await server.main(`/reports/${id}`, {
        method: 'PATCH',
        headers: { 'if-match': `"${(await server.main<ReportDetail>(`/reports/${id}`)).body.version}"` },
        body: { priority, ...(id === low && { category: 'water' }) },
      });
    }
    expect((await next('GET'))?.id).toBe(critical);
    expect((await next('GET', '?category=water'))?.id).toBe(low);
    expect(await statusOf(critical)).toBe('new');
    const taken = await next('POST');
    expect([taken?.id, taken?.status, taken?.claim?.by.name]).toEqual([critical, 'in_review', 'Una Example']);
    expect([(await next('POST', '', dos))?.id, (await next('POST', '', dos))?.id]).toEqual([old, low]);
    expect(await next('POST')).toBeNull();
  });

  it('is another one for each who asks at the same moment', async () => {
    const ids = await some(4);
    const given = await Promise.all([una, dos, una, dos].map((person) => next('POST', '', person)));
    expect(given.map((report) => report?.id).sort()).toEqual([...ids].sort());
  });
});

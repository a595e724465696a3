/** Several reports become one incident at once, or nothing does. */
import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from '@jest/globals';
import type { HistoryEntry, IncidentDetail, ProblemBody, ReportDetail } from '@atesto/contract';
import { act, addPerson, openIncident, sendReport, type Person } from '../../../test/support/people.js';
import { useServer } from '../../../test/support/test-server.js';

const server = useServer();
let una: Person;
let dos: Person;
beforeAll(async () => {
  una = await addPerson(server, 'responder', 'Una Example');
  dos = await addPerson(server, 'responder', 'Dos Example');
});

const gather = (reports: readonly string[], incident: unknown) =>
  server.main<IncidentDetail & Pick<ProblemBody, 'type' | 'errors'>>('/reports/gather', {
    cookie: una.cookie,
    body: { reports, incident },
  });
const send = async (parts: object = {}): Promise<string> => (await sendReport(server, parts)).id;
const statusOf = async (id: string): Promise<string> => (await server.main<ReportDetail>(`/reports/${id}`)).body.status;
const kindsOf = async (path: string): Promise<string[]> =>
  (await server.main<{ items: HistoryEntry[] }>(`${path}/history`)).body.items.map(({ kind }) => kind);

describe('gathering', () => {
  it('makes one incident of new and claimed reports, which says what the first with a place says', async () => {
    const reports = [await send(), await send({ location: { lat: 3, lon: 4 }, category: 'road' }), await send()];
    await act(server, reports[2] ?? '', 'claim', una.cookie);
    const { status, body } = await gather(reports, { title: 'One thing' });
    expect([status, body.title, body.reports, body.category]).toEqual([200, 'One thing', 3, 'road']);
    expect(body.location).toMatchObject({ lat: 3, lon: 4 });
    expect(body.reportItems.map(({ id }) => id).sort()).toEqual([...reports].sort());
    expect(new Set(body.reportItems.map((report) => report.status))).toEqual(new Set(['verified']));
    expect(await kindsOf(`/reports/${reports[0]}`)).toEqual(['report.received', 'report.verified']);
    expect(await kindsOf(`/incidents/${body.id}`)).toEqual(['incident.opened']);
  });

  it('adds to an incident that is there', async () => {
    const incident = await openIncident(server, { title: 'Dry well' });
    const reports = [await send(), await send()];
    const { body } = await gather(reports, incident.id);
    expect([body.id, body.number, body.reports]).toEqual([incident.id, incident.number, 3]);
    expect(await kindsOf(`/incidents/${incident.id}`)).toEqual([
      'incident.opened',
      'incident.report_added',
      'incident.report_added',
    ]);
  });

  it('does nothing where one cannot be taken, and names each of those', async () => {
    const [free, held, decided, unknown] = [await send(), await send(), await send(), randomUUID()];
    await act(server, held, 'claim', dos.cookie);
    await act(server, decided, 'claim', una.cookie);
    await act(server, decided, 'reject', una.cookie, { reason: 'spam' });
    const { status, body } = await gather([free, held, decided, unknown], { title: 'None' });
    expect([status, body.type]).toEqual([409, '/problems/not-all']);
    const named = new Map(body.errors?.map(({ pointer, detail }) => [pointer, detail]));
    expect([...named.keys()].sort()).toEqual(['/reports/1', '/reports/2', '/reports/3']);
    expect(named.get('/reports/1')).toMatch(new RegExp(`^${held}: Dos Example has claimed`));
    expect(await statusOf(free)).toBe('new');
    expect(await kindsOf(`/reports/${free}`)).toEqual(['report.received']);
  });

  it('into what is no incident, or of nothing, is refused', async () => {
    const id = await send();
    expect((await gather([id], randomUUID())).status).toBe(404);
    expect((await gather([id], { title: '' })).status).toBe(422);
    expect((await gather([], { title: 'x' })).status).toBe(422);
    expect((await gather([id, id], { title: 'x' })).status).toBe(422);
    expect(await statusOf(id)).toBe('new');
  });

  it('goes to exactly one of two who press at once', async () => {
    const reports = [await send(), await send(), await send()];
    const answers = await Promise.all([
      gather(reports, { title: 'a' }),
      gather([...reports].reverse(), { title: 'b' }),
    ]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
  });
});

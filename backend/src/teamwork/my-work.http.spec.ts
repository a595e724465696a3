/** One person's work, and handing it over, over HTTP. */
import { beforeAll, describe, expect, it } from '@jest/globals';
import type { HandOversView, HistoryEntry, IncidentDetail, MyWork, ReportDetail, ShiftReport } from '@atesto/contract';
import { act, addPerson, openIncident, sendReport, type Person } from '../../../test/support/people.js';
import { useServer } from '../../../test/support/test-server.js';

const server = useServer();
let una: Person;
let dos: Person;
let rescue: string;
beforeAll(async () => {
  una = await addPerson(server, 'responder', 'Una Example');
  dos = await addPerson(server, 'responder', 'Dos Example');
  rescue = (await server.call<{ id: string }>('/api/v1/organisations', { body: { name: 'Made-up Rescue' } })).body.id;
});

const workOf = async ({ cookie }: Person): Promise<MyWork> => (await server.main<MyWork>('/my-work', { cookie })).body;
const assign = (path: string, body: object) =>
  server.main(`${path}/assignee`, { method: 'PUT', body, cookie: una.cookie });
const reportOf = async (id: string): Promise<ReportDetail> => (await server.main<ReportDetail>(`/reports/${id}`)).body;
const handOver = (cookie: string, body: object) =>
  server.main<HandOversView & { errors: { pointer: string }[] }>('/hand-overs', { cookie, body });
const kindsOf = async (id: string): Promise<string[]> =>
  (await server.main<{ items: HistoryEntry[] }>(`/reports/${id}/history`)).body.items.map(({ kind }) => kind);

describe('my work', () => {
  it('is what I claimed, what is mine or of my organisation, and nothing of others', async () => {
    const [claimed, mine, ours, theirs] = await Promise.all([1, 2, 3, 4].map(() => sendReport(server)));
    await server.main(`/members/${una.id}`, { method: 'PATCH', body: { organisation: rescue } });
    await act(server, claimed?.id ?? '', 'claim', una.cookie);
    await assign(`/reports/${mine?.id}`, { person: una.id });
    await assign(`/reports/${ours?.id}`, { organisation: rescue });
    await assign(`/reports/${theirs?.id}`, { person: dos.id });
    const incident = await openIncident(server);
    await assign(`/incidents/${incident.id}`, { person: una.id });
    const work = await workOf(una);
    expect(work.claimed.map(({ id }) => id)).toEqual([claimed?.id]);
    expect(work.reports.map(({ id }) => id).sort()).toEqual([mine?.id, ours?.id].sort());
    expect(work.incidents.map(({ id }) => id)).toEqual([incident.id]);
    expect([work.mentions, work.answered]).toEqual([[], []]);
    expect((await workOf(dos)).reports.map(({ id }) => id)).toEqual([theirs?.id]);
  });

  it('holds mentions until their notes were seen', async () => {
    const { id } = await sendReport(server, { text: 'The bridge is gone' });
    const body = { text: '@Dos Example look', mentions: [dos.id] };
    await server.main(`/reports/${id}/notes`, { cookie: una.cookie, body });
    expect((await workOf(dos)).mentions).toMatchObject([
      {
        about: { kind: 'report', id },
        title: 'The bridge is gone',
        note: { by: { name: 'Una Example' }, text: body.text },
      },
    ]);
    expect((await workOf(una)).mentions).toEqual([]);
    const seen = await server.main('/my-work/seen', { cookie: dos.cookie, body: { subject: id } });
    expect(seen.status).toBe(204);
    expect((await workOf(dos)).mentions).toEqual([]);
  });

  it('holds reports whose reporter wrote back', async () => {
    const { id, followPath } = await sendReport(server);
    await act(server, id, 'claim', dos.cookie);
    await act(server, id, 'ask', dos.cookie, { text: 'Which well?' });
    expect((await workOf(dos)).answered).toEqual([]);
    const answer = await server.call(`/api/v1${followPath}/answers`, {
      cookie: null,
      body: { id: '00000000-0000-4000-8000-0000000000aa', text: 'The one at the school' },
    });
    expect([200, 201]).toContain(answer.status);
    expect((await workOf(dos)).answered.map((report) => report.id)).toEqual([id]);
    expect((await workOf(una)).answered).toEqual([]);
  });
});

describe('handing over', () => {
  it('gives back claims, assigns, writes notes, and stays to be read, all at once', async () => {
    const [one, two] = [(await sendReport(server, { text: 'First' })).id, (await sendReport(server)).id];
    const incident = await openIncident(server, { title: 'Flooded street' });
    await act(server, one, 'claim', una.cookie);
    await assign(`/reports/${two}`, { person: una.id });
    await assign(`/incidents/${incident.id}`, { person: una.id });
    const made = await handOver(una.cookie, {
      person: dos.id,
      note: 'Good night',
      items: [
        { kind: 'report', id: one, note: 'Called them twice' },
        { kind: 'report', id: two },
        { kind: 'incident', id: incident.id },
      ],
    });
    expect(made.status).toBe(201);
    expect(await reportOf(one)).toMatchObject({ status: 'new', claim: null, assignee: { id: dos.id } });
    expect(await reportOf(two)).toMatchObject({ assignee: { id: dos.id } });
    expect((await server.main<IncidentDetail>(`/incidents/${incident.id}`)).body.assignee?.id).toBe(dos.id);
    expect((await kindsOf(one)).slice(-3)).toEqual(['report.released', 'report.assigned', 'note.added']);
    const { body } = await server.main<HandOversView>('/hand-overs', { cookie: dos.cookie });
    expect(body.items[0]).toMatchObject({
      by: { name: 'Una Example' },
      to: { kind: 'person', id: dos.id },
      note: 'Good night',
      items: [
        { about: { id: one }, title: 'First', note: 'Called them twice' },
        { about: { id: two }, note: null },
        { title: `#${incident.number} Flooded street` },
      ],
    });
    expect((await workOf(dos)).mentions.map(({ note }) => note.text)).toContain('Called them twice');
  });

  it('stands in the report of its shift, and of no other', async () => {
    const { id } = await sendReport(server, { text: 'Shift end' });
    await act(server, id, 'claim', una.cookie);
    const { body } = await handOver(una.cookie, {
      note: 'For the night',
      items: [{ kind: 'report', id, note: 'Call' }],
    });
    const made = Date.parse(body.items[0]?.at ?? '');
    const notesWithin = async (from: number, to: number): Promise<unknown[]> => {
      const query = new URLSearchParams({ from: new Date(from).toISOString(), to: new Date(to).toISOString() });
      const shift = await server.main<ShiftReport>(`/overview/shift?${query.toString()}`, { cookie: dos.cookie });
      return shift.body.handOvers.map(({ by, to: whom, note, items }) => [by.name, whom, note, items[0]?.note]);
    };
    expect((await notesWithin(made - 60_000, made + 1)).at(-1)).toEqual(['Una Example', null, 'For the night', 'Call']);
    expect(await notesWithin(made + 1, made + 60_000)).toEqual([]);
    expect((await notesWithin(made - 60_000, made)).flat()).not.toContain('For the night');
  });

  it('does nothing at all when something is not theirs any more, and names it', async () => {
    const [mine, taken] = [(await sendReport(server)).id, (await sendReport(server)).id];
    await act(server, mine, 'claim', una.cookie);
    await act(server, taken, 'claim', una.cookie);
    await act(server, taken, 'claim', dos.cookie, { takeOver: true, note: 'Mine now' });
    const items = [mine, taken].map((id) => ({ kind: 'report', id }));
    const { status, body } = await handOver(una.cookie, { note: 'x', items });
    expect([status, body.errors.map(({ pointer }) => pointer)]).toEqual([409, ['/items/1']]);
    expect((await reportOf(mine)).claim?.by.id).toBe(una.id);
    expect((await server.main<HandOversView>('/hand-overs')).body.items.map(({ note }) => note)).not.toContain('x');
  });

  it('goes back to the queue when it names nobody', async () => {
    const { id } = await sendReport(server);
    await assign(`/reports/${id}`, { person: una.id });
    expect((await handOver(una.cookie, { note: 'Back', items: [{ kind: 'report', id }] })).status).toBe(201);
    expect((await reportOf(id)).assignee).toBeNull();
  });

  it('needs a note, something to hand over, and each thing once', async () => {
    const { id } = await sendReport(server);
    await act(server, id, 'claim', una.cookie);
    const item = { kind: 'report', id };
    for (const body of [{ items: [item] }, { note: 'x', items: [] }, { note: 'x', items: [item, item] }]) {
      expect((await handOver(una.cookie, body)).status).toBe(422);
    }
  });
});

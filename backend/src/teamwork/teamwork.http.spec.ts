/** Notes, mentions and assignment over HTTP: who may, what stays, and that none of it leaves the team. */
import { beforeAll, describe, expect, it } from '@jest/globals';
import type { HistoryEntry, IncidentView, NotesView, Page, ReportDetail, ReportView } from '@atesto/contract';
import { addPerson, openIncident, sendReport, type Person } from '../../../test/support/people.js';
import { useServer } from '../../../test/support/test-server.js';

const server = useServer();
let una: Person;
let dos: Person;
let viewer: Person;
beforeAll(async () => {
  una = await addPerson(server, 'responder', 'Una Example');
  dos = await addPerson(server, 'responder', 'Dos Example');
  viewer = await addPerson(server, 'viewer');
});

const notesOf = async (path: string, cookie: string) =>
  (await server.main<NotesView>(`${path}/notes`, { cookie })).body;
const write = (path: string, cookie: string | null, body: object) =>
  server.main<NotesView>(`${path}/notes`, { method: 'POST', cookie, body });
const assign = (path: string, body: object | null, cookie = una.cookie) =>
  server.main<Pick<ReportDetail, 'assignee' | 'version'>>(`${path}/assignee`, {
    method: 'PUT',
    cookie,
    headers: { 'content-type': 'application/json' },
    body: body ?? 'null',
  });
const historyOf = async (path: string): Promise<HistoryEntry[]> =>
  (await server.main<{ items: HistoryEntry[] }>(`${path}/history`)).body.items;

describe('a note', () => {
  it('is read by the team, with whom it mentions, who is told by the journal', async () => {
    const { id } = await sendReport(server);
    const path = `/reports/${id}`;
    const text = 'Look at this, @Dos Example';
    const answer = await write(path, una.cookie, { text, mentions: [dos.id, dos.id, una.id] });
    expect(answer.status).toBe(201);
    expect((await notesOf(path, dos.cookie)).items).toMatchObject([
      { by: { id: una.id, name: 'Una Example' }, text, mentions: [{ id: dos.id, name: 'Dos Example' }], unseen: true },
    ]);
    expect((await notesOf(path, viewer.cookie)).items[0]?.unseen).toBe(false);
    const entry = (await historyOf(path)).at(-1);
    expect(entry).toMatchObject({ kind: 'note.added', by: { id: una.id } });
    expect(entry?.data).toEqual({ note: answer.body.items[0]?.id, subject: 'report', mentions: [dos.id] });
  });

  it('mentions members only, and says something', async () => {
    const { id } = await sendReport(server);
    await server.call('/api/v1/deployments', { body: { slug: 'elsewhere', name: 'Elsewhere' } });
    const stranger = await addPerson(server, 'responder', 'Stranger', 'elsewhere');
    const refused = await write(`/reports/${id}`, una.cookie, { text: 'x', mentions: [stranger.id] });
    expect([refused.status, refused.body]).toMatchObject([422, { errors: [{ pointer: '/mentions' }] }]);
    expect((await write(`/reports/${id}`, una.cookie, { text: '' })).status).toBe(422);
    expect((await write(`/reports/${id}`, viewer.cookie, { text: 'x' })).status).toBe(403);
    expect((await write(`/reports/${una.id}`, una.cookie, { text: 'x' })).status).toBe(404);
    expect((await notesOf(`/reports/${id}`, una.cookie)).items).toEqual([]);
  });

  it('on an incident is nothing that the public or the reporter hears of', async () => {
    const incident = await openIncident(server);
    const path = `/incidents/${incident.id}`;
    expect((await write(path, una.cookie, { text: 'Between us: a made-up secret' })).status).toBe(201);
    expect((await server.main(`${path}/notes`, { cookie: null })).status).toBe(401);
    const seen = await server.main(path, { cookie: null });
    expect([seen.status, JSON.stringify(seen.body)]).toEqual([200, expect.not.stringContaining('secret')]);
    expect((await historyOf(path)).at(-1)).toMatchObject({ kind: 'note.added', data: { subject: 'incident' } });
  });

  it('waits until a report has left the quarantine', async () => {
    const { id } = await sendReport(server);
    await server.main(`/reports/${id}/quarantine`, { method: 'POST' });
    expect((await write(`/reports/${id}`, una.cookie, { text: 'x' })).status).toBe(409);
    expect((await assign(`/reports/${id}`, { person: una.id })).status).toBe(409);
  });
});

describe('an assignment', () => {
  const list = async (query: string, cookie: string) =>
    (await server.main<Page<ReportView>>(`/reports?${query}`, { cookie })).body.items.map(({ id }) => id);

  it('is to a person or an organisation, is found by it, and is given back', async () => {
    const { id } = await sendReport(server);
    const path = `/reports/${id}`;
    const { body: organisation } = await server.call<{ id: string }>('/api/v1/organisations', {
      body: { name: 'Made-up Rescue' },
    });
    const { body: first } = await assign(path, { person: dos.id });
    expect(first.assignee).toEqual({ kind: 'person', id: dos.id, name: 'Dos Example' });
    expect(await list('assignee=me', dos.cookie)).toContain(id);
    expect(await list('assignee=me', una.cookie)).not.toContain(id);
    expect(await list(`assignee=${dos.id}`, una.cookie)).toContain(id);
    expect(await list('assignee=none', una.cookie)).not.toContain(id);
    const { body: second } = await assign(path, { organisation: organisation.id });
    expect(second.assignee).toEqual({ kind: 'organisation', id: organisation.id, name: 'Made-up Rescue' });
    expect(second.version).toBe(first.version + 1);
    expect(await list(`assignee=${organisation.id}`, una.cookie)).toContain(id);
    expect((await assign(path, null)).body.assignee).toBeNull();
    expect(await list('assignee=none', una.cookie)).toContain(id);
    const told = (await historyOf(path)).filter(({ kind }) => kind === 'report.assigned').map(({ data }) => data);
    expect(told).toEqual([
      { assignee: 'Dos Example', person: dos.id, before: { assignee: null } },
      {
        assignee: 'Made-up Rescue',
        organisation: organisation.id,
        before: { assignee: 'Dos Example', person: dos.id },
      },
      { assignee: null, before: { assignee: 'Made-up Rescue', organisation: organisation.id } },
    ]);
  });

  it('again to the same changes nothing', async () => {
    const { id } = await sendReport(server);
    const { body: first } = await assign(`/reports/${id}`, { person: dos.id });
    expect((await assign(`/reports/${id}`, { person: dos.id })).body.version).toBe(first.version);
  });

  it('goes to nobody outside of the team, nor to a viewer, nor to two', async () => {
    const { id } = await sendReport(server);
    const made = '00000000-0000-4000-8000-000000000001';
    for (const body of [
      { person: made },
      { person: viewer.id },
      { organisation: made },
      { person: dos.id, organisation: made },
    ]) {
      expect((await assign(`/reports/${id}`, body)).status).toBe(422);
    }
    expect((await assign(`/reports/${id}`, { person: dos.id }, viewer.cookie)).status).toBe(403);
    expect((await server.main<ReportDetail>(`/reports/${id}`)).body.assignee).toBeNull();
  });

  it('of an incident stays among the team', async () => {
    const incident = await openIncident(server);
    const path = `/incidents/${incident.id}`;
    const before = (await server.main<Record<string, unknown>>(path, { cookie: null })).body;
    expect((await assign(path, { person: dos.id })).body.assignee?.name).toBe('Dos Example');
    const mine = await server.main<Page<IncidentView>>('/incidents?assignee=me', { cookie: dos.cookie });
    expect(mine.body.items.map(({ id }) => id)).toEqual([incident.id]);
    expect((await server.main<Record<string, unknown>>(path, { cookie: null })).body).toEqual(before);
    const all = await server.main<Page<IncidentView>>('/incidents', { cookie: null });
    const asked = await server.main<Page<IncidentView>>(`/incidents?assignee=${dos.id}`, { cookie: null });
    expect(asked.body.items).toEqual(all.body.items);
  });
});

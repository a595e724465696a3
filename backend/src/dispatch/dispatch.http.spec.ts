/** From a need to its end over HTTP: tasks, what is met, the end of the incident, and what the reporter says of it. */
import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from '@jest/globals';
import type { DispatchView, IncidentDetail, ReportDetail } from '@atesto/contract';
import { eventually } from '../../../test/support/eventually.js';
import { act, addPerson, mergeIncident, sendReport, type Person } from '../../../test/support/people.js';
import { useServer } from '../../../test/support/test-server.js';

const server = useServer();
let responder: Person;
beforeAll(async () => {
  responder = await addPerson(server, 'responder', 'Rosa');
});

interface Opened {
  id: string;
  report: string;
  followPath: string;
}

async function opened(): Promise<Opened> {
  const { id: report, followPath } = await sendReport(server, { language: 'en' });
  await act(server, report, 'claim', responder.cookie);
  const { body } = await act(server, report, 'verify', responder.cookie, { incident: { title: 'Dry well' } });
  return { id: body.incident?.id ?? '', report, followPath };
}

const say = (path: string, body: object) =>
  server.main<DispatchView & { detail: string }>(`/incidents/${path}`, { cookie: responder.cookie, body });
const needFor = async (id: string, quantity: number): Promise<string> =>
  (await say(`${id}/needs`, { kind: 'water', quantity, unit: 'litres' })).body.needs.at(-1)?.id ?? '';
const taskFor = async (id: string, need: string | null, quantity?: number): Promise<string> =>
  (await say(`${id}/tasks`, { need, quantity, note: 'Bring water' })).body.tasks.at(-1)?.id ?? '';
const move = (id: string, task: string, status: string) => say(`${id}/tasks/${task}/status`, { status });
const shown = async (id: string): Promise<IncidentDetail> =>
  (await server.main<IncidentDetail>(`/incidents/${id}`)).body;
const view = async (id: string): Promise<DispatchView> =>
  (await server.main<DispatchView>(`/incidents/${id}/needs`)).body;
const messages = async (report: string): Promise<string[]> =>
  (await server.main<ReportDetail>(`/reports/${report}`)).body.messages.map(({ text }) => text);
const answer = (followPath: string, text: string) =>
  server.call(`/api/v1${followPath}/answers`, { body: { id: randomUUID(), text }, cookie: null });

describe('a need', () => {
  it('is met by tasks that are done, and promised by those that are not', async () => {
    const { id } = await opened();
    const need = await needFor(id, 10);
    const task = await taskFor(id, need, 4);
    expect((await view(id)).needs).toMatchObject([{ quantity: 10, met: 0, promised: 4, unit: 'litres' }]);
    await move(id, task, 'accepted');
    expect((await move(id, task, 'done')).body.needs).toMatchObject([{ met: 4, promised: 0 }]);
    expect((await shown(id)).status).toBe('open');
    await taskFor(id, need);
    expect((await view(id)).needs).toMatchObject([{ met: 4, promised: 6 }]);
    expect((await say(`${id}/tasks`, { need, note: 'Too much' })).status).toBe(409);
  });

  it.each([
    ['needs', { kind: 'gold', quantity: 1 }],
    ['needs', { kind: 'water', quantity: 0 }],
    ['needs', { kind: 'water' }],
    ['tasks', {}],
    ['tasks', { note: 'x', organisation: '00000000-0000-7000-8000-000000000000' }],
  ])('or task that is none is refused: %s %j', async (part, body) => {
    const { id } = await opened();
    expect((await say(`${id}/${part}`, body)).status).toBe(422);
  });

  it('and its tasks go along when incidents are merged', async () => {
    const [from, into] = [await opened(), await opened()];
    await taskFor(from.id, await needFor(from.id, 2));
    await mergeIncident(server, from.id, into.id);
    expect(await view(into.id)).toMatchObject({ needs: [{ quantity: 2, promised: 2 }], tasks: [{ status: 'open' }] });
  });
});

describe('a task', () => {
  it('moves as the table says, and not otherwise', async () => {
    const { id } = await opened();
    const task = await taskFor(id, null);
    expect((await move(id, task, 'done')).status).toBe(409);
    for (const status of ['accepted', 'under_way', 'cancelled', 'open', 'declined']) {
      expect((await move(id, task, status)).body.tasks).toMatchObject([{ status }]);
    }
    expect((await shown(id)).status).toBe('open');
  });
});

describe('when the last need is met', () => {
  async function ended(): Promise<Opened> {
    const incident = await opened();
    const task = await taskFor(incident.id, await needFor(incident.id, 3));
    await move(incident.id, task, 'accepted');
    await move(incident.id, task, 'done');
    return incident;
  }

  it('the incident is resolved with a public reason, and its reporter is asked once whether that is true', async () => {
    const { id, report } = await ended();
    expect(await shown(id)).toMatchObject({
      status: 'resolved',
      outcome: 'asked',
      reason: 'What was needed has arrived.',
    });
    expect(await messages(report)).toEqual([expect.stringContaining('Please answer YES or NO')]);
    expect((await view(id)).outcome).toEqual({ asked: 1, confirmed: 0, denied: 0 });
    const reopen = await say(`${id}/status`, { status: 'open', reason: 'More is needed', public: true });
    expect(reopen.status).toBe(200);
    const again = await taskFor(id, await needFor(id, 1));
    await move(id, again, 'accepted');
    await move(id, again, 'done');
    expect((await shown(id)).status).toBe('resolved');
    expect(await messages(report)).toHaveLength(1);
  });

  it('opened again without a new need, it does not end by itself', async () => {
    const { id } = await ended();
    await say(`${id}/status`, { status: 'open', reason: 'Look again', public: false });
    await move(id, await taskFor(id, null), 'accepted');
    expect((await shown(id)).status).toBe('open');
  });

  it('a title that the public is not shown is told to no reporter', async () => {
    const { id, report } = await opened();
    const { version } = await shown(id);
    const headers = { 'if-match': `"${version}"` };
    const body = { visibility: 'internal' };
    expect((await server.main(`/incidents/${id}`, { method: 'PATCH', body, headers })).status).toBe(200);
    const task = await taskFor(id, await needFor(id, 1));
    await move(id, task, 'accepted');
    await move(id, task, 'done');
    expect(await messages(report)).toEqual([expect.stringMatching(/^What you reported is now .* YES or NO\.$/)]);
  });

  it('a yes is kept and shown', async () => {
    const { id, followPath } = await ended();
    expect((await answer(followPath, 'Yes, thank you!')).status).toBeLessThan(300);
    await eventually(async () => expect((await shown(id)).outcome).toBe('confirmed'));
    expect((await view(id)).outcome).toEqual({ asked: 1, confirmed: 1, denied: 0 });
  });

  it('a no flags it and opens nothing by itself; nothing of it reaches the public', async () => {
    const { id, followPath } = await ended();
    await answer(followPath, 'No, it is still dry');
    await eventually(async () => expect((await shown(id)).outcome).toBe('denied'));
    expect((await shown(id)).status).toBe('resolved');
    const outside = (await server.main(`/incidents/${id}`, { cookie: null })).body;
    expect(Object.keys(outside)).not.toContain('outcome');
    await say(`${id}/status`, { status: 'open', reason: 'It is true: still dry', public: true });
    expect((await shown(id)).outcome).toBeNull();
  });

  it('is answered by one press on the follow page, in its language, once', async () => {
    const { id, followPath } = await ended();
    const page = async (): Promise<string> =>
      (await server.call<string>(`${followPath}?lang=de`, { cookie: null, headers: { accept: 'text/html' } })).body;
    const asked = await page();
    expect(asked).toContain('Nein, das stimmt nicht');
    const [, answerId = ''] = /action="\?"[^]*?name="id" value="([^"]+)"/.exec(asked) ?? [];
    const form = new URLSearchParams({ id: answerId, text: 'Nein, das stimmt nicht' }).toString();
    const headers = { 'content-type': 'application/x-www-form-urlencoded' };
    for (const _ of [1, 2]) {
      expect((await server.call(followPath, { body: form, cookie: null, headers })).status).toBe(303);
    }
    await eventually(async () => expect((await shown(id)).outcome).toBe('denied'));
    const after = await page();
    expect(after).not.toContain('action="?"');
    expect(after.split('Nein, das stimmt nicht')).toHaveLength(2);
  });

  it('other words stay words for people to read', async () => {
    const { id, report, followPath } = await ended();
    await answer(followPath, 'The truck came at noon');
    await eventually(async () => expect(await messages(report)).toContain('The truck came at noon'));
    await answer(followPath, 'YES');
    await eventually(async () => expect((await shown(id)).outcome).toBe('confirmed'));
  });
});

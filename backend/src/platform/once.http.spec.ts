/** What people add while the line is bad: sent again it is the same, and what differs is another thing. */
import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from '@jest/globals';
import type { DispatchView, NoteView, ReportDetail } from '@atesto/contract';
import { act, addPerson, openIncident, sendReport, type Person } from '../../../test/support/people.js';
import { useServer } from '../../../test/support/test-server.js';

const server = useServer();
let una: Person;
beforeAll(async () => {
  una = await addPerson(server, 'responder', 'Una Example');
});

interface Added {
  /** Where it is sent to, under what was prepared. */
  path: string;
  body: object;
  other: object;
  count: () => Promise<number>;
}

const get = async <View>(path: string): Promise<View> => (await server.main<View>(path)).body;
const incident = async (): Promise<string> => `/incidents/${(await openIncident(server)).id}`;
const needed = async (path: string): Promise<string> => {
  const body = { kind: 'water', quantity: 20 };
  const answer = await server.main<DispatchView>(`${path}/needs`, { cookie: una.cookie, body });
  return answer.body.needs[0]?.id ?? '';
};

const cases: Record<string, () => Promise<Added>> = {
  'a question': async () => {
    const { id } = await sendReport(server);
    await act(server, id, 'claim', una.cookie);
    const [path, one] = [`/reports/${id}/ask`, `/reports/${id}`];
    const count = async (): Promise<number> => (await get<ReportDetail>(one)).messages.length;
    return { path, body: { text: 'Where exactly?' }, other: { text: 'How many?' }, count };
  },
  'a note': async () => {
    const path = `/reports/${(await sendReport(server)).id}/notes`;
    const count = async (): Promise<number> => (await get<{ items: NoteView[] }>(path)).items.length;
    return { path, body: { text: 'On my way' }, other: { text: 'There' }, count };
  },
  'a need': async () => {
    const path = `${await incident()}/needs`;
    const count = async (): Promise<number> => (await get<DispatchView>(path)).needs.length;
    return { path, body: { kind: 'water', quantity: 5 }, other: { kind: 'water', quantity: 6 }, count };
  },
  'a task': async () => {
    const path = await incident();
    const need = await needed(path);
    const count = async (): Promise<number> => (await get<DispatchView>(`${path}/needs`)).tasks.length;
    const body = { need, quantity: 2, note: 'Bring it' };
    return { path: `${path}/tasks`, body, other: { ...body, quantity: 3 }, count };
  },
  'a match': async () => {
    const path = await incident();
    const need = await needed(path);
    const offered = { kind: 'water', quantity: 4, contact: { phone: '+00 555 0108' } };
    const offer = async (): Promise<string> =>
      (await server.main<{ id: string }>('/offers', { cookie: null, body: offered })).body.id;
    const count = async (): Promise<number> => (await get<DispatchView>(`${path}/needs`)).tasks.length;
    return {
      path: `${path}/offers`,
      body: { need, offer: await offer() },
      other: { need, offer: await offer() },
      count,
    };
  },
  evidence: async () => {
    const path = `${await incident()}/evidence`;
    const count = async (): Promise<number> => (await get<{ items: unknown[] }>(path)).items.length;
    return { path, body: { kind: 'call', note: 'The mayor' }, other: { kind: 'call', note: 'The school' }, count };
  },
};

describe('sent again under its id, nothing is added of', () => {
  it.each(Object.keys(cases))('%s', async (name) => {
    const { path, body, other, count } = await (cases[name] as () => Promise<Added>)();
    const before = await count();
    const send = (parts: object) => server.main(path, { cookie: una.cookie, body: parts });
    const id = randomUUID();
    const [first, second] = await Promise.all([send({ ...body, id }), send({ ...body, id })]);
    const third = await send({ ...body, id });
    expect([first, second, third].map(({ status }) => status < 300)).toEqual([true, true, true]);
    expect((await count()) - before).toBe(1);
    if (name === 'a question') return;
    expect((await send({ ...other, id })).status).toBeLessThan(300);
    expect((await count()) - before).toBe(2);
  });
});

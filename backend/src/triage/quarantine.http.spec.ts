/** What waits in quarantine is nowhere to be seen until somebody lets it in. */
import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { VectorTile } from '@mapbox/vector-tile';
import { PbfReader } from 'pbf';
import type { DeploymentView, HistoryEntry, Page, PolicyInput, ReportCounts, ReportView } from '@atesto/contract';
import { eventually } from '../../../test/support/eventually.js';
import { act, addPerson, sendReport, type Person } from '../../../test/support/people.js';
import { useServer } from '../../../test/support/test-server.js';

const server = useServer();
const location = { lat: 10.5, lon: 20.5 };
const trapped = { trap: 'https://example.org', location };
let responder: Person;
beforeAll(async () => {
  responder = await addPerson(server, 'responder');
});

const idsOf = async (query: string): Promise<string[]> => {
  const { body } = await server.main<Page<ReportView>>(`/reports?limit=200&${query}`);
  return body.items.map(({ id }) => id);
};

const waiting = async (): Promise<number> => (await server.main<ReportCounts>('/reports/counts')).body.quarantined;

/** All of them lie at one place, where they are shown one by one. */
async function idsOnTheMap(): Promise<unknown[]> {
  const path = '/api/v1/deployments/main/tiles/reports/0/0/0.mvt';
  const answer = await fetch(server.url + path, { headers: { cookie: responder.cookie } });
  const bytes = new Uint8Array(await answer.arrayBuffer());
  if (answer.status !== 200) return [];
  const points = new VectorTile(new PbfReader(bytes)).layers['points'];
  return Array.from({ length: points?.length ?? 0 }, (_, at) => points?.feature(at).properties['id']);
}

async function changePolicy(policy: Partial<PolicyInput>): Promise<DeploymentView> {
  const { body } = await server.call<DeploymentView>('/api/v1/deployments/main');
  const answer = await server.call<DeploymentView>('/api/v1/deployments/main', {
    method: 'PATCH',
    headers: { 'if-match': `"${body.version}"` },
    body: { policy: { ...body.policy, ...policy } },
  });
  expect(answer.status).toBe(200);
  return answer.body;
}

describe('a report that shows signs of a program', () => {
  it("is answered like any other and waits, in no list, on no map, in nobody's hands", async () => {
    const before = await waiting();
    const { id: open } = await sendReport(server, { location });
    const { id } = await sendReport(server, trapped);
    expect((await server.main<ReportView>(`/reports/${id}`)).body).toMatchObject({ quarantined: true, status: 'new' });
    for (const query of ['', 'status=new', 'channel=web', 'located=true', 'quarantined=false']) {
      expect(await idsOf(query)).toContain(open);
      expect(await idsOf(query)).not.toContain(id);
    }
    expect(await idsOf('quarantined=true')).toEqual([id]);
    expect(await waiting()).toBe(before + 1);
    await eventually(async () => expect(await idsOnTheMap()).toContain(open));
    expect(await idsOnTheMap()).not.toContain(id);
    for (const [action, body] of [
      ['claim', undefined],
      ['release', undefined],
      ['verify', { incident: { title: 'x' } }],
      ['reject', { reason: 'spam' }],
      ['ask', { text: '?' }],
      ['reopen', undefined],
    ] as const) {
      const refused = await act(server, id, action, responder.cookie, body);
      expect([refused.status, refused.body.type]).toEqual([409, '/problems/quarantined']);
    }
  });

  it('is in the queue and on the map once it is admitted, by one or by many at once', async () => {
    const { id } = await sendReport(server, trapped);
    const admitted = await act(server, id, 'admit', responder.cookie);
    expect([admitted.status, admitted.body]).toMatchObject([200, { id, quarantined: false, version: 2 }]);
    expect((await act(server, id, 'admit', responder.cookie)).body.version).toBe(2);
    const others = [(await sendReport(server, trapped)).id, (await sendReport(server, trapped)).id];
    const body = { ids: [...others, id, randomUUID()] };
    const many = await server.main('/reports/admit', { body, cookie: responder.cookie });
    expect([many.status, many.body]).toEqual([200, { admitted: 2 }]);
    expect(await idsOf('')).toEqual(expect.arrayContaining([id, ...others]));
    await eventually(async () => expect(await idsOnTheMap()).toEqual(expect.arrayContaining([id, ...others])));
    const { body: history } = await server.main<{ items: HistoryEntry[] }>(`/reports/${id}/history`);
    expect(history.items.map(({ kind, by }) => [kind, by?.id ?? null])).toEqual([
      ['report.received', null],
      ['report.admitted', responder.id],
    ]);
    expect((await act(server, id, 'claim', responder.cookie)).status).toBe(200);
  });

  it('gets the same answer when it is sent again', async () => {
    const body = { id: randomUUID(), text: 'Again', trap: 'x' };
    const answers = [];
    for (const trap of ['x', 'x', undefined]) {
      answers.push(await server.main('/reports', { body: { ...body, trap }, cookie: null }));
    }
    expect(answers.map(({ status }) => status)).toEqual([201, 200, 200]);
    expect(answers[1]?.body).toEqual(answers[0]?.body);
  });

  it('is not there for an unknown id or a list that is none', async () => {
    expect((await act(server, randomUUID(), 'admit', responder.cookie)).status).toBe(404);
    expect((await act(server, randomUUID(), 'quarantine', responder.cookie)).status).toBe(404);
    for (const ids of [[], ['seven'], null, Array.from({ length: 201 }, () => randomUUID())]) {
      expect((await server.main('/reports/admit', { body: { ids } })).status).toBe(422);
    }
  });
});

describe('a new report', () => {
  it('can be put into quarantine, and one that somebody began to work on cannot', async () => {
    const { id } = await sendReport(server, { location });
    await eventually(async () => expect(await idsOnTheMap()).toContain(id));
    expect((await act(server, id, 'quarantine', responder.cookie)).body).toMatchObject({ quarantined: true });
    expect((await act(server, id, 'quarantine', responder.cookie)).body).toMatchObject({ version: 2 });
    expect(await idsOf('')).not.toContain(id);
    await eventually(async () => expect(await idsOnTheMap()).not.toContain(id));
    await act(server, id, 'admit', responder.cookie);
    await act(server, id, 'claim', responder.cookie);
    expect((await act(server, id, 'quarantine', responder.cookie)).status).toBe(409);
  });
});

describe('where the policy asks for it', () => {
  it('what people without an account send waits, and what others send does not', async () => {
    expect((await changePolicy({ quarantineUnsigned: true })).policy.quarantineUnsigned).toBe(true);
    const { id: unsigned } = await sendReport(server);
    const signed = randomUUID();
    await server.main('/reports', { body: { id: signed, text: 'x' }, cookie: responder.cookie });
    const { body: key } = await server.main<{ secret: string }>('/api-keys', {
      body: { name: 'gateway', scopes: ['reports.read'] },
    });
    const gateway = randomUUID();
    const headers = { authorization: `Bearer ${key.secret}` };
    await server.main('/reports', { body: { id: gateway, text: 'x' }, cookie: null, headers });
    const listed = await idsOf('');
    expect([unsigned, signed, gateway].map((id) => listed.includes(id))).toEqual([false, true, true]);
    await changePolicy({ quarantineUnsigned: false });
    const { id: free } = await sendReport(server);
    expect(await idsOf('')).toContain(free);
  });

  it('a policy without the new fields keeps them, and null for what cannot be empty is refused', async () => {
    const lines = [{ kind: 'sms', address: '+00 555 0100' } as const];
    const { policy, version } = await changePolicy({ emergencyNumber: '000', lines });
    expect(policy).toMatchObject({ emergencyNumber: '000', lines });
    const { quarantineUnsigned, emergencyNumber, lines: _, ...old } = policy;
    expect([quarantineUnsigned, emergencyNumber]).toEqual([false, '000']);
    const patch = (body: unknown, seen: number) =>
      server.call<DeploymentView>('/api/v1/deployments/main', {
        method: 'PATCH',
        headers: { 'if-match': `"${seen}"` },
        body: { policy: body },
      });
    const kept = await patch({ ...old, claimMinutes: 20 }, version);
    expect(kept.body.policy).toEqual({ ...policy, claimMinutes: 20 });
    for (const bad of [
      { quarantineUnsigned: null },
      { lines: null },
      { lines: [{ kind: 'pigeon', address: 'x' }] },
      { lines: [{ kind: 'sms', address: '' }] },
      { emergencyNumber: 'x'.repeat(41) },
    ]) {
      expect((await patch({ ...old, ...bad }, kept.body.version)).status).toBe(422);
    }
  });
});

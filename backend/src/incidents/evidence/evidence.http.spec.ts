/** Evidence, how sure responders are, and the second person: who may say what, and what the public sees of it where. */
import { beforeAll, describe, expect, it } from '@jest/globals';
import { io } from 'socket.io-client';
import type {
  Change,
  ChangesFrame,
  DeploymentView,
  EvidenceList,
  HistoryEntry,
  IncidentDetail,
  IncidentView,
  Page,
  PublicIncident,
} from '@atesto/contract';
import { eventually } from '../../../../test/support/eventually.js';
import {
  act,
  addPerson,
  mergeIncident,
  openIncident,
  sendReport,
  type Person,
} from '../../../../test/support/people.js';
import { useServer } from '../../../../test/support/test-server.js';
import { Database } from '../../platform/index.js';

const server = useServer();
let responder: Person;
let coordinator: Person;
beforeAll(async () => {
  responder = await addPerson(server, 'responder', 'Rosa');
  coordinator = await addPerson(server, 'coordinator', 'Carl');
});

const give = (id: string, body: object, cookie: string = responder.cookie) =>
  server.main<EvidenceList & { errors: { pointer: string }[] }>(`/incidents/${id}/evidence`, { body, cookie });
const withdraw = (id: string, evidence: string, cookie: string = responder.cookie) =>
  server.main<EvidenceList>(`/incidents/${id}/evidence/${evidence}`, { method: 'DELETE', cookie });
const evidence = async (id: string, cookie: string = responder.cookie): Promise<EvidenceList> =>
  (await server.main<EvidenceList>(`/incidents/${id}/evidence`, { cookie })).body;
const detail = (id: string, cookie: string | null = responder.cookie) =>
  server.main<IncidentDetail>(`/incidents/${id}`, { cookie });
const patch = (id: string, version: number, body: object) =>
  server.main<IncidentDetail & { errors: object[] }>(`/incidents/${id}`, {
    method: 'PATCH',
    body,
    cookie: responder.cookie,
    headers: { 'if-match': `"${version}"` },
  });
const history = async (id: string): Promise<HistoryEntry[]> =>
  (await server.main<{ items: HistoryEntry[] }>(`/incidents/${id}/history`)).body.items;

async function demand(fourEyes: boolean): Promise<void> {
  const { version, policy } = (await server.call<DeploymentView>('/api/v1/deployments/main')).body;
  const body = { policy: { ...policy, fourEyes } };
  const headers = { 'if-match': `"${version}"` };
  const answer = await server.call('/api/v1/deployments/main', { method: 'PATCH', body, headers });
  expect(answer.status).toBe(200);
}

describe('evidence', () => {
  it('is kept with who gave it, stays when withdrawn, and is in the history', async () => {
    const { id } = await openIncident(server);
    const given = await give(id, { kind: 'link', url: 'https://news.example/bridge', note: 'The local paper' });
    expect(given.status).toBe(201);
    expect(given.body).toMatchObject({ reports: 1, confirmations: 0, second: { demanded: false, by: null } });
    const [link] = given.body.items;
    expect(link).toMatchObject({ url: 'https://news.example/bridge', by: { name: 'Rosa' }, withdrawn: null });
    await give(id, { kind: 'call', note: 'The water works say the same' }, coordinator.cookie);
    const after = await withdraw(id, link?.id ?? '', coordinator.cookie);
    expect(after.body.items).toMatchObject([
      { withdrawn: { by: { name: 'Carl' } } },
      { kind: 'call', withdrawn: null },
    ]);
    expect((await withdraw(id, link?.id ?? '')).status).toBe(404);
    expect((await history(id)).map(({ kind }) => kind)).toEqual([
      'incident.opened',
      'incident.evidence_added',
      'incident.evidence_added',
      'incident.evidence_withdrawn',
    ]);
  });

  it('is refused where it does not fit its kind, or lies in a report of something else', async () => {
    const { id, reportItems } = await openIncident(server);
    const strange = (await sendReport(server)).id;
    for (const body of [
      { kind: 'link', url: 'javascript:alert(1)' },
      { kind: 'link' },
      { kind: 'call' },
      { kind: 'rumour' },
      { kind: 'report', report: strange },
      { kind: 'photo', medium: strange },
    ]) {
      expect([body, (await give(id, body)).status]).toEqual([body, 422]);
    }
    expect((await give(id, { kind: 'report', report: reportItems[0]?.id, note: 'Saw it herself' })).status).toBe(201);
    expect((await evidence(id)).items).toHaveLength(1);
  });

  it('is any photo of the incident, however many there are, and no recording', async () => {
    const { id, reportItems } = await openIncident(server);
    const add = (count: number, type: string) =>
      server.app.get(Database).query<{ id: string }>(
        `insert into media (deployment_id, id, report_id, digest, type, bytes, created_at)
         select deployment_id, gen_random_uuid(), id, 'made-up', $2, 1, now() + n * interval '1 second'
         from reports, generate_series(1, $3::integer) n where id = $1 order by n returning id`,
        [reportItems[0]?.id, type, count],
      );
    const last = (await add(101, 'image/jpeg')).at(-1);
    const [recording] = await add(1, 'audio/mpeg');
    expect((await give(id, { kind: 'photo', medium: last?.id })).status).toBe(201);
    expect((await give(id, { kind: 'photo', medium: recording?.id })).status).toBe(422);
    expect((await evidence(id)).photos).toHaveLength(100);
  });

  it('goes along when incidents are merged', async () => {
    const [from, into] = [await openIncident(server), await openIncident(server)];
    await give(from.id, { kind: 'call', note: 'The mayor says so' });
    await give(from.id, { kind: 'second_person' });
    await mergeIncident(server, from.id, into.id);
    const merged = await evidence(into.id);
    expect(merged.items.map(({ kind }) => kind)).toEqual(['call', 'second_person']);
    // What Rosa confirmed was the other one.
    expect(merged.second.by).toBeNull();
  });

  it('is nothing that the public sees, nor how sure responders say they are without a reason', async () => {
    const { id, version } = await openIncident(server);
    await give(id, { kind: 'call', note: 'Nobody else may know' });
    expect(JSON.stringify((await detail(id, null)).body)).not.toContain('Nobody');
    const bare = await patch(id, version, { confidence: 'confirmed' });
    expect([bare.status, bare.body.errors]).toMatchObject([422, [{ pointer: '/reason' }]]);
    const changed = await patch(id, version, { confidence: 'likely', reason: 'Two callers' });
    expect(changed.body.confidence).toBe('likely');
    expect((await detail(id, null)).body.confidence).toBe('likely');
    expect((await history(id)).at(-1)?.data).toEqual({
      confidence: 'likely',
      reason: 'Two callers',
      before: { confidence: 'unconfirmed' },
    });
    const csv = (await server.main<string>('/exports/incidents.csv', { cookie: null })).body.split('\r\n');
    expect(csv[0]?.endsWith(',confidence,origin')).toBe(true);
    expect(csv.find((line) => line.includes(id))?.endsWith(',likely,')).toBe(true);
  });
});

describe('the second person', () => {
  it('is known whichever page of the evidence is looked at', async () => {
    const { id } = await openIncident(server);
    for (const note of ['One caller', 'Another']) await give(id, { kind: 'call', note });
    await give(id, { kind: 'second_person' });
    const first = (await server.main<EvidenceList>(`/incidents/${id}/evidence?limit=1`, { cookie: responder.cookie }))
      .body;
    expect(first.items.map(({ kind }) => kind)).toEqual(['call']);
    expect(first.second).toMatchObject({ by: { name: 'Rosa' }, mayConfirm: false });
  });

  it('is never who opened the incident or verified one of its reports, whatever their role', async () => {
    const own = await sendReport(server);
    await act(server, own.id, 'claim', coordinator.cookie);
    const verified = await act(server, own.id, 'verify', coordinator.cookie, { incident: { title: 'Mine' } });
    const id = verified.body.incident?.id ?? '';
    expect((await evidence(id, coordinator.cookie)).second.mayConfirm).toBe(false);
    expect((await give(id, { kind: 'second_person' }, coordinator.cookie)).status).toBe(409);
    const added = await sendReport(server);
    await act(server, added.id, 'claim', responder.cookie);
    await act(server, added.id, 'verify', responder.cookie, { incident: id });
    expect((await give(id, { kind: 'second_person' }, responder.cookie)).status).toBe(409);
    expect((await evidence(id, server.adminCookie)).second.mayConfirm).toBe(true);
    expect((await give(id, { kind: 'second_person' }, server.adminCookie)).status).toBe(201);
    expect((await give(id, { kind: 'second_person' }, server.adminCookie)).status).toBe(409);
    expect((await detail(id)).body.confidence).toBe('unconfirmed');
  });
});

describe('where four eyes are demanded', () => {
  const location = { lat: 12.5, lon: -45.5 };
  const listed = async (cookie: string | null): Promise<string[]> =>
    (await server.main<Page<PublicIncident>>('/incidents?limit=200', { cookie })).body.items.map(({ id }) => id);
  const tile = async (audience: string): Promise<number> =>
    (await fetch(`${server.url}/api/v1/deployments/main/tiles/incidents/0/0/0.mvt?severity=critical${audience}`))
      .status;
  const files = async (): Promise<string> =>
    (await server.main<string>('/exports/incidents.csv', { cookie: null })).body +
    JSON.stringify((await server.main('/exports/incidents.geojson', { cookie: null })).body);

  it('nothing public shows an incident before a second person confirmed it; after, everything does, at once', async () => {
    await demand(true);
    const heard: Change[] = [];
    const socket = io(`${server.url}/live`, { transports: ['websocket'], forceNew: true });
    socket.on('changes', (frame: ChangesFrame) => heard.push(...frame.items));
    await socket.timeout(5_000).emitWithAck('watch', { deployment: 'main', audience: 'public' });
    const { id, reportItems, waitsForSecond } = await openIncident(
      server,
      { title: 'Dam breaks', severity: 'critical', location },
      { location },
    );
    expect(waitsForSecond).toBe(true);
    const { id: reportId } = reportItems[0] ?? { id: '' };
    const sees = async (): Promise<boolean[]> => [
      (await detail(id, null)).status === 200,
      (await listed(null)).includes(id),
      (await files()).includes(id),
      (await tile('')) === 200,
      (await server.main(`/incidents/${id}/confirmations`, { body: { person: reportId }, cookie: null })).status < 300,
      heard.some((change) => change.id === id && 'incident' in change),
    ];
    const [nothing, everything] = [false, true].map((value) => Array.from({ length: 6 }, () => value));
    await give(id, { kind: 'call', note: 'The dam keeper' });
    expect(await sees()).toEqual(nothing);
    expect(heard.filter((change) => change.id === id)).toEqual([]);
    expect(await listed(responder.cookie)).toContain(id);

    const confirmed = await give(id, { kind: 'second_person', note: 'I called the keeper myself' });
    expect(confirmed.body.second).toEqual({
      demanded: true,
      by: { id: responder.id, name: 'Rosa' },
      mayConfirm: false,
    });
    await eventually(async () => expect(await sees()).toEqual(everything));
    expect(heard.filter((change) => change.id === id).map(({ kind }) => kind)).toEqual(
      expect.not.arrayContaining([expect.stringMatching(/evidence|second/)]),
    );
    expect((await detail(id)).body.waitsForSecond).toBe(false);

    const { items } = confirmed.body;
    await withdraw(id, items.at(-1)?.id ?? '');
    await eventually(async () => {
      expect((await sees()).slice(0, 4)).toEqual([false, false, false, false]);
      expect(heard.at(-1)).toMatchObject({ id, kind: 'incident.withdrawn' });
    });
    await demand(false);
    expect((await detail(id, null)).status).toBe(200);
    await eventually(async () => expect(await tile('')).toBe(200));
    socket.close();
  });

  it('an incident that is internal stays so, confirmed or not', async () => {
    await demand(true);
    const { id, version } = await openIncident(server);
    const hidden = await patch(id, version, { visibility: 'internal' });
    expect((hidden.body as IncidentView).waitsForSecond).toBe(false);
    await give(id, { kind: 'second_person' });
    expect((await detail(id, null)).status).toBe(404);
    await demand(false);
  });
});

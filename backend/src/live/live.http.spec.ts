/** The live feed as a client hears it: whom it tells what, what it keeps to itself, and how one catches up. */
import { beforeAll, describe, expect, it } from '@jest/globals';
import type { Change, IncidentDetail } from '@atesto/contract';
import { box, useClients } from '../../../test/support/live-client.js';
import { act, addPerson, openIncident, sendReport, type Person } from '../../../test/support/people.js';
import { useServer } from '../../../test/support/test-server.js';

const server = useServer();
let responder: Person;
beforeAll(async () => {
  responder = await addPerson(server, 'responder');
});

const connect = useClients(server);

describe('watching', () => {
  it('is open to everyone for what is public, and answers with a cursor', async () => {
    expect((await connect().watch({})).cursor).toMatch(/^\d+\.\d+$/);
  });

  it("refuses the responders' feed without a session, or with one from elsewhere", async () => {
    expect(await connect().watch({ audience: 'responders' })).toMatchObject({ error: { status: 403 } });
    await server.call('/api/v1/deployments', { body: { slug: 'elsewhere', name: 'Elsewhere' } });
    const stranger = await addPerson(server, 'coordinator', 'Stranger', 'elsewhere');
    expect(await connect(stranger.cookie).watch({ audience: 'responders' })).toMatchObject({ error: { status: 403 } });
    // Opened by a page of another site in the browser of a responder, whose cookie comes along.
    const foreign = connect(responder.cookie, 'https://evil.example');
    expect(await foreign.watch({ audience: 'responders' })).toMatchObject({ error: { status: 403 } });
    expect(await foreign.watch({ audience: 'public' })).toMatchObject({ cursor: expect.any(String) });
    const own = connect(responder.cookie, server.url);
    expect(await own.watch({ audience: 'responders' })).toMatchObject({ cursor: expect.any(String) });
    expect((await connect(responder.cookie).watch({ audience: 'responders' })).error).toBeUndefined();
  });

  it('refuses what is no request, and a deployment that is not there', async () => {
    const client = connect();
    expect(await client.watch({ bbox: [0, 1, 0, -1] })).toMatchObject({ error: { status: 422 } });
    expect(await client.watch({ cursor: 'odd' })).toMatchObject({ error: { status: 422 } });
    expect(await client.watch({ deployment: 'nowhere' })).toMatchObject({ error: { status: 404 } });
  });

  it('that was refused hears nothing', async () => {
    const refused = connect();
    await refused.watch({ audience: 'responders' });
    const witness = connect(responder.cookie);
    await witness.watch({ audience: 'responders' });
    const { id } = await sendReport(server);
    await witness.hears(id);
    expect(refused.items).toEqual([]);
  });
});

describe('a report', () => {
  it('reaches responders, and the public not at all', async () => {
    const [inside, outside] = [connect(responder.cookie), connect()];
    await inside.watch({ audience: 'responders' });
    await outside.watch({});
    const { id } = await sendReport(server, { reporter: { phone: '+00 555 0100' } });
    const heard = await inside.hears(id);
    expect(heard).toMatchObject({
      kind: 'report.received',
      report: { id, text: 'The well is dry', contactable: true },
    });
    expect(JSON.stringify(inside.frames)).not.toContain('555 0100');
    await new Promise((resolve) => setTimeout(resolve, 150));
    expect(outside.items).toEqual([]);
  });

  it('is told to those who look there; a third client, looking elsewhere, hears nothing', async () => {
    const [near, everywhere, far] = [connect(responder.cookie), connect(responder.cookie), connect(responder.cookie)];
    await near.watch({ audience: 'responders', bbox: box(10, 20) });
    await everywhere.watch({ audience: 'responders' });
    await far.watch({ audience: 'responders', bbox: box(60, 20) });
    const { id } = await sendReport(server, { location: { lat: 20.01, lon: 10.01 } });
    await Promise.all([near.hears(id), everywhere.hears(id)]);
    const other = await sendReport(server, { location: { lat: 20.01, lon: 60.01 } });
    await far.hears(other.id);
    expect(far.about(id)).toEqual([]);
    expect(near.about(other.id)).toEqual([]);
    expect(everywhere.about(id)).toHaveLength(1);
  });

  it('that moves is told where it was and where it is', async () => {
    const { id } = await sendReport(server, { location: { lat: 30, lon: 10 } });
    const [before, after] = [connect(responder.cookie), connect(responder.cookie)];
    await before.watch({ audience: 'responders', bbox: box(10, 30) });
    await after.watch({ audience: 'responders', bbox: box(40, 30) });
    await server.main(`/reports/${id}`, {
      method: 'PATCH',
      body: { location: { lat: 30, lon: 40 } },
      headers: { 'if-match': '"1"' },
    });
    const moved = { kind: 'report.changed', report: { location: { lat: 30, lon: 40 } } };
    expect(await before.hears(id, 'report.changed')).toMatchObject(moved);
    expect(await after.hears(id, 'report.changed')).toMatchObject(moved);
  });
});

describe('an incident', () => {
  const exact = { lat: 41.234567, lon: 11.345678 };
  const publicKeys = [
    'category',
    'confidence',
    'confirmations',
    'description',
    'id',
    'location',
    'number',
    'openedAt',
    'place',
    'reason',
    'reports',
    'severity',
    'status',
    'title',
    'updatedAt',
  ];

  it('reaches the public with exactly its keys and a blurred place, responders with the exact one', async () => {
    const [outside, inside] = [connect(), connect(responder.cookie)];
    await outside.watch({ bbox: box(exact.lon, exact.lat) });
    await inside.watch({ audience: 'responders' });
    const { id } = await openIncident(server, { location: exact });
    const heard = (await outside.hears(id)) as Change & { incident: IncidentDetail };
    expect(Object.keys(heard.incident).sort()).toEqual(publicKeys);
    expect(heard.incident.location).not.toMatchObject(exact);
    expect(await inside.hears(id)).toMatchObject({ incident: { location: exact, visibility: 'public' } });
  });

  it('is withdrawn from the public once it is internal, by its id alone', async () => {
    const { id, version } = await openIncident(server, { location: exact });
    const outside = connect();
    await outside.watch({});
    await server.main(`/incidents/${id}`, {
      method: 'PATCH',
      body: { visibility: 'internal', title: 'Not for the public' },
      headers: { 'if-match': `"${version}"` },
    });
    expect(Object.keys(await outside.hears(id, 'incident.withdrawn')).sort()).toEqual(['at', 'id', 'kind']);
    expect(JSON.stringify(outside.frames)).not.toContain('Not for the public');
  });

  it('that was never public is never told', async () => {
    const outside = connect();
    await outside.watch({});
    const hidden = await openIncident(server, { category: 'security', title: 'A hidden threat' });
    const { id } = await openIncident(server);
    await outside.hears(id);
    expect(JSON.stringify(outside.frames)).not.toContain('A hidden threat');
    expect(outside.about(hidden.id)).toEqual([]);
  });
});

describe('quarantine and confirmations', () => {
  it('tell nothing of a report that waits until it is admitted, and tell when one is put there', async () => {
    const client = connect(responder.cookie);
    const { cursor } = await client.watch({ audience: 'responders' });
    const { id: waiting } = await sendReport(server, { trap: 'x' });
    const { id: open } = await sendReport(server);
    await client.hears(open);
    expect(client.about(waiting)).toEqual([]);
    await server.main('/reports/admit', { body: { ids: [waiting] } });
    expect(await client.hears(waiting)).toMatchObject({ kind: 'report.admitted', report: { quarantined: false } });
    await server.main(`/reports/${open}/quarantine`, { method: 'POST' });
    const told = await client.hears(open, 'report.quarantined');
    expect(told).toMatchObject({ report: { id: open, quarantined: true } });
    const later = connect(responder.cookie);
    await sendReport(server, { trap: 'x' });
    await later.watch({ audience: 'responders', cursor });
    await later.hears(waiting);
    expect(later.items.filter((item) => 'report' in item).map(({ kind }) => kind)).toEqual([
      'report.admitted',
      'report.quarantined',
    ]);
  });

  it('tell everyone who watches that an incident was seen by somebody else too', async () => {
    const { id } = await openIncident(server, {}, { location: { lat: 1, lon: 2 } });
    const [citizen, inTheRoom] = [connect(), connect(responder.cookie)];
    await citizen.watch({});
    await inTheRoom.watch({ audience: 'responders' });
    const body = { person: '00000000-0000-7000-8000-000000000001' };
    await server.main(`/incidents/${id}/confirmations`, { body, cookie: null });
    for (const client of [citizen, inTheRoom]) {
      expect(await client.hears(id, 'incident.confirmed')).toMatchObject({ incident: { confirmations: 1 } });
    }
  });
});

describe('who looks at what', () => {
  const looked = '00000000-0000-4000-8000-000000000001';

  it('is told to the responders of the deployment, and to nobody else', async () => {
    const other = await addPerson(server, 'responder', 'Bo Example');
    const viewer = await addPerson(server, 'viewer', 'Only looks');
    const [ada, bo, watching, citizen] = [responder, other, viewer, null].map((who) => connect(who?.cookie ?? null));
    for (const client of [ada, bo, watching]) await client?.watch({ audience: 'responders' });
    await citizen?.watch({ audience: 'public' });
    citizen?.lookAt({ kind: 'report', id: looked });
    watching?.lookAt({ kind: 'report', id: looked });
    ada?.lookAt('anything');
    ada?.lookAt({ kind: 'report', id: looked });
    await bo?.sees(responder.id, [looked]);
    await watching?.sees(responder.id, [looked]);
    const late = connect(other.cookie);
    await late.watch({ audience: 'responders' });
    expect(late.presence[0]).toEqual({
      whole: true,
      people: [{ person: { id: responder.id, name: 'responder' }, at: [{ kind: 'report', id: looked }] }],
    });
    ada?.close();
    await bo?.sees(responder.id, []);
    expect(citizen?.presence).toEqual([]);
    const seen = bo?.presence.flatMap(({ people }) => people.map(({ person }) => person.id)) ?? [];
    expect(new Set(seen)).toEqual(new Set([responder.id]));
  });
});

describe('a claim that is taken over', () => {
  it('is told with its note to responders', async () => {
    const other = await addPerson(server, 'responder', 'Bo Example');
    const { id } = await sendReport(server);
    await act(server, id, 'claim', responder.cookie);
    const client = connect(responder.cookie);
    await client.watch({ audience: 'responders' });
    await act(server, id, 'claim', other.cookie, { takeOver: true, note: 'You are on your way home' });
    // The first claim may be told here as well: it was made just before.
    await client.hearsOf(id, (item) => 'takenOver' in item);
    expect(client.about(id).at(-1)).toMatchObject({
      report: { claim: { by: { name: 'Bo Example' } } },
      takenOver: { from: responder.id, note: 'You are on your way home' },
    });
  });
});

describe('an offer of help', () => {
  it('and what becomes of it is told to responders by its id alone, and to the public not at all', async () => {
    const [inside, outside] = [connect(responder.cookie), connect()];
    await inside.watch({ audience: 'responders' });
    await outside.watch({});
    const body = { kind: 'water', quantity: 5, contact: { phone: '+00 555 0105' } };
    const { id } = (await server.main<{ id: string }>('/offers', { cookie: null, body })).body;
    expect(Object.keys(await inside.hears(id, 'offer.received')).sort()).toEqual(['at', 'id', 'kind']);
    const { cookie } = responder;
    const said = await server.main(`/offers/${id}/status`, { cookie, body: { status: 'declined' } });
    await inside.hears(id, 'offer.changed');
    const told = inside.about(id).length;
    await server.main(`/actions/${said.headers.get('x-action')}/undo`, { cookie, method: 'POST' });
    for (let tries = 0; inside.about(id).length === told && tries < 200; tries++) {
      await new Promise((resolve) => setTimeout(resolve, 25));
    }
    expect(inside.about(id).map(({ kind }) => kind)).toEqual(['offer.received', 'offer.changed', 'offer.changed']);
    expect(outside.about(id)).toEqual([]);
  });
});

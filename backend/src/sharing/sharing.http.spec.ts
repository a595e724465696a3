/** Two servers that share incidents: nothing crosses but what may, in order, and each side stays master in its house. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type {
  ApiKeyView,
  IncidentDetail,
  PartnerView,
  ProblemBody,
  SharedInbox,
  SharedView,
  SharingInvitation,
  ShareView,
} from '@atesto/contract';
import { eventually } from '../../../test/support/eventually.js';
import { openIncident } from '../../../test/support/people.js';
import { freePort } from '../../../test/support/postgis.js';
import { TestServer, type Answer } from '../../../test/support/test-server.js';
import { OutgoingCalls } from '../gateways/index.js';
import { Database, Keys, systemClock } from '../platform/index.js';
import { signatureOf } from './http-signature.js';

const clock = { ahead: 0, now: () => new Date(systemClock.now().getTime() + clock.ahead) };
const [ours, theirs] = [new TestServer(), new TestServer()];
let [partnerHere, partnerThere] = ['', ''];

beforeAll(async () => {
  const ports = [await freePort(), await freePort()];
  const envOf = (port = 0) => ({
    PORT: String(port),
    PUBLIC_URL: `http://127.0.0.1:${port}`,
    GATEWAY_HOSTS: ports.map((one) => `127.0.0.1:${one}`).join(),
    REPORTS_PER_MINUTE: '1000',
  });
  await ours.start(envOf(ports[0]), clock);
  await theirs.start(envOf(ports[1]), clock);
  // Two servers with a database each take their time on a busy machine.
}, 300_000);
afterAll(async () => {
  await ours.stop();
  await theirs.stop();
});

const settled = async (): Promise<void> => {
  for (const server of [ours, theirs]) await server.app.get(OutgoingCalls, { strict: false }).run();
};

const inbox = async (server = theirs): Promise<SharedInbox> => (await server.main<SharedInbox>('/sharing/inbox')).body;
const shared = async (title: string, server = theirs): Promise<SharedView> => {
  const found = (await inbox(server)).items.find(({ fields }) => fields.title === title);
  if (found === undefined) throw new Error(`${title} has not come`);
  return found;
};
const arrived = async (title: string): Promise<SharedView> => {
  await eventually(async () => void (await shared(title)));
  return shared(title);
};
const share = (id: string, more: object = {}): Promise<Answer<{ items: ShareView[] } & ProblemBody>> =>
  ours.main(`/incidents/${id}/shares`, { body: { partner: partnerHere, ...more } });
const shareOf = async (id: string): Promise<ShareView | undefined> =>
  (await ours.main<{ items: ShareView[] }>(`/incidents/${id}/shares`)).body.items[0];
const incident = async (server: TestServer, id: string): Promise<IncidentDetail> =>
  (await server.main<IncidentDetail>(`/incidents/${id}`)).body;

async function patch(server: TestServer, id: string, body: object): Promise<void> {
  const { version } = await incident(server, id);
  const headers = { 'if-match': `"${version}"` };
  expect((await server.main(`/incidents/${id}`, { method: 'PATCH', body, headers })).status).toBe(200);
}
const become = (server: TestServer, id: string, status: string) =>
  server.main(`/incidents/${id}/status`, { body: { status, reason: 'So it is', public: true } });

async function accepted(title: string, more: object = {}): Promise<{ here: string; there: string; share: SharedView }> {
  const { id: here } = await openIncident(ours, { title, category: 'water', ...more }, report);
  expect((await share(here)).status).toBe(201);
  const came = await arrived(title);
  const answer = await theirs.main<{ incident: string }>(`/sharing/inbox/${came.id}/accept`, { body: {} });
  expect(answer.status).toBe(200);
  return { here, there: answer.body.incident, share: came };
}

const place = { lat: 10.12345, lon: 20.54321 };
const report = {
  text: 'My neighbour Ada Example says so',
  location: place,
  reporter: { name: 'Ada Example', phone: '+00 555 0123' },
};

/** All that one server said to the other. */
async function crossed(): Promise<string> {
  const statement = `select body from outgoing_calls where kind = 'sharing'`;
  const rows = await Promise.all([ours, theirs].map((one) => one.app.get(Database).query<{ body: string }>(statement)));
  return rows
    .flat()
    .map(({ body }) => body)
    .join('\n');
}

/** Says something to their server as whoever holds these keys. */
async function say(said: object, keys: Keys, path = '/sharing/main/messages'): Promise<number> {
  const body = Buffer.from(JSON.stringify(said));
  const headers = signatureOf({ method: 'POST', path, body }, keys.signingPair(), clock.now());
  const options = { method: 'POST', body, headers: { 'content-type': 'application/json', ...headers }, cookie: null };
  return (await theirs.call(path, options)).status;
}

const lastSaid = async (): Promise<{ id: string } & Record<string, unknown>> => {
  const statement = `select body from outgoing_calls where kind = 'sharing' and type = 'incident' order by sequence desc`;
  const [row] = await ours.app.get(Database).query<{ body: string }>(statement);
  return JSON.parse(row?.body ?? '{}') as { id: string };
};

describe('partners', () => {
  it('know each other once an invitation was entered', async () => {
    const { body: invited, status } = await ours.main<SharingInvitation>('/sharing/invitations', {
      body: { name: 'The made-up neighbours' },
    });
    expect([status, invited.partner.state]).toEqual([201, 'invited']);
    const entered = await theirs.main<PartnerView>('/sharing/partners', { body: { code: invited.code } });
    expect([entered.status, entered.body]).toEqual([
      201,
      expect.objectContaining({ state: 'active', installation: ours.url, deployment: 'main', name: 'Atesto' }),
    ]);
    [partnerHere, partnerThere] = [invited.partner.id, entered.body.id];
    const { body } = await ours.main<{ items: PartnerView[] }>('/sharing/partners');
    expect(body.items).toEqual([
      expect.objectContaining({ state: 'active', installation: theirs.url, name: 'The made-up neighbours' }),
    ]);
    expect(JSON.stringify(body)).not.toContain(invited.code);
  });

  it('enter an invitation once, and none that is damaged', async () => {
    const { body } = await ours.main<SharingInvitation>('/sharing/invitations', { body: { name: 'Twice' } });
    const enter = (code: string) => theirs.main<ProblemBody>('/sharing/partners', { body: { code } });
    expect((await enter(body.code)).status).toBe(201);
    expect((await enter(body.code)).body.type).toBe('/problems/partner-not-reached');
    expect((await enter('atesto-share-nonsense')).body.type).toBe('/problems/wrong-invitation');
    const own = await ours.main<SharingInvitation>('/sharing/invitations', { body: { name: 'Ourselves' } });
    const answer = await ours.main<ProblemBody>('/sharing/partners', { body: { code: own.body.code } });
    expect(answer.body.type).toBe('/problems/own-deployment');
    expect((await ours.main(`/sharing/partners/${own.body.partner.id}`, { method: 'DELETE' })).status).toBe(204);
  });
});

describe('an API key', () => {
  it('neither invites partners nor shares with them', async () => {
    const scopes = ['deployment.edit', 'exports.read'];
    const { body: key } = await ours.main<ApiKeyView>('/api-keys', { body: { name: 'Made up', scopes } });
    const headers = { authorization: `Bearer ${key.secret ?? ''}` };
    const { id } = await openIncident(ours, { title: 'By key' });
    for (const [path, body] of [
      ['/sharing/invitations', { name: 'By key' }],
      ['/sharing/partners', { code: 'atesto-share-nonsense' }],
      [`/incidents/${id}/shares`, { partner: partnerHere }],
    ] as const) {
      expect([path, (await ours.main(path, { body, cookie: null, headers })).status]).toEqual([path, 403]);
    }
  });
});

describe('an incident that is shared', () => {
  it('comes with its way and without a mark of a reporter, and is accepted as theirs', async () => {
    const { here, there, share: came } = await accepted('Dry well');
    expect(came).toMatchObject({ state: 'new', withdrawn: false, fields: { category: 'water', severity: 'normal' } });
    expect(came.fields.location).not.toEqual(place);
    expect(came.provenance).toEqual([
      expect.objectContaining({ installation: ours.url, deployment: 'main', incident: here, organisation: null }),
    ]);
    const made = await incident(theirs, there);
    const { number } = await incident(ours, here);
    expect(made).toMatchObject({ title: 'Dry well', category: 'water', reportItems: [] });
    expect(made.origin).toEqual({
      installation: ours.url,
      deployment: 'main',
      deploymentName: 'Atesto',
      number,
      url: `${ours.url}/map/main/incidents/${here}`,
    });
    await eventually(async () =>
      expect(await shareOf(here)).toMatchObject({ state: 'accepted', theirNumber: made.number }),
    );
    const again = await theirs.main<ProblemBody>(`/sharing/inbox/${came.id}/accept`, { body: {} });
    expect([again.status, again.body.type]).toEqual([409, '/problems/decided-already']);
    expect((await share(here)).body.type).toBe('/problems/shared-already');
    expect(await crossed()).not.toMatch(/Ada|0123|neighbour|10\.12345|20\.54321/);
  });

  it('is followed where nothing was changed, and asked about where it was', async () => {
    const { here, there, share: came } = await accepted('Burst pipe');
    await patch(ours, here, { severity: 'high', description: 'Worse now' });
    await become(ours, here, 'responding');
    await eventually(async () =>
      expect(await incident(theirs, there)).toMatchObject({
        severity: 'high',
        description: 'Worse now',
        status: 'responding',
      }),
    );
    await patch(theirs, there, { title: 'Pipe at the school', severity: 'low' });
    await patch(ours, here, { title: 'Burst main pipe', severity: 'critical', place: 'Mill Lane' });
    await eventually(async () => expect((await incident(theirs, there)).place).toBe('Mill Lane'));
    expect(await incident(theirs, there)).toMatchObject({ title: 'Pipe at the school', severity: 'low' });
    const { conflicts } = await shared('Burst main pipe');
    expect(conflicts).toEqual([
      { field: 'title', ours: 'Pipe at the school', theirs: 'Burst main pipe' },
      { field: 'severity', ours: 'low', theirs: 'critical' },
    ]);
    const settle = (fields: string[], take: string) =>
      theirs.main(`/sharing/inbox/${came.id}/settle`, { body: { fields, take } });
    expect((await settle(['severity'], 'theirs')).status).toBe(204);
    expect((await settle(['title'], 'ours')).status).toBe(204);
    expect((await shared('Burst main pipe')).conflicts).toEqual([]);
    expect(await incident(theirs, there)).toMatchObject({ title: 'Pipe at the school', severity: 'critical' });
  });

  it('is refused with a reason, which is told', async () => {
    const { id } = await openIncident(ours, { title: 'Not theirs' });
    await share(id, { note: 'Yours?' });
    const came = await arrived('Not theirs');
    expect(came.note).toBe('Yours?');
    const refuse = { body: { reason: 'Out of our area' } };
    expect((await theirs.main(`/sharing/inbox/${came.id}/refuse`, refuse)).status).toBe(204);
    await eventually(async () =>
      expect(await shareOf(id)).toMatchObject({ state: 'refused', reason: 'Out of our area' }),
    );
  });

  it('is shown as withdrawn, not removed, where it was hidden or sharing was stopped; and comes back', async () => {
    const { here, there } = await accepted('Blocked bridge');
    await patch(ours, here, { visibility: 'internal' });
    await eventually(async () => expect((await shared('Blocked bridge')).withdrawn).toBe(true));
    expect((await incident(theirs, there)).title).toBe('Blocked bridge');
    await patch(ours, here, { visibility: 'public' });
    await eventually(async () => expect((await shared('Blocked bridge')).withdrawn).toBe(false));
    const { id = '' } = (await shareOf(here)) ?? {};
    expect((await ours.main(`/incidents/${here}/shares/${id}`, { method: 'DELETE' })).status).toBe(200);
    await eventually(async () => expect((await shared('Blocked bridge')).withdrawn).toBe(true));
    await patch(ours, here, { title: 'Nobody may know' });
    await settled();
    expect(await crossed()).not.toContain('Nobody may know');
  });

  it('tells more than the public may see only where that was said again', async () => {
    const { body } = await ours.main<{ categories: { code: string; sensitive: boolean }[] }>('');
    const category = body.categories.find(({ sensitive }) => sensitive)?.code;
    const { id } = await openIncident(ours, { title: 'Sensitive', category }, report);
    expect((await share(id)).body.type).toBe('/problems/confirm-hidden');
    const exact = { confirmHidden: true, exactPlace: true };
    expect((await share(id, exact)).body.type).toBe('/problems/confirm-exact');
    expect((await share(id, { ...exact, confirmExact: true })).status).toBe(201);
    const came = await arrived('Sensitive');
    expect(came.fields.location).toMatchObject(place);
    expect(came.provenance[0]?.url).toBeNull();
    const accept = { body: { category: null } };
    const { body: made } = await theirs.main<{ incident: string }>(`/sharing/inbox/${came.id}/accept`, accept);
    expect((await incident(theirs, made.incident)).visibility).toBe('internal');
  });

  it('is told roughly once it has become sensitive, where nobody confirmed that', async () => {
    const { body } = await ours.main<{ categories: { code: string; sensitive: boolean }[] }>('');
    const category = body.categories.find(({ sensitive }) => sensitive)?.code;
    const { id } = await openIncident(ours, { title: 'Not yet', category: 'water' }, report);
    await patch(ours, id, { visibility: 'internal' });
    expect((await share(id, { confirmHidden: true, exactPlace: true, confirmExact: true })).status).toBe(201);
    expect((await arrived('Not yet')).fields.location).toMatchObject(place);
    await patch(ours, id, { title: 'By now', category });
    const came = await arrived('By now');
    expect(came.fields.category).toBe(category);
    expect(came.fields.location).not.toMatchObject(place);
  });

  it('was seen with the first pair of eyes by who accepted it', async () => {
    const { there } = await accepted('Two pairs of eyes');
    const evidence = { body: { kind: 'second_person' } };
    const own = await theirs.main<ProblemBody>(`/incidents/${there}/evidence`, evidence);
    expect([own.status, own.body.type]).toEqual([409, '/problems/own-incident']);
  });

  it('is of another category here, or of none, where theirs is unknown', async () => {
    const { id } = await openIncident(ours, { title: 'Odd', category: 'water' });
    await share(id);
    const came = await arrived('Odd');
    const odd = await theirs.main(`/sharing/inbox/${came.id}/accept`, { body: { category: 'no such' } });
    expect(odd.status).toBe(422);
    const { body } = await theirs.main<{ incident: string }>(`/sharing/inbox/${came.id}/accept`, {
      body: { category: null },
    });
    expect((await incident(theirs, body.incident)).category).toBeNull();
  });
});

describe('a message', () => {
  it('that is forged, late or of a stranger is refused', async () => {
    const [our, other] = [ours.app.get(Keys), new Keys('a made up secret of somebody quite different')];
    const message = { ...(await lastSaid()), id: crypto.randomUUID() };
    expect(await say(message, other)).toBe(403);
    expect(await say({ ...message, partner: crypto.randomUUID() }, our)).toBe(403);
    expect(await say({ ...message, partner: 'nobody' }, our)).toBe(403);
    expect((await theirs.call('/sharing/main/messages', { body: message, cookie: null })).status).toBe(400);
    expect((await theirs.call('/sharing/main/messages', { body: 'no object', cookie: null })).status).toBe(422);
    clock.ahead -= 6 * 60_000;
    const body = Buffer.from(JSON.stringify(message));
    const path = '/sharing/main/messages';
    const stale = signatureOf({ method: 'POST', path, body }, our.signingPair(), clock.now());
    clock.ahead += 6 * 60_000;
    const late = { method: 'POST', body, headers: { 'content-type': 'application/json', ...stale }, cookie: null };
    expect((await theirs.call(path, late)).status).toBe(403);
  });

  it('that names somebody else as the one it comes from is refused', async () => {
    const last = (await lastSaid()) as unknown as { incident: { provenance: object[] } };
    const step = last.incident.provenance.at(-1);
    const from = (...provenance: object[]) => {
      const ids = { id: crypto.randomUUID(), share: crypto.randomUUID() };
      return say({ ...last, ...ids, incident: { ...last.incident, provenance } }, ours.app.get(Keys));
    };
    expect(await from({ ...step, installation: 'https://made-up.example.org' })).toBe(422);
    expect(await from({ ...step, deployment: 'another' })).toBe(422);
    expect(await from({ ...step, deployment: 'another' }, step ?? {})).toBe(200);
  });

  it('that comes again, or too late, changes nothing', async () => {
    const { here, there, share: came } = await accepted('Once only');
    await patch(ours, here, { title: 'Twice only' });
    await eventually(async () => expect((await incident(theirs, there)).title).toBe('Twice only'));
    const count = async (): Promise<unknown> =>
      theirs.app.get(Database).query('select count(*) from journal union all select sum(version) from incidents');
    const before = await count();
    const message = await lastSaid();
    expect(await say(message, ours.app.get(Keys))).toBe(200);
    const old = {
      ...message,
      id: crypto.randomUUID(),
      sequence: 1,
      incident: { fields: { ...came.fields, title: 'Old' } },
    };
    const { incident: said } = message as unknown as { incident: object };
    expect(await say({ ...old, incident: { ...said, ...old.incident } }, ours.app.get(Keys))).toBe(200);
    expect(await count()).toEqual(before);
  });
});

describe('a second deployment of the same installation', () => {
  it('shares the very same way', async () => {
    const made = await theirs.call('/api/v1/deployments', { body: { slug: 'coast', name: 'Coast' } });
    expect(made.status).toBe(201);
    const coast = '/api/v1/deployments/coast';
    const { body } = await theirs.main<SharingInvitation>('/sharing/invitations', { body: { name: 'Coast' } });
    const entered = await theirs.call<PartnerView>(`${coast}/sharing/partners`, { body: { code: body.code } });
    expect([entered.status, entered.body.state]).toEqual([201, 'active']);
    const { id } = await openIncident(theirs, { title: 'Wave' });
    await theirs.main(`/incidents/${id}/shares`, { body: { partner: body.partner.id } });
    const there = async () => (await theirs.call<SharedInbox>(`${coast}/sharing/inbox`)).body;
    await eventually(async () => expect(await there()).toMatchObject({ waiting: 1, items: [{ state: 'new' }] }));
  });
});

describe('a partnership that was ended', () => {
  it('hears and tells nothing any more, on both sides', async () => {
    const { here, there } = await accepted('Last one');
    expect((await theirs.main(`/sharing/partners/${partnerThere}`, { method: 'DELETE' })).status).toBe(204);
    const known = async (): Promise<PartnerView | undefined> =>
      (await ours.main<{ items: PartnerView[] }>('/sharing/partners')).body.items.find(({ id }) => id === partnerHere);
    await eventually(async () => expect(await known()).toMatchObject({ state: 'ended', endedBy: 'them' }));
    await patch(ours, here, { title: 'After the end' });
    await settled();
    expect((await incident(theirs, there)).title).toBe('Last one');
    expect(await crossed()).not.toContain('After the end');
    const { id } = await openIncident(ours, { title: 'Too late' });
    expect((await share(id)).body.type).toBe('/problems/partnership-ended');
    expect(await say({ ...(await lastSaid()), id: crypto.randomUUID() }, ours.app.get(Keys))).toBe(410);
  });
});

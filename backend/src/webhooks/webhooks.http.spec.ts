/** Webhooks over HTTP with a real receiver: everything arrives, in order, once by its id, and nothing that may not leave. */
import { createHmac } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type {
  IncidentDetail,
  Page,
  ProblemBody,
  WebhookDelivery,
  WebhookEvent,
  WebhookView,
  WebhookWithSecret,
} from '@atesto/contract';
import { eventually } from '../../../test/support/eventually.js';
import { openIncident } from '../../../test/support/people.js';
import { Receiver } from '../../../test/support/receiver.js';
import { TestServer } from '../../../test/support/test-server.js';
import { OutgoingCalls } from '../gateways/index.js';
import { systemClock } from '../platform/index.js';

const clock = { ahead: 0, now: () => new Date(systemClock.now().getTime() + clock.ahead) };
const server = new TestServer();
const receiver = new Receiver();

beforeAll(async () => {
  await receiver.start();
  await server.start({ GATEWAY_HOSTS: receiver.host, REPORTS_PER_MINUTE: '1000' }, clock);
});
afterAll(async () => {
  await server.stop();
  await receiver.stop();
});

const minutes = (count: number): number => count * 60_000;
const days = (count: number): number => count * 24 * minutes(60);

/** The minute's clock strikes after so long. */
async function passed(ms: number): Promise<void> {
  clock.ahead += ms;
  await server.app.get(OutgoingCalls, { strict: false }).run();
}

let paths = 0;

async function addWebhook(parts: object = {}): Promise<WebhookWithSecret & { path: string }> {
  const path = `/hook-${++paths}`;
  const kinds = ['incident.opened', 'incident.changed', 'incident.resolved'];
  const body = { name: `Made up ${paths}`, url: `http://${receiver.host}${path}`, audience: 'public', kinds, ...parts };
  const answer = await server.main<WebhookWithSecret>('/webhooks', { body });
  if (answer.status !== 201) throw new Error(JSON.stringify(answer.body));
  return { ...answer.body, path };
}

const remove = async ({ id }: { id: string }): Promise<void> => {
  const { version } = await view(id);
  await server.main(`/webhooks/${id}`, { method: 'DELETE', headers: { 'if-match': `"${version}"` } });
};
const view = async (id: string): Promise<WebhookView> => {
  const { body } = await server.main<{ items: WebhookView[] }>('/webhooks');
  const found = body.items.find((one) => one.id === id);
  if (found === undefined) throw new Error('there is no such webhook');
  return found;
};
const log = async (id: string, query = ''): Promise<WebhookDelivery[]> =>
  (await server.main<Page<WebhookDelivery>>(`/webhooks/${id}/deliveries?limit=200${query}`)).body.items;

async function patch(id: string, body: object): Promise<void> {
  const { body: seen } = await server.main<IncidentDetail>(`/incidents/${id}`);
  const headers = { 'if-match': `"${seen.version}"` };
  expect((await server.main(`/incidents/${id}`, { method: 'PATCH', body, headers })).status).toBe(200);
}
const become = (id: string, status: string) =>
  server.main(`/incidents/${id}/status`, { method: 'POST', body: { status, reason: 'So it is', public: true } });

const typesOf = (events: readonly WebhookEvent[]): string[] => events.map(({ type }) => type.replace('incident.', ''));
const incidentIn = ({ data }: WebhookEvent): Record<string, unknown> => ({ ...data.incident });
const taken = (path: string, count: number): Promise<void> =>
  eventually(() => Promise.resolve().then(() => expect(receiver.takenAt(path)).toHaveLength(count)));
const came = (path: string, count: number): Promise<void> =>
  eventually(() => Promise.resolve().then(() => expect(receiver.cameAt(path).length).toBeGreaterThanOrEqual(count)));
const waits = (id: string, count: number): Promise<void> =>
  eventually(async () => expect((await view(id)).waiting).toBe(count));

const place = { lat: 10.12345, lon: 20.54321 };
const words = 'The well of Ada Example is dry';
const report = { text: words, location: place, reporter: { name: 'Ada Example', phone: '+00 555 0123' } };

describe('a webhook', () => {
  it('is told what happens to public incidents, signed, numbered, through the public presenter', async () => {
    const { path, secret, id: webhook } = await addWebhook();
    const { id } = await openIncident(server, { title: 'Dry well', category: 'water' }, report);
    await patch(id, { severity: 'high' });
    await become(id, 'resolved');
    // What is hidden before it leaves would leave as withdrawn.
    await taken(path, 3);
    await patch(id, { visibility: 'internal' });
    await taken(path, 4);
    await patch(id, { title: 'Nobody may know' });
    await patch(id, { visibility: 'public' });
    await taken(path, 5);
    const events = receiver.takenAt(path);
    expect(typesOf(events)).toEqual(['opened', 'changed', 'resolved', 'withdrawn', 'opened']);
    expect(events.map(({ sequence }) => sequence)).toEqual([1, 2, 3, 4, 5]);
    expect(new Set(events.map((event) => event.id)).size).toBe(5);
    const [first] = events;
    expect(Object.keys(first ?? {})).toEqual(['id', 'type', 'at', 'deployment', 'sequence', 'data']);
    expect(Object.keys(first?.data.incident ?? {}).sort()).toEqual(
      'category confidence confirmations description id location number openedAt place reason reports severity status title updatedAt'.split(
        ' ',
      ),
    );
    expect(events[3]?.data).toEqual({ incident: { id } });
    const all = receiver.cameAt(path);
    expect(JSON.stringify(all)).not.toMatch(/10\.12345|20\.54321|Ada|0123/);
    for (const { headers, body } of all) {
      const signed = `${String(headers['webhook-id'])}.${String(headers['webhook-timestamp'])}.${body}`;
      const key = Buffer.from(secret.slice('whsec_'.length), 'base64');
      expect(headers['webhook-signature']).toBe(`v1,${createHmac('sha256', key).update(signed).digest('base64')}`);
      expect(headers['webhook-id']).toBe((JSON.parse(body) as WebhookEvent).id);
    }
    expect(await view(webhook)).toMatchObject({ health: 'well', waiting: 0, givenUp: 0 });
    const shown = (await log(webhook)).map(({ state, status, attempts }) => [state, status, attempts]);
    expect(shown).toEqual(events.map(() => ['delivered', 200, 1]));
    await remove({ id: webhook });
  });

  it('for responders says where exactly, and of what is internal, and names nobody', async () => {
    const hook = await addWebhook({ audience: 'responders' });
    const { id } = await openIncident(server, { title: 'Inside' }, report);
    await patch(id, { visibility: 'internal' });
    await server.main(`/incidents/${id}/assignee`, { method: 'PUT', body: { person: (await me()).id } });
    await taken(hook.path, 3);
    const events = receiver.takenAt(hook.path);
    expect(typesOf(events)).toEqual(['opened', 'changed', 'changed']);
    expect(incidentIn(events[2]!)).toMatchObject({ visibility: 'internal', location: place, assignee: null });
    expect(JSON.stringify(events)).not.toMatch(/Ada|0123|reportItems/);
    await remove(hook);
  });

  it('hears only what its filters let through, and what it was told and falls out of them', async () => {
    const hook = await addWebhook({ categories: ['water'], minSeverity: 'high', kinds: ['incident.opened'] });
    await openIncident(server, { title: 'Fire', category: 'fire', severity: 'critical' });
    const { id } = await openIncident(server, { title: 'Water', category: 'water', severity: 'low' });
    await patch(id, { severity: 'critical' });
    await patch(id, { title: 'Not asked for' });
    await taken(hook.path, 1);
    await patch(id, { category: 'fire' });
    await taken(hook.path, 2);
    expect(receiver.takenAt(hook.path).map(({ type, data }) => [type, data.incident?.id])).toEqual([
      ['incident.opened', id],
      ['incident.withdrawn', id],
    ]);
    await remove(hook);
  });

  it('hears nothing of what is sensitive, not even that it was', async () => {
    const hook = await addWebhook();
    const { body } = await server.main<{ categories: { code: string; sensitive: boolean }[] }>('');
    const category = body.categories.find(({ sensitive }) => sensitive)?.code;
    const { id } = await openIncident(server, { title: 'Nobody may know', category });
    await become(id, 'responding');
    const other = await openIncident(server, { title: 'Everybody may know' });
    await taken(hook.path, 1);
    await patch(other.id, { category });
    await taken(hook.path, 2);
    expect(receiver.takenAt(hook.path).map(({ type, data }) => [type, data.incident?.id])).toEqual([
      ['incident.opened', other.id],
      ['incident.withdrawn', other.id],
    ]);
    expect(JSON.stringify(receiver.cameAt(hook.path))).not.toContain('Nobody');
    await remove(hook);
  });
});

const me = async (): Promise<{ id: string }> =>
  (await server.call<{ user: { id: string } }>('/api/v1/session')).body.user;

describe('what was not taken', () => {
  it('arrives once the receiver is back after ten minutes: all of it, in order for each incident, none twice', async () => {
    const hook = await addWebhook();
    receiver.behave = ({ path }) => ({ status: path === hook.path ? 500 : 200 });
    const opened = [await openIncident(server), await openIncident(server), await openIncident(server)];
    for (const { id } of opened) await patch(id, { severity: 'high' });
    for (const { id } of [...opened].reverse()) await become(id, 'resolved');
    await waits(hook.id, 9);
    await came(hook.path, 3);
    for (let minute = 0; minute < 10; minute++) await passed(minutes(1));
    expect(receiver.takenAt(hook.path)).toEqual([]);
    // Of each incident only the first was ever tried.
    expect(new Set(receiver.cameAt(hook.path).map(({ event }) => event.type))).toEqual(new Set(['incident.opened']));
    expect(await view(hook.id)).toMatchObject({ health: 'faltering', waiting: 9 });
    receiver.behave = () => ({ status: 200 });
    await passed(minutes(30));
    await taken(hook.path, 9);
    const events = receiver.takenAt(hook.path);
    expect(new Set(events.map(({ id }) => id)).size).toBe(9);
    for (const { id } of opened) {
      const own = events.filter(({ data }) => data.incident?.id === id);
      expect(typesOf(own)).toEqual(['opened', 'changed', 'resolved']);
      expect(own.map((event) => incidentIn(event)['severity'])).toEqual(['normal', 'high', 'high']);
      expect(own.map((event) => incidentIn(event)['status'])).toEqual(['open', 'open', 'resolved']);
    }
    await passed(minutes(60));
    expect(receiver.takenAt(hook.path)).toHaveLength(9);
    expect((await view(hook.id)).health).toBe('well');
    await remove(hook);
  });

  it('comes again under the same id where the answer was lost', async () => {
    const hook = await addWebhook();
    receiver.behave = ({ path }) => (path === hook.path ? 'lost' : { status: 200 });
    await openIncident(server);
    await came(hook.path, 1);
    receiver.behave = () => ({ status: 200 });
    await passed(minutes(6));
    await taken(hook.path, 2);
    const [first, second] = receiver.cameAt(hook.path);
    expect(second?.body).toBe(first?.body);
    expect(second?.headers['webhook-id']).toBe(first?.headers['webhook-id']);
    await remove(hook);
  });

  it('of a slow one holds up only its own incident', async () => {
    const [hook, other] = [await addWebhook(), await addWebhook()];
    let answer: (reply: { status: number }) => void = () => undefined;
    const late = new Promise<{ status: number }>((resolve) => (answer = resolve));
    const slow = await openIncident(server, { title: 'Slow' });
    await taken(hook.path, 1);
    receiver.behave = ({ path, event }) =>
      path === hook.path && event.data.incident?.id === slow.id ? late : { status: 200 };
    await patch(slow.id, { severity: 'high' });
    await came(hook.path, 2);
    await become(slow.id, 'resolved');
    await openIncident(server, { title: 'Another' });
    await taken(other.path, 4);
    expect(receiver.cameAt(hook.path).filter(({ event }) => event.type === 'incident.resolved')).toEqual([]);
    answer({ status: 200 });
    await taken(hook.path, 4);
    const own = receiver.takenAt(hook.path).filter(({ data }) => data.incident?.id === slow.id);
    expect(typesOf(own)).toEqual(['opened', 'changed', 'resolved']);
    receiver.behave = () => ({ status: 200 });
    for (const one of [hook, other]) await remove(one);
  });

  it('waits as long as it is asked to, and outlives a restart', async () => {
    const hook = await addWebhook();
    receiver.behave = ({ path }) =>
      path === hook.path ? { status: 503, headers: { 'retry-after': '3600' } } : { status: 200 };
    await openIncident(server);
    await came(hook.path, 1);
    await eventually(async () => expect((await log(hook.id))[0]).toMatchObject({ status: 503, attempts: 1 }));
    await passed(minutes(30));
    expect(receiver.cameAt(hook.path)).toHaveLength(1);
    await server.restart();
    receiver.behave = () => ({ status: 200 });
    await passed(minutes(20));
    expect(receiver.cameAt(hook.path)).toHaveLength(1);
    await passed(minutes(30));
    await taken(hook.path, 1);
    expect(receiver.cameAt(hook.path)[1]?.event.id).toBe(receiver.cameAt(hook.path)[0]?.event.id);
    await remove(hook);
  });

  it('is hidden, if its incident was hidden meanwhile: the id is all that leaves', async () => {
    const hook = await addWebhook();
    receiver.behave = ({ path }) => ({ status: path === hook.path ? 500 : 200 });
    const { id } = await openIncident(server, { title: 'Hidden too late' });
    await came(hook.path, 1);
    const before = receiver.cameAt(hook.path).length;
    await patch(id, { visibility: 'internal' });
    await waits(hook.id, 2);
    receiver.behave = () => ({ status: 200 });
    await passed(minutes(60));
    await taken(hook.path, 2);
    const later = receiver.cameAt(hook.path).slice(before);
    expect(later.map(({ event }) => [event.type, event.data])).toEqual([
      ['incident.withdrawn', { incident: { id } }],
      ['incident.withdrawn', { incident: { id } }],
    ]);
    await remove(hook);
  });

  it('is given up after three days, shown as failing after one, and can be replayed', async () => {
    const hook = await addWebhook();
    receiver.behave = ({ path }) => ({ status: path === hook.path ? 500 : 200 });
    const { id } = await openIncident(server);
    await came(hook.path, 1);
    await patch(id, { severity: 'high' });
    await waits(hook.id, 2);
    await passed(days(1));
    expect((await view(hook.id)).health).toBe('failing');
    for (let day = 0; day < 3; day++) await passed(days(1));
    expect(await view(hook.id)).toMatchObject({ givenUp: 2, waiting: 0 });
    receiver.behave = () => ({ status: 200 });
    const replay = await server.main<{ count: number }>(`/webhooks/${hook.id}/replay`, { body: {} });
    expect([replay.status, replay.body]).toEqual([200, { count: 2 }]);
    await taken(hook.path, 2);
    expect(typesOf(receiver.takenAt(hook.path))).toEqual(['opened', 'changed']);
    const [last, first] = await log(hook.id);
    const one = await server.main(`/webhooks/${hook.id}/deliveries/${first?.id}/replay`, { method: 'POST' });
    expect(one.body).toEqual({ count: 1 });
    await taken(hook.path, 3);
    const since = { body: { since: last?.createdAt } };
    await server.main(`/webhooks/${hook.id}/replay`, since);
    await eventually(() =>
      Promise.resolve().then(() =>
        expect(receiver.takenAt(hook.path).filter((event) => event.id === last?.id)).toHaveLength(2),
      ),
    );
    await remove(hook);
  });
});

describe('an address', () => {
  it('that answers 410 is called no more', async () => {
    const hook = await addWebhook();
    receiver.behave = ({ path }) => ({ status: path === hook.path ? 410 : 200 });
    await openIncident(server);
    await eventually(async () => expect(await view(hook.id)).toMatchObject({ enabled: false, health: 'gone' }));
    await openIncident(server);
    await passed(minutes(60));
    expect(receiver.cameAt(hook.path)).toHaveLength(1);
    receiver.behave = () => ({ status: 200 });
    await remove(hook);
  });

  it('is refused where it leads into a private network, or has no encryption', async () => {
    const inside = 'https://127.0.0.1/hook https://192.168.1.5/hook https://localhost/hook https://[::1]/hook';
    const odd = 'http://example.org/hook https://user:word@example.org/ ftp://example.org/ nothing';
    for (const url of `${inside} ${odd}`.split(' ')) {
      const body = { name: 'Inside', url, audience: 'public', kinds: ['incident.opened'] };
      const answer = await server.main<ProblemBody>('/webhooks', { body });
      expect([url, answer.status, answer.body.errors?.[0]?.pointer]).toEqual([url, 422, '/url']);
    }
  });

  it('can be tried, and says what became of it', async () => {
    const hook = await addWebhook();
    const good = await server.main<WebhookDelivery>(`/webhooks/${hook.id}/ping`, { method: 'POST' });
    expect(good.body).toMatchObject({ type: 'ping', state: 'delivered', status: 200 });
    expect(receiver.takenAt(hook.path)[0]).toMatchObject({ type: 'ping', data: {}, deployment: 'main' });
    receiver.behave = () => ({ status: 404 });
    const bad = await server.main<WebhookDelivery>(`/webhooks/${hook.id}/ping`, { method: 'POST' });
    expect(bad.body).toMatchObject({ state: 'given_up', status: 404, error: 'The answer was 404.' });
    receiver.behave = () => ({ status: 200 });
    await remove(hook);
  });
});

describe('the secret', () => {
  it('is told once; a new one signs beside the former for a day', async () => {
    const hook = await addWebhook();
    expect(JSON.stringify(await view(hook.id))).not.toContain('whsec_');
    const ping = async (): Promise<string[]> => {
      await server.main(`/webhooks/${hook.id}/ping`, { method: 'POST' });
      const { headers, body } = receiver.cameAt(hook.path).at(-1)!;
      const signed = `${String(headers['webhook-id'])}.${String(headers['webhook-timestamp'])}.${body}`;
      const proof = (secret: string): string =>
        `v1,${createHmac('sha256', Buffer.from(secret.slice(6), 'base64'))
          .update(signed)
          .digest('base64')}`;
      const all = String(headers['webhook-signature']).split(' ');
      return all.map((one) => (one === proof(hook.secret) ? 'first' : one === proof(fresh) ? 'second' : 'unknown'));
    };
    let fresh = '';
    expect(await ping()).toEqual(['first']);
    const renewed = await server.main<WebhookWithSecret>(`/webhooks/${hook.id}/secret`, { method: 'POST' });
    fresh = renewed.body.secret;
    expect(await ping()).toEqual(['second', 'first']);
    clock.ahead += days(1) + 1_000;
    expect(await ping()).toEqual(['second']);
    await remove(hook);
  });
});

describe('an exercise', () => {
  it('calls nobody, and says so', async () => {
    const made = await server.call('/api/v1/deployments', {
      body: {
        slug: 'drill',
        name: 'Drill',
        area: { south: 9, west: 19, north: 11, east: 21 },
        languages: ['en'],
        exercise: true,
      },
    });
    expect(made.status).toBe(201);
    const body = {
      name: 'Drill',
      url: `http://${receiver.host}/drill`,
      audience: 'public',
      kinds: ['incident.opened'],
    };
    const hook = await server.call<WebhookView>('/api/v1/deployments/drill/webhooks', { body });
    const ping = await server.call<ProblemBody>(`/api/v1/deployments/drill/webhooks/${hook.body.id}/ping`, {
      method: 'POST',
    });
    expect([ping.status, ping.body.type]).toEqual([409, '/problems/exercise']);
    expect(receiver.cameAt('/drill')).toEqual([]);
  });
});

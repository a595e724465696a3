/** What a webhook may know: by whose hand it was added, after its audience changed, and after the rules did. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { ApiKeyView, DeploymentView, IncidentDetail, WebhookView, WebhookWithSecret } from '@atesto/contract';
import { eventually } from '../../../test/support/eventually.js';
import { openIncident } from '../../../test/support/people.js';
import { Receiver } from '../../../test/support/receiver.js';
import { TestServer } from '../../../test/support/test-server.js';

const server = new TestServer();
const receiver = new Receiver();

beforeAll(async () => {
  await receiver.start();
  await server.start({ GATEWAY_HOSTS: receiver.host, REPORTS_PER_MINUTE: '1000' });
});
afterAll(async () => {
  await server.stop();
  await receiver.stop();
});

let paths = 0;

async function addWebhook(parts: object = {}): Promise<WebhookWithSecret & { path: string }> {
  const path = `/hook-${++paths}`;
  const kinds = ['incident.opened', 'incident.changed', 'incident.resolved'];
  const body = { name: `Made up ${paths}`, url: `http://${receiver.host}${path}`, audience: 'public', kinds, ...parts };
  const answer = await server.main<WebhookWithSecret>('/webhooks', { body });
  expect(answer.status).toBe(201);
  return { ...answer.body, path };
}

async function versionOf(id: string): Promise<Record<string, string>> {
  const { body } = await server.main<{ items: WebhookView[] }>('/webhooks');
  return { 'if-match': `"${body.items.find((one) => one.id === id)?.version ?? 0}"` };
}

const remove = async ({ id }: { id: string }): Promise<void> => {
  const removed = await server.main(`/webhooks/${id}`, { method: 'DELETE', headers: await versionOf(id) });
  expect(removed.status).toBe(204);
};

async function patch(id: string, body: object): Promise<void> {
  const { body: seen } = await server.main<IncidentDetail>(`/incidents/${id}`);
  const headers = { 'if-match': `"${seen.version}"` };
  expect((await server.main(`/incidents/${id}`, { method: 'PATCH', body, headers })).status).toBe(200);
}

const taken = (path: string, count: number): Promise<void> =>
  eventually(() => Promise.resolve().then(() => expect(receiver.takenAt(path)).toHaveLength(count)));

async function makeSensitive(code: string, sensitive: boolean): Promise<void> {
  const { version, categories } = (await server.main<DeploymentView>('')).body;
  const items = categories.map((one) => (one.code === code ? { ...one, sensitive } : one));
  const put = { method: 'PUT', body: { items }, headers: { 'if-match': `"${version}"` } };
  expect((await server.main('/categories', put)).status).toBe(200);
}

describe('when the rules change', () => {
  it('what may not be known any more is withdrawn, and what was never told is opened', async () => {
    const before = await openIncident(server, { title: 'Before the webhook', category: 'water' });
    const hook = await addWebhook();
    await openIncident(server, { title: 'Stays', category: 'water' });
    const { id } = await openIncident(server, { title: 'Goes', category: 'fire' });
    await taken(hook.path, 2);
    await makeSensitive('fire', true);
    await taken(hook.path, 3);
    expect(receiver.takenAt(hook.path)[2]).toMatchObject({
      type: 'incident.withdrawn',
      data: { incident: { id } },
      sequence: 3,
    });
    await patch(before.id, { severity: 'high' });
    await taken(hook.path, 4);
    expect(receiver.takenAt(hook.path)[3]).toMatchObject({ type: 'incident.opened', sequence: 4 });
    await makeSensitive('fire', false);
    await remove(hook);
  });
});

describe('a webhook that was for responders', () => {
  it('tells the public nothing that only they saw, when it is replayed', async () => {
    const hook = await addWebhook({ audience: 'responders' });
    const { id } = await openIncident(server, { title: 'First words' });
    await patch(id, { visibility: 'internal' });
    await patch(id, { title: 'Ada Example did it' });
    await patch(id, { title: 'Last words' });
    await patch(id, { visibility: 'public' });
    await taken(hook.path, 5);
    const headers = await versionOf(hook.id);
    const change = { method: 'PATCH', body: { audience: 'public' }, headers };
    expect((await server.main(`/webhooks/${hook.id}`, change)).status).toBe(200);
    const since = new Date(Date.now() - 5 * 60_000).toISOString();
    await server.main(`/webhooks/${hook.id}/replay`, { body: { since } });
    await taken(hook.path, 10);
    const again = receiver.takenAt(hook.path).slice(5);
    expect(again.map((event) => (({ ...event.data.incident }) as { title?: string }).title)).toEqual(
      again.map(() => 'Last words'),
    );
    await remove(hook);
  });
});

describe('an API key', () => {
  it('sends nothing anywhere that it may not read itself', async () => {
    const callWith = async (...scopes: string[]) => {
      const made = await server.main<ApiKeyView>('/api-keys', { body: { name: 'Made up', scopes } });
      const headers = { authorization: `Bearer ${made.body.secret ?? ''}` };
      return (path: string, method: string, body: object, version = 0) =>
        server.main<WebhookView>(path, {
          method,
          body,
          cookie: null,
          headers: { ...headers, 'if-match': `"${version}"` },
        });
    };
    const url = `http://${receiver.host}/by-key`;
    const hook = { name: 'By key', url, audience: 'responders', kinds: ['incident.opened'] };
    const [edits, reads] = [await callWith('deployment.edit'), await callWith('deployment.edit', 'exports.read')];
    expect((await edits('/webhooks', 'POST', hook)).status).toBe(403);
    const { body: narrow } = await edits('/webhooks', 'POST', { ...hook, audience: 'public' });
    const wider = await edits(`/webhooks/${narrow.id}`, 'PATCH', { audience: 'responders' }, narrow.version);
    expect(wider.status).toBe(403);
    const { body: wide, status } = await reads('/webhooks', 'POST', hook);
    expect(status).toBe(201);
    const elsewhere = { url: `http://${receiver.host}/elsewhere` };
    expect((await edits(`/webhooks/${wide.id}`, 'PATCH', elsewhere, wide.version)).status).toBe(403);
    expect((await edits(`/webhooks/${wide.id}`, 'PATCH', { audience: 'public' }, wide.version)).status).toBe(200);
    for (const one of [narrow, wide]) await remove(one);
  });
});

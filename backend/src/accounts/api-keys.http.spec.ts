/** API keys over HTTP: their limit, their end, and how much they are used. */
import { beforeAll, describe, expect, it } from '@jest/globals';
import type { ApiKeyView } from '@atesto/contract';
import type { Clock } from '../platform/index.js';
import { useServer } from '../../../test/support/test-server.js';

let now = Date.parse('2026-11-30T10:00:00Z');
const clock: Clock = { now: () => new Date(now) };
const server = useServer({}, clock);

const make = async (parts: object = {}) =>
  server.main<ApiKeyView>('/api-keys', { body: { name: 'A program', scopes: ['reports.read'], ...parts } });
const ask = (key: ApiKeyView) =>
  server.main('/reports/counts', { cookie: null, headers: { authorization: `Bearer ${key.secret}` } });
const listed = async (id: string) =>
  (await server.main<{ items: ApiKeyView[] }>('/api-keys')).body.items.find((key) => key.id === id);
const change = (id: string, body: object) => server.main<ApiKeyView>(`/api-keys/${id}`, { method: 'PATCH', body });

describe('the limit of a key', () => {
  let key: ApiKeyView;
  beforeAll(async () => {
    key = (await make({ perMinute: 2 })).body;
  });

  it('is said in each answer, and refuses what is over it until the minute has ended', async () => {
    const first = await ask(key);
    expect([first.status, first.headers.get('ratelimit'), first.headers.get('ratelimit-policy')]).toEqual([
      200,
      '"key";r=1;t=60',
      '"key";q=2;w=60',
    ]);
    expect((await ask(key)).headers.get('ratelimit-remaining')).toBe('0');
    const third = await ask(key);
    expect([third.status, third.body['type']]).toEqual([429, '/problems/too-many-requests']);
    expect([third.headers.get('retry-after'), third.headers.get('ratelimit-reset')]).toEqual(['60', '60']);
    now += 60_000;
    expect((await ask(key)).status).toBe(200);
  });

  it('is not one for people, nor for other keys', async () => {
    const other = (await make()).body;
    expect(other.perMinute).toBe(600);
    expect((await ask(other)).headers.get('ratelimit-limit')).toBe('600');
    expect((await server.main('/reports/counts')).headers.get('ratelimit')).toBeNull();
  });

  it('is changed at once', async () => {
    expect((await change(key.id, { perMinute: 100 })).body).toMatchObject({ perMinute: 100, name: 'A program' });
    expect((await ask(key)).headers.get('ratelimit-remaining')).toBe('98');
    for (const perMinute of [0, 1.5, 100_000, null]) {
      expect([perMinute, (await change(key.id, { perMinute })).status]).toEqual([perMinute, 422]);
    }
  });
});

describe('the end of a key', () => {
  it('is when it opens nothing any more, and can be moved or taken away', async () => {
    const key = (await make({ expiresAt: new Date(now + 3_600_000).toISOString() })).body;
    expect([(await ask(key)).status, key.state]).toEqual([200, 'active']);
    now += 3_600_000;
    expect((await ask(key)).status).toBe(401);
    expect((await listed(key.id))?.state).toBe('expired');
    expect((await change(key.id, { expiresAt: null })).body).toMatchObject({ state: 'active', expiresAt: null });
    expect((await ask(key)).status).toBe(200);
  });

  it('does not lie in the past', async () => {
    expect((await make({ expiresAt: new Date(now - 1).toISOString() })).status).toBe(422);
  });
});

describe('the use of a key', () => {
  it('is counted by day, without what was refused, and goes with the key', async () => {
    const key = (await make({ perMinute: 3 })).body;
    for (let at = 0; at < 5; at++) await ask(key);
    expect((await listed(key.id))?.usage).toEqual([{ day: '2026-11-30', count: 3 }]);
    now += 86_400_000;
    await ask(key);
    expect((await listed(key.id))?.usage).toEqual([
      { day: '2026-12-01', count: 1 },
      { day: '2026-11-30', count: 3 },
    ]);
    await ask(key);
    expect((await server.main(`/api-keys/${key.id}`, { method: 'DELETE' })).status).toBe(204);
    expect(await listed(key.id)).toBeUndefined();
    expect((await change(key.id, { perMinute: 5 })).status).toBe(404);
  });
});

describe('a key that nobody has', () => {
  const read = (authorization: string) =>
    server.main('/exports/incidents.csv', { cookie: null, headers: { authorization } });

  it.each(['Bearer atesto_wrong', 'Bearer nope'])('is told so, where everybody may read too: %s', async (given) => {
    expect((await read(given)).status).toBe(401);
  });

  it('is one that was revoked as well', async () => {
    const key = (await make({ scopes: ['exports.read'] })).body;
    expect((await read(`Bearer ${key.secret}`)).status).toBe(200);
    await server.main(`/api-keys/${key.id}`, { method: 'DELETE' });
    expect((await read(`Bearer ${key.secret}`)).status).toBe(401);
  });
});

/** Signing in and out over HTTP: what a stranger may learn from it, and when a session ends. */
import { describe, expect, it } from '@jest/globals';
import type { MemberView, ProblemBody, SessionView } from '@atesto/contract';
import { addPerson } from '../../../test/support/people.js';
import { adminEmail, adminPassword, useServer } from '../../../test/support/test-server.js';

const clock = { ahead: 0, now: () => new Date(Date.now() + clock.ahead) };
const server = useServer({}, clock);

const signIn = (email: string, password: string, headers: Record<string, string> = {}) =>
  server.call<ProblemBody>('/api/v1/session', { body: { email, password }, cookie: null, headers });
const session = (cookie: string | null) => server.call<SessionView>('/api/v1/session', { cookie });

describe('signing in', () => {
  it('sets a cookie that scripts cannot read, and tells who one is', async () => {
    const answer = await signIn(` ${adminEmail.toUpperCase()} `, adminPassword);
    expect([answer.status, answer.body]).toEqual([
      200,
      { user: expect.objectContaining({ email: adminEmail, admin: true }) },
    ]);
    expect(answer.headers.get('set-cookie')).toMatch(/^atesto=[\w-]{43}; .*HttpOnly; SameSite=Lax$/);
    expect(JSON.stringify(answer.body)).not.toMatch(/hash|argon/);
  });

  it('says the same words for an unknown address and for a wrong password', async () => {
    const unknown = await signIn('nobody@example.org', 'wrong password');
    const wrong = await signIn(adminEmail, 'wrong password');
    expect([unknown.status, unknown.body]).toEqual([401, wrong.body]);
    expect([unknown.headers.get('set-cookie'), wrong.headers.get('set-cookie')]).toEqual([null, null]);
  });

  it('takes about the same time for both', async () => {
    const time = async (email: string): Promise<number> => {
      const startedAt = performance.now();
      await signIn(email, 'wrong password');
      return performance.now() - startedAt;
    };
    await time('warm@example.org');
    const tries = async (name: string): Promise<number> => {
      const times = [];
      for (let n = 0; n < 5; n++) times.push(await time(name));
      return Math.min(...times);
    };
    const known = (await addPerson(server, 'viewer')).email;
    const [unknownMs, knownMs] = [await tries('nobody-else@example.org'), await tries(known)];
    // Without the decoy an unknown address answers ten times as fast.
    expect(unknownMs).toBeGreaterThan(knownMs / 3);
    expect(knownMs).toBeGreaterThan(unknownMs / 3);
  });

  it('is refused after ten failures for that person from there, with the time to wait; others go on', async () => {
    const { email, password } = await addPerson(server, 'viewer');
    for (let n = 0; n < 10; n++) expect((await signIn(email, `wrong ${n}`)).status).toBe(401);
    const refused = await signIn(email, password);
    expect([refused.status, refused.body.type]).toEqual([429, '/problems/too-many-requests']);
    const seconds = Number(refused.headers.get('retry-after'));
    expect(seconds).toBeGreaterThan(60);
    expect(seconds).toBeLessThanOrEqual(15 * 60);
    expect((await signIn(adminEmail, adminPassword)).status).toBe(200);
  });

  it('forgets failures once it works', async () => {
    const { email, password } = await addPerson(server, 'viewer');
    for (let round = 0; round < 2; round++) {
      for (let n = 0; n < 6; n++) await signIn(email, `wrong ${n}`);
      expect((await signIn(email, password)).status).toBe(200);
    }
  });

  it.each([
    ['nothing', {}],
    ['no password', { email: adminEmail }],
    ['a list', { email: [adminEmail], password: [adminPassword] }],
    ['more than asked for', { email: adminEmail, password: adminPassword, admin: true }],
  ])('with %s is 422', async (_, body) => {
    expect((await server.call('/api/v1/session', { body, cookie: null })).status).toBe(422);
  });
});

describe('a session', () => {
  it('tells what one may do where', async () => {
    const { cookie } = await addPerson(server, 'viewer');
    expect((await session(cookie)).body.memberships).toEqual([
      {
        deployment: { slug: 'main', name: 'Atesto', exercise: false },
        role: 'viewer',
        permissions: ['reports.read', 'incidents.read'],
      },
    ]);
    expect((await session(null)).status).toBe(401);
    expect((await session('atesto=made-up')).status).toBe(401);
  });

  it('ends when one signs out, on the server too', async () => {
    const { cookie } = await addPerson(server, 'viewer');
    const out = await server.call('/api/v1/session', { method: 'DELETE', cookie });
    expect([out.status, out.headers.get('set-cookie')]).toEqual([204, expect.stringMatching(/^atesto=;/)]);
    expect((await session(cookie)).status).toBe(401);
  });

  it('ends after fourteen days', async () => {
    const { cookie } = await addPerson(server, 'viewer');
    try {
      clock.ahead = 14 * 86_400_000 - 60_000;
      expect((await session(cookie)).status).toBe(200);
      clock.ahead = 14 * 86_400_000 + 1_000;
      expect((await session(cookie)).status).toBe(401);
    } finally {
      clock.ahead = 0;
    }
  });

  it('loses its rights at once when the person is removed', async () => {
    const { id, cookie } = await addPerson(server, 'responder');
    expect((await server.main('/reports', { cookie })).status).toBe(200);
    await server.main(`/members/${id}`, { method: 'DELETE' });
    expect((await server.main('/reports', { cookie })).status).toBe(403);
  });

  it('writes nothing that another site makes the browser send', async () => {
    const from = (headers: Record<string, string>) => server.main('/reports', { body: { text: 'x' }, headers });
    expect((await from({ 'sec-fetch-site': 'cross-site' })).status).toBe(403);
    expect((await from({ origin: 'https://evil.example' })).status).toBe(403);
    expect((await from({ origin: server.url, 'sec-fetch-site': 'same-origin' })).status).toBe(201);
  });
});

describe('changing the password', () => {
  const next = 'another made-up one';
  const change = (cookie: string, current: string, to = next) =>
    server.call('/api/v1/account/password', { method: 'PATCH', cookie, body: { current, next: to } });

  it('ends every other session of the person, and the old password', async () => {
    const { email, password, cookie } = await addPerson(server, 'viewer');
    const elsewhere = await server.signIn(email, password);
    expect((await change(cookie, password)).status).toBe(204);
    expect([(await session(cookie)).status, (await session(elsewhere)).status]).toEqual([200, 401]);
    expect([(await signIn(email, password)).status, (await signIn(email, next)).status]).toEqual([401, 200]);
  });

  it('needs the present one, and a new one of twelve characters', async () => {
    const { email, password, cookie } = await addPerson(server, 'viewer');
    expect((await change(cookie, 'wrong password')).status).toBe(401);
    expect((await change(cookie, password, 'short')).status).toBe(422);
    expect((await signIn(email, password)).status).toBe(200);
  });
});

describe('adding a person', () => {
  it('gives a one-time password for a new account only, and never touches one that is there', async () => {
    const { email, password } = await addPerson(server, 'viewer', 'First Name');
    const again = await server.main<MemberView>('/members', { body: { email, name: 'Other Name', role: 'responder' } });
    expect([again.status, again.body.role, again.body.user.name]).toEqual([201, 'responder', 'First Name']);
    expect(again.body).not.toHaveProperty('oneTimePassword');
    expect((await signIn(email, password)).status).toBe(200);
  });
});

/** Every route of the server against every kind of caller. A route that the matrix does not name fails. */
import { beforeAll, describe, expect, it } from '@jest/globals';
import { permissions, type ApiKeyView, type Permission } from '@atesto/contract';
import { callers, matrix, providerPath, type Caller } from '../../../test/support/access-matrix.js';
import { addPerson } from '../../../test/support/people.js';
import { useServer } from '../../../test/support/test-server.js';
import { routesOf } from '../routes.js';

const server = useServer();
const cookies = {} as Record<Caller, string | null>;
const keys = {} as Record<Permission, string>;

async function makeKey(slug: string, scope: Permission): Promise<string> {
  const body = { name: scope, scopes: [scope] };
  return (await server.call<ApiKeyView>(`/api/v1/deployments/${slug}/api-keys`, { body })).body.secret ?? '';
}

beforeAll(async () => {
  await server.call('/api/v1/deployments', { body: { slug: 'elsewhere', name: 'Elsewhere' } });
  const person = async (...args: [Parameters<typeof addPerson>[1], string?, string?]): Promise<string> =>
    (await addPerson(server, ...args)).cookie;
  Object.assign(cookies, {
    n: null,
    o: await person('coordinator', 'Stranger', 'elsewhere'),
    v: await person('viewer'),
    r: await person('responder'),
    c: await person('coordinator'),
    a: server.adminCookie,
  });
  for (const scope of permissions) keys[scope] = await makeKey('main', scope);
});

const nowhere = '00000000-0000-7000-8000-000000000000';
const pathOf = (route: string): string =>
  (route.split(' ')[1] ?? '')
    .replace(':deployment', 'main')
    .replace(/:(id|user|key)/, nowhere)
    .replace(':token', 'none')
    .replace(':z/:x/:y', '0/0/0')
    .replace('*', 'x');

/** Where the body is looked at before the caller's role. */
const bodies: Record<string, string> = { 'POST /api/v1/organisations': '{"name":"An organisation"}' };

/** Calls with a body that is refused wherever it can be, so that whoever is let in changes nothing. */
async function statusOf(route: string, headers: Record<string, string>): Promise<number> {
  const method = route.split(' ')[0] ?? 'GET';
  const body = ['GET', 'HEAD', 'DELETE'].includes(method) ? {} : { body: bodies[route] ?? '{"odd":1}' };
  const type = 'body' in body ? { 'content-type': 'application/json' } : {};
  const answer = await fetch(server.url + pathOf(route), {
    method,
    redirect: 'manual',
    headers: { ...type, ...headers },
    ...body,
  });
  await answer.arrayBuffer();
  return answer.status;
}

const isLetIn = (status: number): boolean => status !== 401 && status !== 403;

describe('the matrix', () => {
  it('names every route of the server, and no other', () => {
    const all = routesOf(server.app).map(({ method, path }) => `${method} ${path}`);
    expect(all.length).toBeGreaterThan(40);
    const routes = all.filter((route) => !route.includes(providerPath));
    expect([...new Set(routes)].sort()).toEqual(Object.keys(matrix).sort());
  });

  it('has a rule for every route', () => {
    expect(routesOf(server.app).filter(({ rule }) => rule === null)).toEqual([]);
  });
});

describe('each address of a gateway', () => {
  it('is closed to everyone without its token', async () => {
    const routes = routesOf(server.app).map(({ method, path }) => `${method} ${path}`);
    const open: string[] = [];
    for (const route of routes.filter((each) => each.includes(providerPath))) {
      for (const cookie of [cookies.n, cookies.a]) {
        const status = await statusOf(route, cookie === null ? {} : { cookie });
        if (status !== 403) open.push(`${route} ${status}`);
      }
    }
    expect(open).toEqual([]);
  });
});

/** The last call of a session. */
const ends = 'DELETE /api/v1/session';

describe('each route', () => {
  const routes = Object.entries(matrix).map(([route, [allowed]]) => [route, allowed] as const);

  it.each(routes.filter(([route]) => route !== ends))('%s lets in %s and no other', async (route, allowed) => {
    const found: string[] = [];
    for (const caller of callers) {
      const cookie = cookies[caller];
      if (isLetIn(await statusOf(route, cookie === null ? {} : { cookie }))) found.push(caller);
    }
    expect(found.join('')).toBe(allowed);
  });

  it('tells a stranger to sign in, and somebody who is signed in that it is not for them', async () => {
    const route = 'GET /api/v1/deployments/:deployment/reports';
    expect(await statusOf(route, {})).toBe(401);
    expect(await statusOf(route, { cookie: cookies.o ?? '' })).toBe(403);
    expect(await statusOf(ends, {})).toBe(401);
    expect(await statusOf(ends, { cookie: await server.signIn('admin@example.org', 'a made-up password') })).toBe(204);
  });
});

describe('an API key', () => {
  const routes = Object.entries(matrix).map(([route, [, scope]]) => [route, scope] as const);
  const ofDeployment = routes.filter(([route]) => route.includes('/deployments/:deployment'));

  it.each(ofDeployment)('opens %s by the scope %s only', async (route, scope) => {
    const found: Permission[] = [];
    for (const held of permissions) {
      if (isLetIn(await statusOf(route, { authorization: `Bearer ${keys[held]}` }))) found.push(held);
    }
    expect(found).toEqual(scope === true ? [...permissions] : [scope]);
  });

  it('counts in its own deployment only, and nowhere beside one', async () => {
    const foreign = await makeKey('elsewhere', 'reports.read');
    const route = 'GET /api/v1/deployments/:deployment/reports';
    expect(await statusOf(route, { authorization: `Bearer ${foreign}` })).toBe(401);
    for (const outside of ['GET /api/v1/session', 'GET /api/v1/organisations', 'POST /api/v1/deployments']) {
      expect([outside, await statusOf(outside, { authorization: `Bearer ${keys['members.edit']}` })]).toEqual([
        outside,
        401,
      ]);
    }
  });

  it('is nothing once it is revoked, or when it is made up', async () => {
    const body = { name: 'for a while', scopes: ['reports.read'] };
    const { body: key } = await server.main<ApiKeyView>('/api-keys', { body });
    const headers = { authorization: `Bearer ${key.secret}` };
    const route = 'GET /api/v1/deployments/:deployment/reports';
    expect(await statusOf(route, headers)).toBe(200);
    expect((await server.main(`/api-keys/${key.id}`, { method: 'DELETE' })).status).toBe(204);
    expect(await statusOf(route, headers)).toBe(401);
    for (const token of ['atesto_made-up', 'x', '']) {
      expect(await statusOf(route, { authorization: `Bearer ${token}` })).toBe(401);
    }
  });

  it('holds no more than the person who makes it, and shows its secret once', async () => {
    const body = { name: 'too much', scopes: ['imports.run'] };
    expect((await server.main('/api-keys', { body, cookie: cookies.c })).status).toBe(201);
    const limited = { authorization: `Bearer ${keys['members.edit']}` };
    expect((await server.main('/api-keys', { body, cookie: null, headers: limited })).status).toBe(403);
    const { body: listed } = await server.main<{ items: ApiKeyView[] }>('/api-keys');
    expect(JSON.stringify(listed)).not.toContain('atesto_');
    expect(listed.items.every((key) => !('secret' in key))).toBe(true);
  });
});

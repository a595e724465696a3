/** What pages of others may read over the API, and that they never read with anybody's rights. */
import { beforeAll, describe, expect, it } from '@jest/globals';
import type { ApiKeyView } from '@atesto/contract';
import { openIncident } from '../../test/support/people.js';
import { useServer } from '../../test/support/test-server.js';

const server = useServer();
const origin = 'https://news.example.org';
const incidents = '/api/v1/deployments/main/incidents';

const allowed = async (path: string, options: { method?: string; cookie?: string; headers?: object } = {}) => {
  const { method = 'GET', cookie, headers } = options;
  const answer = await fetch(server.url + path, {
    method,
    headers: { origin, ...(cookie === undefined ? {} : { cookie }), ...headers },
  });
  await answer.arrayBuffer();
  return answer.headers.get('access-control-allow-origin');
};

beforeAll(async () => {
  await openIncident(server, { title: 'Dry well' });
});

describe('a page of somebody else', () => {
  it.each([
    incidents,
    `${incidents}?limit=1`,
    '/api/v1/deployments',
    '/api/v1/deployments/main',
    '/api/v1/deployments/main/exports/incidents.geojson',
    '/api/v1/deployments/main/situation-reports',
    '/api/v1/openapi.json',
  ])('reads %s', async (path) => {
    expect(await allowed(path)).toBe('*');
    expect(await allowed(path, { method: 'OPTIONS' })).toBe('*');
  });

  it('sees the headers that it needs, and is never given credentials', async () => {
    const { headers } = await server.call(incidents, { cookie: null, headers: { origin } });
    expect(headers.get('access-control-expose-headers')).toContain('etag');
    expect(headers.get('access-control-allow-credentials')).toBeNull();
    expect(headers.get('vary')).toContain('origin');
    const asked = await fetch(server.url + incidents, { method: 'OPTIONS', headers: { origin } });
    expect([asked.status, asked.headers.get('access-control-allow-methods')]).toEqual([204, 'GET, HEAD']);
  });

  it('does not read with the rights of somebody whose cookie or key comes along', async () => {
    const cookie = server.adminCookie;
    const body = { name: 'A program', scopes: ['incidents.read'] };
    const { secret } = (await server.main<ApiKeyView>('/api-keys', { body })).body;
    for (const path of [incidents, '/api/v1/deployments/main/incidents?visibility=internal']) {
      expect(await allowed(path, { cookie })).toBeNull();
      expect(await allowed(path, { method: 'OPTIONS', cookie })).toBeNull();
      expect(await allowed(path, { headers: { authorization: `Bearer ${secret}` } })).toBeNull();
    }
  });

  it.each(['/api/v1/deployments/main/reports', '/api/v1/session', '/api/v1/push-key', '/', '/situation/main'])(
    'does not read %s',
    async (path) => {
      expect(await allowed(path)).toBeNull();
      expect(await allowed(path, { cookie: server.adminCookie })).toBeNull();
      expect(await allowed(path, { method: 'OPTIONS' })).toBeNull();
    },
  );

  it('writes nothing', async () => {
    expect(await allowed('/api/v1/deployments/main/reports', { method: 'POST' })).toBeNull();
  });
});

/** Who may put our pages into a frame: anyone, for the pages that are handed out; nobody, for all the rest. */
import { describe, expect, it } from '@jest/globals';
import { sendReport } from '../../test/support/people.js';
import { adminEmail, adminPassword, useServer } from '../../test/support/test-server.js';

const server = useServer();

const framing = async (path: string): Promise<unknown[]> => {
  const { headers } = await server.call(path, { cookie: null });
  const ancestors = /frame-ancestors ([^;]+)/.exec(headers.get('content-security-policy') ?? '')?.[1];
  return [path, ancestors, headers.get('x-frame-options')];
};

describe('a frame around', () => {
  it.each(['/report/main', '/map/main', '/map/main?incident=x', '/report/nowhere'])(
    '%s is allowed to all',
    async (path) => {
      expect(await framing(path)).toEqual([path, '*', null]);
    },
  );

  it('the follow page is allowed too, since sending an embedded form leads there', async () => {
    const { followPath } = await sendReport(server);
    expect(await framing(followPath)).toEqual([followPath, '*', null]);
  });

  it.each([
    '/',
    '/console',
    '/console/main/settings/keys',
    '/poster/main',
    '/api/v1/deployments/main',
    '/report/main/../../console',
    '/reportx',
    '/nothing/report/main',
  ])('%s is refused', async (path) => {
    expect(await framing(path)).toEqual([path, "'none'", 'DENY']);
  });
});

describe('the session cookie', () => {
  it('stays at home: a frame on another site does not get it', async () => {
    const body = { email: adminEmail, password: adminPassword };
    const { headers } = await server.call('/api/v1/session', { method: 'POST', body, cookie: null });
    expect(headers.get('set-cookie')).toMatch(/; HttpOnly; SameSite=Lax$/i);
  });
});

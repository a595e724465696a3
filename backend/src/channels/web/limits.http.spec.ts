/** The limits as callers behind a proxy meet them: slower and slower, then refused, before anything is read. */
import { randomUUID } from 'node:crypto';
import { request as httpRequest } from 'node:http';
import { beforeAll, describe, expect, it } from '@jest/globals';
import type { DeploymentView, ProblemBody } from '@atesto/contract';
import { openIncident, sendReport } from '../../../../test/support/people.js';
import { useServer } from '../../../../test/support/test-server.js';
import { ReportLimit } from './report-limit.js';

const server = useServer({ TRUST_PROXY: 'true', REPORTS_PER_MINUTE: '4' });
const waited: number[] = [];
beforeAll(() => {
  server.app.get(ReportLimit).sleep = (ms) => Promise.resolve(void waited.push(ms));
});

const from = (address: string): Record<string, string> => ({ 'x-forwarded-for': address });
const send = (address: string, path = '/reports', body: object = { text: 'The well is dry' }) =>
  server.main<ProblemBody>(path, { body, cookie: null, headers: from(address) });

describe('behind a proxy', () => {
  it('an address is slowed down, then refused with the time to wait, and nothing is stored', async () => {
    waited.length = 0;
    const answers = [];
    for (let count = 0; count < 5; count++) answers.push(await send('192.0.2.1'));
    expect(answers.map(({ status }) => status)).toEqual([201, 201, 201, 201, 429]);
    expect(waited).toEqual([1500, 3000]);
    const refused = answers.at(-1);
    expect(refused?.body.type).toBe('/problems/too-many-requests');
    const seconds = Number(refused?.headers.get('retry-after'));
    expect(seconds).toBeGreaterThan(0);
    expect(seconds).toBeLessThanOrEqual(60);
    expect((await send('192.0.2.2')).status).toBe(201);
  });

  it('a network has five times the allowance, and the next one its own', async () => {
    const statuses: number[] = [];
    for (let host = 1; host <= 21; host++) statuses.push((await send(`198.51.100.${host}`)).status);
    expect(statuses.indexOf(429)).toBe(20);
    expect((await send('198.51.101.1')).status).toBe(201);
  });

  it('what a caller says of himself does not help him', async () => {
    const headers = { 'x-forwarded-for': '127.0.0.1, 203.0.113.1' };
    const statuses: number[] = [];
    for (let count = 0; count < 5; count++) {
      const body = { text: 'x' };
      statuses.push((await server.main('/reports', { body, cookie: null, headers })).status);
    }
    expect(statuses.at(-1)).toBe(429);
  });

  it('confirmations, answers and pieces of photos are counted apart and more freely', async () => {
    const { id } = await openIncident(server);
    const { followPath } = await sendReport(server);
    const address = '203.0.114.1';
    for (let count = 0; count < 4; count++) expect((await send(address)).status).toBe(201);
    expect((await send(address)).status).toBe(429);
    const confirm = () => send(address, `/incidents/${id}/confirmations`, { person: randomUUID() });
    for (let count = 0; count < 8; count++) expect((await confirm()).status).toBe(201);
    expect((await confirm()).status).toBe(429);
    const path = `${server.url}/api/v1${followPath}/photos/${randomUUID()}`;
    const heads = await Promise.all(
      Array.from({ length: 80 }, () => fetch(path, { method: 'HEAD', headers: from(address) })),
    );
    expect(new Set(heads.map(({ status }) => status))).toEqual(new Set([404]));
    expect((await fetch(path, { method: 'HEAD', headers: from(address) })).status).toBe(429);
  });

  it('this machine itself is not counted', async () => {
    for (let count = 0; count < 10; count++) {
      const answer = await server.main('/reports', { body: { text: 'x' }, cookie: null });
      expect(answer.status).toBe(201);
    }
  });
});

/** Says that a file will follow, and sends none of it. */
function beginUpload(headers: Record<string, string>): Promise<number | undefined> {
  const type = 'multipart/form-data; boundary=x';
  const request = httpRequest(`${server.url}/api/v1/deployments/main/reports`, {
    method: 'POST',
    headers: { 'content-type': type, 'content-length': 10_000_000, ...headers },
  });
  request.on('error', () => undefined);
  request.write('--x\r\ncontent-disposition: form-data; name="media"; filename="a.jpg"\r\n\r\n');
  return new Promise((resolve) => {
    request.on('response', (answer) => {
      resolve(answer.statusCode);
      request.destroy();
    });
  });
}

describe('before the files of a report are read', () => {
  it('whoever is over the limit is refused', async () => {
    const address = '203.0.115.1';
    for (let count = 0; count < 4; count++) await send(address);
    expect(await beginUpload(from(address))).toBe(429);
  });

  it('whoever may not report is refused', async () => {
    const { body } = await server.call<DeploymentView>('/api/v1/deployments/main');
    const change = (whoMayReport: string, version: number) =>
      server.call<DeploymentView>('/api/v1/deployments/main', {
        method: 'PATCH',
        headers: { 'if-match': `"${version}"` },
        body: { policy: { ...body.policy, whoMayReport } },
      });
    const { body: closed } = await change('members', body.version);
    expect(await beginUpload({})).toBe(403);
    await change('anyone', closed.version);
  });
});

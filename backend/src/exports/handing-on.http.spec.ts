/** Saved ways to export, their addresses without a sign-in, and files made in the background. */
import { beforeAll, describe, expect, it } from '@jest/globals';
import type { ApiKeyView, ExportJobView, ExportProfileView } from '@atesto/contract';
import { eventually } from '../../../test/support/eventually.js';
import { addPerson, openIncident, type Person } from '../../../test/support/people.js';
import { useServer } from '../../../test/support/test-server.js';
import { RunExports } from './jobs/run-exports.js';

let shift = 0;
const server = useServer({}, { now: () => new Date(Date.now() + shift) });
let coordinator: Person;

beforeAll(async () => {
  coordinator = await addPerson(server, 'coordinator');
  await openIncident(server, { title: 'Shown', severity: 'high' });
  const { id, version } = await openIncident(server, { title: 'Inside', severity: 'high' });
  const headers = { 'if-match': `"${version}"` };
  await server.main(`/incidents/${id}`, { method: 'PATCH', body: { visibility: 'internal' }, headers });
});

const profile = {
  name: 'Ministry',
  audience: 'public',
  filter: 'severity=high',
  columns: [{ key: 'title', name: 'Titel' }],
};
const save = async (parts: object = {}): Promise<ExportProfileView> =>
  (
    await server.main<ExportProfileView>('/exports/profiles', {
      body: { ...profile, ...parts },
      cookie: coordinator.cookie,
    })
  ).body;
const change = (id: string, body: object, cookie: string | null = coordinator.cookie) =>
  server.main<ExportProfileView>(`/exports/profiles/${id}`, { method: 'PATCH', body, cookie });
const pathOf = (address: string, format = 'csv'): string => new URL(address + format).pathname;

describe('a saved way to export', () => {
  it('gives its rows, columns and headings', async () => {
    const { id } = await save({ audience: 'responders' });
    const { body } = await server.main<string>(`/exports/profiles/${id}/incidents.csv`, { cookie: coordinator.cookie });
    expect(body).toBe('Titel\r\nInside\r\nShown\r\n');
  });

  it('refuses filters and columns that there are none of', async () => {
    for (const faulty of [
      { filter: 'severity=odd' },
      { columns: [{ key: 'assignee' }] },
      { columns: [{ key: 'odd' }] },
    ]) {
      const answer = await server.main('/exports/profiles', { body: { ...profile, ...faulty } });
      expect([faulty, answer.status]).toEqual([faulty, 422]);
    }
  });

  it('has an address for those who cannot sign in, until it is closed or renewed', async () => {
    const { id } = await save();
    const first = pathOf((await change(id, { address: true })).body.address ?? '');
    expect((await server.call<string>(first, { cookie: null })).body).toBe('Titel\r\nShown\r\n');
    const second = pathOf((await change(id, { address: true })).body.address ?? '');
    expect([
      (await server.call(first, { cookie: null })).status,
      (await server.call(second, { cookie: null })).status,
    ]).toEqual([404, 200]);
    await change(id, { address: false });
    expect((await server.call(second, { cookie: null })).status).toBe(404);
    const { body } = await server.main<{ items: ExportProfileView[] }>('/exports/profiles');
    expect(JSON.stringify(body)).not.toContain('/exports/');
  });

  it('closes its address when it is to show more than it did', async () => {
    const { id } = await save();
    const path = pathOf((await change(id, { address: true })).body.address ?? '');
    await change(id, { audience: 'responders' });
    expect((await server.call(path, { cookie: null })).status).toBe(404);
  });

  it('opens no address for a key, which it would outlive', async () => {
    const { id } = await save();
    const { body: key } = await server.main<ApiKeyView>('/api-keys', {
      body: { name: 'a program', scopes: ['exports.read'] },
    });
    const headers = { authorization: `Bearer ${key.secret}` };
    const answer = await server.main(`/exports/profiles/${id}`, {
      method: 'PATCH',
      body: { address: true },
      cookie: null,
      headers,
    });
    expect(answer.status).toBe(403);
  });

  it('shows nothing any more once whoever saved it may see nothing', async () => {
    const leaving = await addPerson(server, 'coordinator', 'Leaving');
    const { body } = await server.main<ExportProfileView>('/exports/profiles', {
      body: { ...profile, audience: 'responders' },
      cookie: leaving.cookie,
    });
    const path = pathOf((await change(body.id, { address: true }, leaving.cookie)).body.address ?? '');
    expect((await server.call(path, { cookie: null })).status).toBe(200);
    await server.main(`/members/${leaving.id}`, { method: 'PATCH', body: { role: 'viewer' } });
    expect((await server.call(path, { cookie: null })).status).toBe(404);
  });
});

describe('a file made in the background', () => {
  const order = { format: 'csv', audience: 'responders', filter: 'severity=high', columns: [{ key: 'title' }] };
  const done = async (): Promise<ExportJobView> => {
    const { body } = await server.main<ExportJobView>('/exports/jobs', { body: order, cookie: coordinator.cookie });
    const look = () => server.main<ExportJobView>(`/exports/jobs/${body.id}`);
    await eventually(async () => expect((await look()).body.state).toBe('done'));
    return (await look()).body;
  };
  const take = (job: ExportJobView, headers: Record<string, string> = {}) =>
    server.call<string>(new URL(job.download ?? '').pathname, { cookie: null, headers });

  it('is counted, and given whole and in parts to whoever has its address, until it expires', async () => {
    const job = await done();
    expect(job).toMatchObject({ expected: 2, rows: 2, bytes: 25 });
    expect((await take(job)).body).toBe('title\r\nInside\r\nShown\r\n');
    const part = await take(job, { range: 'bytes=3-7' });
    expect([part.status, part.headers.get('content-range')]).toEqual([206, 'bytes 3-7/25']);
    expect((await server.call('/api/v1/exports/files/none', { cookie: null })).status).toBe(404);
    shift = 25 * 3_600_000;
    expect((await take(job)).status).toBe(410);
    await server.app.get(RunExports).expire();
    shift = 0;
    expect((await server.main<ExportJobView>(`/exports/jobs/${job.id}`)).body).toMatchObject({
      state: 'expired',
      download: null,
    });
  });

  it('goes when it is cancelled', async () => {
    const job = await done();
    expect(
      (await server.main(`/exports/jobs/${job.id}`, { method: 'DELETE', cookie: coordinator.cookie })).status,
    ).toBe(204);
    expect((await take(job)).status).toBe(410);
  });

  it('is refused for filters and columns that there are none of, before it begins', async () => {
    for (const faulty of [
      { filter: 'severity=odd' },
      { format: 'exe' },
      { audience: 'public', columns: [{ key: 'assignee' }] },
    ]) {
      expect((await server.main('/exports/jobs', { body: { ...order, ...faulty } })).status).toBe(422);
    }
  });
});

/** What the phone relies on beside the report call: its files, its answers, and the page without a script. */
import { randomUUID } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import type { IncidentView, Page, PublicIncident, ReportDetail } from '@atesto/contract';
import { openIncident, sendReport } from '../../../../test/support/people.js';
import { useServer } from '../../../../test/support/test-server.js';

const server = useServer();
const asForm = { 'content-type': 'application/x-www-form-urlencoded' };
const nobody = { cookie: null };

describe('the files of the phone', () => {
  it('are a worker that knows what to keep, an icon, and descriptions of the pages', async () => {
    const worker = await server.call<string>('/worker.js', nobody);
    expect(worker.headers.get('cache-control')).toBe('no-cache');
    const [, list = '[]'] = /^const atestoAssets = (\[.*\]);\n/.exec(worker.body) ?? [];
    const assets = JSON.parse(list) as string[];
    expect(assets.some((path) => path.includes('place-field'))).toBe(true);
    for (const path of assets) expect([path, (await server.call(path, nobody)).status]).toEqual([path, 200]);
    const icon = await server.call('/icon-192.png', nobody);
    expect([icon.status, icon.headers.get('content-type')]).toEqual([200, 'image/png']);
    expect((await server.call('/icon-7.png', nobody)).status).toBe(404);
    const manifest = await server.call<{ start_url: string; dir: string }>(
      '/report/main/manifest.json?lang=ar',
      nobody,
    );
    expect(manifest.body).toMatchObject({ start_url: '/report/main?lang=ar', dir: 'rtl', display: 'standalone' });
  });
});

describe('an answer from the outbox', () => {
  it('is kept once, however often it is sent', async () => {
    const { id, followPath } = await sendReport(server, { text: 'The well is dry' });
    const body = { id: randomUUID(), text: 'Since Monday' };
    const path = `/api/v1${followPath}/answers`;
    const statuses = [];
    for (let i = 0; i < 3; i++) statuses.push((await server.call(path, { ...nobody, body })).body);
    expect(statuses).toEqual([{ id: body.id }, { id: body.id }, { id: body.id }]);
    const { body: detail } = await server.main<ReportDetail>(`/reports/${id}`);
    expect(detail.messages.map(({ text }) => text)).toEqual(['Since Monday']);
  });

  it('needs the secret, and words', async () => {
    const { followPath } = await sendReport(server, { text: 'The well is dry again' });
    const body = { id: randomUUID(), text: 'x' };
    expect((await server.call('/api/v1/follow/wrong/answers', { ...nobody, body })).status).toBe(404);
    for (const text of ['', '  ']) {
      const empty = await server.call(`/api/v1${followPath}/answers`, { ...nobody, body: { ...body, text } });
      expect(empty.status).toBe(422);
    }
  });
});

describe('the page without a script', () => {
  it('offers what is near, and counts "I see this too" once', async () => {
    const location = { lat: 10, lon: 20 };
    await openIncident(server, { title: 'Bridge under water' }, { location });
    const { followPath } = await sendReport(server, { text: 'No way over the river', location });
    const page = await server.call<string>(`${followPath}?sent=1`, nobody);
    expect(page.body).toContain('Bridge under water');
    expect((await server.call<string>(followPath, nobody)).body).not.toContain('Bridge under water');
    const { body: known } = await server.main<Page<IncidentView>>('/incidents');
    const incident = known.items.find(({ title }) => title === 'Bridge under water')?.id ?? '';
    for (let i = 0; i < 2; i++) {
      const sent = await server.call(followPath, { ...nobody, headers: asForm, body: `incident=${incident}` });
      expect([sent.status, sent.headers.get('location')]).toEqual([303, `?seen=${incident}`]);
    }
    expect((await server.call<string>(`${followPath}?seen=${incident}`, nobody)).body).toContain('It is counted.');
    const { body: shown } = await server.main<PublicIncident>(`/incidents/${incident}`, nobody);
    expect(shown.confirmations).toBe(1);
    const wrong = await server.call(followPath, { ...nobody, headers: asForm, body: 'incident=nothing' });
    expect(wrong.status).toBe(404);
  });
});

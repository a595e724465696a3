/** What people typed is shown as text on every page that the server makes, and never runs. */
import { randomUUID } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import sharp from 'sharp';
import type { DeploymentView, Page, ReportView } from '@atesto/contract';
import { act, sendReport } from '../../../../test/support/people.js';
import { useServer } from '../../../../test/support/test-server.js';

const server = useServer();
const payload = (field: string): string => `</textarea>"'><script>alert("${field}")</script>`;
const asForm = { 'content-type': 'application/x-www-form-urlencoded' };

const post = (path: string, fields: Record<string, string>) =>
  server.call<string>(path, { cookie: null, body: new URLSearchParams(fields).toString(), headers: asForm });

/** The page shows the fields, as text. */
function expectHarmless(page: string, fields: readonly string[]): void {
  expect(page).not.toMatch(/<script>alert/);
  for (const field of fields) expect(page).toMatch(new RegExp(`&lt;script(>|&gt;)alert\\(&quot;${field}&quot;\\)`));
}

describe('pages', () => {
  it('escape what is typed when the form has to be shown again', async () => {
    const fields = ['text', 'place', 'name', 'phone', 'lat', 'lon', 'accuracy', 'email'];
    const typed = Object.fromEntries(fields.map((field) => [field, payload(field)]));
    const page = await post('/report/main', { ...typed, id: payload('id'), category: payload('category') });
    expect([page.status, page.headers.get('content-type')]).toEqual([422, 'text/html; charset=utf-8']);
    expectHarmless(page.body, fields);
  });

  it('escape a report, its place and the conversation on the follow page', async () => {
    const { id, followPath } = await sendReport(server, { text: payload('text'), place: payload('place') });
    await act(server, id, 'claim', server.adminCookie);
    await act(server, id, 'ask', server.adminCookie, { text: payload('question') });
    await post(followPath, { text: payload('answer') });
    const page = await server.call<string>(`${followPath}?lang=${encodeURIComponent(payload('lang'))}`, {
      cookie: null,
    });
    expectHarmless(page.body, ['text', 'place', 'question', 'answer']);
  });

  it('escape an answer that is too long and shown again', async () => {
    const { followPath } = await sendReport(server);
    const page = await post(followPath, { text: payload('long') + 'x'.repeat(2000) });
    expect(page.status).toBe(422);
    expectHarmless(page.body, ['long']);
  });

  it('escape the names of deployments and categories', async () => {
    const { body } = await server.call<DeploymentView>('/api/v1/deployments', {
      body: { slug: 'odd', name: payload('name') },
    });
    const category = {
      code: 'odd',
      names: { en: payload('category') },
      colour: '#112233',
      icon: 'dot',
      sensitive: false,
    };
    const put = await server.call('/api/v1/deployments/odd/categories', {
      method: 'PUT',
      body: { items: [category] },
      headers: { 'if-match': `"${body.version}"` },
    });
    expect(put.status).toBe(200);
    expectHarmless((await server.call<string>('/report/odd', { cookie: null })).body, ['name', 'category']);
    expectHarmless((await server.call<string>('/', { cookie: null })).body, ['name']);
  });

  it('forbid scripts and styles that are not files of ours', async () => {
    for (const path of ['/', '/report/main', '/map/main', '/console', '/report/nowhere']) {
      const { headers, body } = await server.call<string>(path, { cookie: null });
      const policy = headers.get('content-security-policy') ?? '';
      expect(policy).toContain("default-src 'self'");
      expect(policy).not.toContain('unsafe');
      expect(body).not.toMatch(/<script(?![^>]*\s(src=|type="application\/json"))[^>]*>|<style|\son\w+=|style="/);
      expect(headers.get('x-content-type-options')).toBe('nosniff');
    }
  });

  it('are there for addresses that are wrong, in the language of the reader', async () => {
    const page = await server.call<string>('/report/nowhere', { cookie: null, headers: { 'accept-language': 'de' } });
    expect([page.status, page.headers.get('content-type')]).toEqual([404, 'text/html; charset=utf-8']);
    expect(page.body).toContain('<html lang="de"');
    expect((await server.call(`/follow/${'A'.repeat(63)}`, { cookie: null })).status).toBe(404);
    expect((await server.call('/report/main?lang=constructor', { cookie: null })).status).toBe(200);
  });
});

describe('the form without scripts', () => {
  it('takes a report and leads to its secret page', async () => {
    const sent = await post('/report/main', {
      id: randomUUID(),
      text: 'Smoke\r\nbehind the mill',
      category: 'fire',
      email: '',
    });
    expect(sent.status).toBe(303);
    const { body } = await server.main<Page<ReportView>>('/reports?category=fire');
    const report = { text: 'Smoke\nbehind the mill', category: 'fire', location: null, language: 'en' };
    expect(body.items).toMatchObject([report]);
    const page = await server.call<string>(sent.headers.get('location') ?? '', { cookie: null });
    expect([page.status, page.headers.get('cache-control')]).toEqual([200, 'no-store']);
    expect(page.body).toContain('behind the mill');
  });

  it('makes a new report of whatever was changed on the same page, and none of the same', async () => {
    const first = { id: randomUUID(), text: 'One' };
    const changed = [{ text: 'Two' }, { category: 'fire' }, { place: 'Mill' }, { lat: '1', lon: '2' }, { name: 'Ada' }];
    const sent = [first, ...changed.map((part) => ({ ...first, ...part }))];
    const places = async (): Promise<(string | null)[]> => {
      const answers = await Promise.all(sent.map((fields) => post('/report/main', fields)));
      return answers.map(({ headers }) => headers.get('location'));
    };
    const made = await places();
    expect(new Set(made).size).toBe(sent.length);
    expect(await places()).toEqual(made);
  });

  it('makes a new report of other photos on the same page', async () => {
    const id = randomUUID();
    const withPhoto = async (background: string): Promise<string | null> => {
      const form = new FormData();
      form.set('id', id);
      form.set('text', 'One');
      const picture = sharp({ create: { width: 8, height: 8, channels: 3, background } }).png();
      form.set('media', new Blob([new Uint8Array(await picture.toBuffer())], { type: 'image/png' }), 'a.png');
      const answer = await fetch(`${server.url}/report/main`, { method: 'POST', body: form, redirect: 'manual' });
      return answer.headers.get('location');
    };
    const first = await withPhoto('red');
    expect(first).toMatch(/^\/follow\//);
    expect(await withPhoto('red')).toBe(first);
    expect(await withPhoto('blue')).not.toBe(first);
  });

  it('keeps what was typed when nothing was said', async () => {
    const page = await post('/report/main', { text: ' ', name: 'A. Example', category: 'fire' });
    expect(page.status).toBe(422);
    expect(page.body).toContain('A. Example');
    expect(page.body).toMatch(/value="fire"[^>]*checked|checked[^>]*value="fire"/);
  });
});

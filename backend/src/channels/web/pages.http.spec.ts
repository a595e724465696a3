/** What people typed is shown as text on every page that the server makes, and never runs. */
import { randomUUID } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import type { DeploymentView, ReportDetail } from '@atesto/contract';
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
    const id = randomUUID();
    const sent = await post('/report/main', { id, text: 'Smoke\r\nbehind the mill', category: 'fire', email: '' });
    expect(sent.status).toBe(303);
    const { body } = await server.main<ReportDetail>(`/reports/${id}`);
    expect(body).toMatchObject({ text: 'Smoke\nbehind the mill', category: 'fire', location: null, language: 'en' });
    const page = await server.call<string>(sent.headers.get('location') ?? '', { cookie: null });
    expect([page.status, page.headers.get('cache-control')]).toEqual([200, 'no-store']);
    expect(page.body).toContain('behind the mill');
  });

  it('makes a new report when another text comes from the same page, and none when the same does', async () => {
    const id = randomUUID();
    const first = await post('/report/main', { id, text: 'One' });
    const same = await post('/report/main', { id, text: 'One' });
    const other = await post('/report/main', { id, text: 'Two' });
    expect([first.status, same.status, other.status]).toEqual([303, 303, 303]);
    expect(same.headers.get('location')).toBe(first.headers.get('location'));
    expect(other.headers.get('location')).not.toBe(first.headers.get('location'));
  });

  it('keeps what was typed when nothing was said', async () => {
    const page = await post('/report/main', { text: ' ', name: 'A. Example', category: 'fire' });
    expect(page.status).toBe(422);
    expect(page.body).toContain('A. Example');
    expect(page.body).toMatch(/value="fire"[^>]*checked|checked[^>]*value="fire"/);
  });
});

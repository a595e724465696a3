/** The public history and an incident's page from outside, as real actions make them. */
import { describe, expect, it } from '@jest/globals';
import type { IncidentDetail, PublicHistoryItem, UndoneView } from '@atesto/contract';
import { mergeIncident, openIncident } from '../../../../test/support/people.js';
import { useServer } from '../../../../test/support/test-server.js';

const server = useServer();

const history = async (id: string, cookie: string | null = null): Promise<string[]> => {
  const { status, body } = await server.main<{ items: PublicHistoryItem[] }>(`/incidents/${id}/public-history`, {
    cookie,
  });
  if (status !== 200) return [String(status)];
  return body.items.map(({ kind, status: to, reason }) => [kind, to, reason].filter((part) => part !== null).join(' '));
};

const become = async (id: string, status: string, reason: string, isPublic = true) =>
  server.main(`/incidents/${id}/status`, { method: 'POST', body: { status, reason, public: isPublic } });

async function patch(id: string, body: object): Promise<void> {
  const { body: seen } = await server.main<IncidentDetail>(`/incidents/${id}`);
  const headers = { 'if-match': `"${seen.version}"` };
  expect((await server.main(`/incidents/${id}`, { method: 'PATCH', body, headers })).status).toBe(200);
}

async function page(id: string, language = 'en', slug = 'main') {
  const answer = await fetch(`${server.url}/map/${slug}/incidents/${id}`, {
    headers: { 'accept-language': language },
    redirect: 'manual',
  });
  return { status: answer.status, headers: answer.headers, html: await answer.text() };
}

const location = { lat: 10.12345, lon: 20.54321 };

describe('the public history over HTTP', () => {
  it('has these keys only, and is the same for a responder', async () => {
    const { id } = await openIncident(server, { title: 'Bridge gone' }, { location });
    await become(id, 'responding', 'A ferry is coming');
    await become(id, 'resolved', 'The mayor wants it so', false);
    const { body } = await server.main<{ items: PublicHistoryItem[] }>(`/incidents/${id}/public-history`, {
      cookie: null,
    });
    for (const item of body.items) {
      expect(Object.keys(item).sort()).toEqual(['at', 'confidence', 'kind', 'reason', 'reports', 'status']);
    }
    const told = ['opened', 'status responding A ferry is coming', 'status resolved'];
    expect(await history(id)).toEqual(told);
    expect(await history(id, server.adminCookie)).toEqual(told);
  });

  it('is not there for what the public may not see, whoever asks', async () => {
    const { id } = await openIncident(server, { title: 'Inside' });
    await patch(id, { visibility: 'internal' });
    await become(id, 'responding', 'Nobody may know');
    expect(await history(id)).toEqual(['404']);
    expect(await history(id, server.adminCookie)).toEqual(['404']);
    expect((await page(id)).status).toBe(404);
    await patch(id, { visibility: 'public' });
    expect(await history(id)).toEqual(['opened', 'published']);
    const [, told = ''] = (await page(id)).html.split('id="history"');
    expect(told).not.toContain('Nobody may know');
    expect(told).toContain('Shown to the public');
  });

  it('forgets what was taken back', async () => {
    const { id } = await openIncident(server, { title: 'A slip' });
    const changed = await become(id, 'resolved', 'Wrong button');
    const action = changed.headers.get('x-action');
    expect((await server.main<UndoneView>(`/actions/${action}/undo`, { method: 'POST' })).status).toBe(200);
    expect(await history(id)).toEqual(['opened']);
  });

  it('leads from one that was merged to the one that stays', async () => {
    const [gone, stays] = [await openIncident(server), await openIncident(server, { title: 'Well at the school' })];
    expect((await mergeIncident(server, gone.id, stays.id)).status).toBe(200);
    expect(await history(stays.id)).toEqual(['opened', 'merged']);
    expect(await history(gone.id)).toEqual(['404']);
    const { status, headers } = await page(gone.id);
    expect([status, headers.get('location')]).toEqual([302, `/map/main/incidents/${stays.id}`]);
  });
});

describe('the page of an incident', () => {
  it('says without a script what it is, where roughly, and what happened, and tells it to previews', async () => {
    const fields = {
      title: 'Bridge <gone>',
      description: 'The "river" took it.',
      category: 'road',
      place: 'Mill Lane',
    };
    const { id } = await openIncident(server, fields, { location });
    await become(id, 'responding', 'A ferry is coming');
    const { status, headers, html } = await page(id);
    expect(status).toBe(200);
    expect(headers.get('content-security-policy')).toMatch(/frame-ancestors \*/);
    expect(html).toContain('<h1><bdi>Bridge &lt;gone></bdi></h1>');
    expect(html).toMatch(/<title>Bridge &lt;gone> · [^<]+<\/title>/);
    expect(html).toMatch(/<meta name="description" content="[^"]*Mill Lane\. The &quot;river&quot; took it\."/);
    expect(html).toMatch(/<meta property="og:title" content="Bridge &lt;gone>"/);
    expect(html).toMatch(new RegExp(`<meta property="og:url" content="https?://[^"]+/map/main/incidents/${id}"`));
    for (const words of [
      'Road or bridge blocked',
      'Being dealt with',
      'Unconfirmed',
      'A ferry is coming',
      'only roughly',
    ]) {
      expect(html).toContain(words);
    }
    expect(html).toContain(`href="/map/main?incident=${id}"`);
    expect(html).not.toMatch(/10\.12345|20\.54321/);
  });

  it('speaks the language of its reader', async () => {
    const { id } = await openIncident(server, { title: 'Brücke weg' });
    const german = await page(id, 'de');
    expect(german.html).toMatch(/<html lang="de" dir="ltr">/);
    expect(german.html).toContain('Was bisher geschah');
    expect(german.headers.get('vary')).toContain('accept-language');
    expect((await page(id, 'ar')).html).toMatch(/<html lang="ar" dir="rtl">/);
  });

  it('is a page that is not there for whatever else is asked', async () => {
    for (const id of ['nothing', crypto.randomUUID()]) {
      const { status, headers } = await page(id);
      expect([status, headers.get('content-type')]).toEqual([404, 'text/html; charset=utf-8']);
    }
  });
});

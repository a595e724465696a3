/** Feeds of a stand-in, from the first look to what a responder makes of an entry. */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { GatewayView, Page, ReportView } from '@atesto/contract';
import { addGateway, ask, detailOf, logOf, poll, StandIn, until } from '../../../../test/support/gateways.js';
import { TestServer } from '../../../../test/support/test-server.js';

const server = new TestServer();
const publisher = new StandIn();
const hourMs = 3_600_000;

let body = '';
let more: { status?: number; type?: string; headers?: Record<string, string> } = {};
let gateway: GatewayView;

beforeAll(async () => {
  await publisher.start();
  await server.start({ GATEWAY_HOSTS: publisher.host });
  publisher.answer = () => ({ type: 'application/rss+xml', body, ...more });
});
beforeEach(() => {
  publisher.calls.length = 0;
  more = {};
});
afterAll(async () => {
  await server.stop();
  await publisher.stop();
});

const item = (name: string, text: string, hoursAgo = 0, place = ''): string =>
  `<item><guid>${name}</guid><title>${text}</title><link>https://news.example.org/${name}</link>
   <author>a.writer</author><pubDate>${new Date(Date.now() - hoursAgo * hourMs).toUTCString()}</pubDate>${place}</item>`;

const rss = (...items: string[]): string =>
  `<rss version="2.0" xmlns:georss="http://www.georss.org/georss"><channel><title>News</title>${items.join('')}</channel></rss>`;

const waiting = async (): Promise<ReportView[]> =>
  (await server.main<Page<ReportView>>('/reports?limit=200&channel=feed&quarantined=true')).body.items;
const textsOf = (reports: ReportView[]): string[] => reports.map(({ text }) => text);
const viewOf = async (id: string): Promise<GatewayView | undefined> =>
  (await server.main<{ items: GatewayView[] }>('/gateways')).body.items.find((one) => one.id === id);

/** Each story has a feed of its own, so that no other is looked at. */
const setUp = async (path: string, settings: Record<string, unknown> = {}): Promise<GatewayView> => {
  const { body: listed } = await server.main<{ items: GatewayView[] }>('/gateways');
  for (const { id } of listed.items) await server.main(`/gateways/${id}`, { method: 'DELETE' });
  gateway = await addGateway(server, 'feed', { url: `${publisher.url}${path}`, ...settings });
  return gateway;
};

describe('an entry', () => {
  it('waits in quarantine with its link and place, and is in no other list', async () => {
    await setUp('/rss', { language: 'en' });
    body = rss(item('1', 'Bridge closed', 2, '<georss:point>12.5 44.25</georss:point>'), item('0', 'Long ago', 25));
    await poll(server);
    const [report, ...others] = await waiting();
    expect(others).toEqual([]);
    expect(report).toMatchObject({
      text: 'Bridge closed',
      channel: 'feed',
      quarantined: true,
      location: { lat: 12.5, lon: 44.25 },
    });
    const { answers } = await detailOf(server, report?.id ?? '');
    expect(answers).toEqual({ link: 'https://news.example.org/1', author: 'a.writer', feed: 'News' });
    expect((await server.main<Page<ReportView>>('/reports?channel=feed')).body.items).toEqual([]);
    expect(gateway.addresses).toEqual([]);
  });

  it('comes once, however often it is looked at, by however many at once, before and after a restart', async () => {
    await Promise.all([poll(server), poll(server)]);
    await server.restart();
    await poll(server);
    expect(textsOf(await waiting())).toEqual(['Bridge closed']);
    body = rss(item('2', 'New words'), item('1', 'Bridge closed, edited', 2));
    await poll(server);
    expect(textsOf(await waiting()).sort()).toEqual(['Bridge closed', 'New words']);
  });

  it('is not answered, not even by a responder; admitted, it is a report like others', async () => {
    const [report] = await waiting();
    const id = report?.id ?? '';
    expect((await server.main(`/reports/${id}/claim`, { method: 'POST' })).status).toBe(409);
    expect((await server.main('/reports/admit', { body: { ids: [id] } })).status).toBe(200);
    expect((await detailOf(server, id)).messages).toEqual([]);
    await ask(server, id, 'Where is it?');
    await until(async () =>
      (await detailOf(server, id)).messages.find(({ delivery }) => delivery?.state === 'withheld'),
    );
  });

  it('that says STOP or whose author is trusted still only waits', async () => {
    await setUp('/stop');
    body = rss(item('stop', 'STOP'));
    await poll(server);
    const stop = (await waiting()).find(({ text }) => text === 'STOP');
    await server.main('/reports/admit', { body: { ids: [stop?.id] } });
    const standing = { method: 'PUT', body: { standing: 'trusted' } };
    expect((await server.main(`/reports/${stop?.id}/sender`, standing)).status).toBe(204);
    body = rss(item('next', 'From somebody trusted'));
    await poll(server);
    expect(textsOf(await waiting())).toContain('From somebody trusted');
  });
});

describe('a hashtag', () => {
  it('is looked up by its page', async () => {
    await setUp('/tags/flood');
    more = { type: 'application/json; charset=utf-8' };
    const account = { acct: 'someone', display_name: 'Someone', url: 'https://social.example.org/@someone' };
    const uri = 'https://social.example.org/users/someone/statuses/1';
    const content =
      '<p>Water in the street <a href="https://social.example.org/tags/flood">#<span>flood</span></a></p>';
    body = JSON.stringify([{ uri, url: uri, content, account, language: 'en', created_at: new Date().toISOString() }]);
    await poll(server);
    expect(publisher.calls.map(({ path }) => path)).toEqual(['/api/v1/timelines/tag/flood?limit=40']);
    const report = (await waiting()).find(({ text }) => text === 'Water in the street #flood');
    const { answers } = await detailOf(server, report?.id ?? '');
    expect(answers).toEqual({ link: uri, author: 'Someone', authorPage: account.url });
  });
});

describe('the publisher', () => {
  it('is asked by what it said of its last answer, and left alone when it wants to be', async () => {
    await setUp('/polite');
    body = rss(item('polite', 'Polite'));
    more = { headers: { etag: '"7"' } };
    await poll(server);
    more = { status: 304 };
    await poll(server);
    expect(publisher.calls.at(-1)?.headers['if-none-match']).toBe('"7"');
    more = { status: 429, headers: { 'retry-after': '600' } };
    await poll(server);
    const calls = publisher.calls.length;
    await poll(server);
    expect(publisher.calls).toHaveLength(calls);
  });

  it('may give more than one look takes; the rest comes with the next one', async () => {
    await setUp('/many');
    body = rss(...Array.from({ length: 130 }, (_, n) => item(`many-${n}`, `Many ${n}`)));
    more = { headers: { etag: '"many"' } };
    const many = async (): Promise<number> => textsOf(await waiting()).filter((text) => text.startsWith('Many')).length;
    for (let looks = 0; looks < 3; looks++) await poll(server);
    const asked = publisher.calls.map(({ headers }) => headers['if-none-match']);
    expect(asked.slice(0, 3)).toEqual([undefined, undefined, '"many"']);
    expect(await many()).toBe(130);
  });

  it.each(['', '%%%', '<html></html>', '<rss', '{"error":1}', '<!DOCTYPE rss []><rss/>', '\0'])(
    'that gives garbage (%j) is told of, and nothing is kept',
    async (garbage) => {
      await setUp('/garbage');
      const before = (await waiting()).length;
      body = garbage;
      await poll(server);
      const entry = await until(async () => (await logOf(server, gateway.id))[0]);
      expect(entry).toMatchObject({ request: 'poll', outcome: 'failed' });
      expect((await viewOf(gateway.id))?.health).toBe('failing');
      expect((await waiting()).length).toBe(before);
    },
  );

  it('inside of this network is not asked unless the operator named it', async () => {
    const port = publisher.host.split(':')[1];
    await setUp('/');
    await server.main(`/gateways/${gateway.id}`, {
      method: 'PATCH',
      headers: { 'if-match': '"1"' },
      body: { settings: { url: `http://localhost:${port}/rss` } },
    });
    await poll(server);
    const entry = await until(async () => (await logOf(server, gateway.id))[0]);
    expect(entry).toMatchObject({ outcome: 'failed', answer: 'The host is not on the open internet.' });
    expect(publisher.calls).toEqual([]);
  });

  it('must have an address', async () => {
    for (const url of ['', 'feeds', 'file:///etc/passwd', 'https://a:b@news.example.org/']) {
      const refused = await server.main('/gateways', { body: { kind: 'feed', name: 'x', settings: { url } } });
      expect(refused.status).toBe(422);
    }
  });
});

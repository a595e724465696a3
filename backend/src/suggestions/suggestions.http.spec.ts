/** Suggestions from words, over HTTP: for reports of every channel, and by lists that a coordinator changes. */
import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from '@jest/globals';
import type { ReportDetail, Suggestion, SuggestionsView, WordsView } from '@atesto/contract';
import { addGateway, post, reportsOf, until } from '../../../test/support/gateways.js';
import { useServer } from '../../../test/support/test-server.js';

const server = useServer();

async function report(fields: object): Promise<string> {
  const id = randomUUID();
  const { status } = await server.main('/reports', { body: { id, ...fields }, cookie: null });
  expect(status).toBe(201);
  return id;
}
const suggested = async (id: string): Promise<Suggestion[]> =>
  (await server.main<SuggestionsView>(`/reports/${id}/suggestions`)).body.items;
const words = async (): Promise<WordsView> => (await server.main<WordsView>('/words')).body;
const put = (version: number, ...items: object[]) =>
  server.main<WordsView>('/words', { method: 'PUT', headers: { 'if-match': `"${version}"` }, body: { items } });
const list = (code: string, ...own: string[]) => ({ kind: 'category', code, language: 'en', words: own });

describe('a report', () => {
  it('is given the categories and the urgency that its words speak for, with those words', async () => {
    const id = await report({ text: 'Exercise: the bridge is down and a man is bleeding' });
    expect(await suggested(id)).toEqual([
      { kind: 'category', category: 'road', said: ['bridge is down'] },
      { kind: 'category', category: 'medical', said: ['bleeding'] },
      { kind: 'priority', priority: 'critical', said: ['bleeding'] },
    ]);
  });

  it('is changed by nobody but a responder, and then has nothing more suggested', async () => {
    const id = await report({ text: 'Exercise: fire in the mill, urgent' });
    const before = (await server.main<ReportDetail>(`/reports/${id}`)).body;
    expect([before.category, before.priority]).toEqual([null, 'normal']);
    expect((await suggested(id)).map(({ kind }) => kind)).toEqual(['category', 'priority']);
    const headers = { 'if-match': `"${before.version}"` };
    const body = { category: 'fire', priority: 'critical' };
    expect((await server.main(`/reports/${id}`, { method: 'PATCH', headers, body })).status).toBe(200);
    expect(await suggested(id)).toEqual([]);
  });

  it('by SMS, too, by what was said later as well', async () => {
    const { path } = await addGateway(server, 'smssync', { secret: 'a made-up secret' });
    const send = (message: string, id: string) =>
      post(server, path, {
        from: '+12025550143',
        message,
        message_id: id,
        device_id: 'a',
        secret: 'a made-up secret',
      });
    await send('Exercise: come to the mill', 'one');
    const [kept] = await until(async () => {
      const all = await reportsOf(server, 'sms');
      return all.length > 0 && all;
    });
    const id = kept?.id ?? '';
    expect((await suggested(id)).filter(({ kind }) => kind !== 'place')).toEqual([]);
    await send('there is no food', 'two');
    expect(await suggested(id)).toContainEqual({ kind: 'category', category: 'food', said: ['no food'] });
  });

  it('without a place is given those that its words may mean, for a person to decide', async () => {
    const id = await report({ text: 'Exercise: we are at 41.25012, 11.50034' });
    expect(await suggested(id)).toEqual([
      {
        kind: 'place',
        location: { lat: 41.25012, lon: 11.50034, accuracy: expect.anything() },
        name: '41.25012, 11.50034',
        confidence: expect.anything(),
        reason: 'coordinates',
        said: ['41.25012, 11.50034'],
      },
    ]);
    const located = await report({ text: '41.25012, 11.50034', location: { lat: 41, lon: 11 } });
    expect(await suggested(located)).toEqual([]);
  });

  it('that is not there has none', async () => {
    expect((await server.main(`/reports/${randomUUID()}/suggestions`)).status).toBe(404);
  });
});

describe('the lists of words', () => {
  let first: WordsView;
  beforeAll(async () => {
    first = await words();
  });

  it('are shipped, and changed one by one; the rest stays', async () => {
    expect(first.items.find(({ code, language }) => code === 'fire' && language === 'en')?.words).toContain('smoke');
    const { status, body } = await put(first.version, list('fire', 'zork*'));
    expect([status, body.version]).toEqual([200, first.version + 1]);
    const id = await report({ text: 'Exercise: smoke and zorks' });
    expect(await suggested(id)).toEqual([{ kind: 'category', category: 'fire', said: ['zorks'] }]);
    const second = await put(body.version, list('flood', 'blub'));
    expect(second.body.items.find(({ code }) => code === 'fire')?.words).toEqual(['zork*']);
  });

  it('are not overwritten by who did not see them', async () => {
    const stale = await put(first.version, list('fire', 'mine'));
    expect(stale.status).toBe(412);
    expect((await server.main('/words', { method: 'PUT', body: { items: [] } })).status).toBe(428);
  });

  it('are put back by saving what is shipped', async () => {
    const now = await words();
    const shipped = now.items.find(({ code, language }) => code === 'fire' && language === 'en')?.shipped ?? [];
    const { body } = await put(now.version, list('fire', ...shipped));
    expect(body.items.find(({ code }) => code === 'fire')?.words).toEqual(shipped);
  });

  it('are refused with what finds nothing, or for a category that is not there', async () => {
    const { version } = await words();
    const { status, body } = await put(version, list('fire', '*'), list('no-such', 'x'));
    expect([status, body]).toMatchObject([
      422,
      { errors: [{ pointer: '/items/0/words/0' }, { pointer: '/items/1/code' }] },
    ]);
    expect((await words()).version).toBe(version);
  });
});

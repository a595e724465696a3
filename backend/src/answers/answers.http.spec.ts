/** Ready answers: shipped ones in the deployment's languages, own ones once a coordinator saved them. */
import { describe, expect, it } from '@jest/globals';
import type { ProblemBody, ReadyAnswersView } from '@atesto/contract';
import { useServer } from '../../../test/support/test-server.js';
import { startersFor } from './starters.js';

const server = useServer();
const path = '/ready-answers';
const put = (version: number, items: unknown) =>
  server.main<ReadyAnswersView & ProblemBody>(path, {
    method: 'PUT',
    headers: { 'if-match': `"${version}"` },
    body: { items },
  });

describe('ready answers', () => {
  it('come with Atesto in five languages, as the deployment speaks them', async () => {
    for (const language of ['en', 'de', 'fr', 'es', 'ar']) {
      expect(startersFor([language]).map((answer) => answer.language)).toEqual(Array(5).fill(language));
    }
    expect(startersFor(['eo'])[0]?.language).toBe('en');
    const { body } = await server.main<ReadyAnswersView>(path);
    expect([body.version, body.items.length > 0]).toEqual([0, true]);
  });

  it('are replaced under the version that was seen, and only so', async () => {
    const own = [{ language: 'en', title: 'Where?', text: 'Where is {place}?' }];
    expect((await put(0, own)).body).toEqual({ version: 1, items: own });
    expect((await put(0, own)).status).toBe(412);
    expect((await put(1, [])).body).toEqual({ version: 2, items: [] });
  });

  it.each([
    ['no words', [{ language: 'en', title: 'x', text: '' }], '/items/0/text'],
    ['no title', [{ language: 'en', title: '', text: 'x' }], '/items/0/title'],
    ['a language that is none', [{ language: '!', title: 'x', text: 'x' }], '/items/0/language'],
  ])('refuse %s', async (_, items, pointer) => {
    const { status, body } = await put(2, items);
    expect([status, body.errors?.[0]?.pointer]).toEqual([422, pointer]);
  });
});

import { describe, expect, it } from '@jest/globals';
import type { WordList } from '@atesto/contract';
import { Deployment } from '../../deployments/index.js';
import { searchesOf, withLists, wordFaults, wordListsOf } from './word-lists.js';

const category = (code: string, archived = false) => ({
  id: code,
  code,
  parentId: null,
  names: { en: code },
  colour: '#000000',
  icon: 'dot',
  sensitive: false,
  archived,
});
const area = { west: 0, south: 0, east: 1, north: 1 };
const categories = [category('fire'), category('well'), category('old', true)];
const deployment = new Deployment('d', 'main', 'Main', area, ['en', 'xx'], {} as never, 1, categories);
const list = (code: string, language: string, ...words: string[]): WordList => ({
  kind: 'category',
  code,
  language,
  words,
});
const wordsOf = (own: WordList[], code: string, language: string): string[] | undefined =>
  wordListsOf(deployment, own).find((one) => one.code === code && one.language === language)?.words;

describe('the lists of a deployment', () => {
  it('are one for each language, urgency and category in use, as shipped until somebody writes them', () => {
    const lists = wordListsOf(deployment, [list('well', 'xx', 'zork')]);
    expect(lists.map(({ language, code }) => `${language} ${code}`)).toEqual([
      ...['en critical', 'en high', 'en fire', 'en well'],
      ...['xx critical', 'xx high', 'xx fire', 'xx well'],
    ]);
    expect(wordsOf([], 'fire', 'en')).toContain('smoke');
    expect(wordsOf([list('fire', 'en', 'blaze')], 'fire', 'en')).toEqual(['blaze']);
    expect(searchesOf(lists)).toContainEqual({ subject: 'category:well', words: ['zork'] });
  });

  it('keep what was not named, and follow what is shipped again once it is written back', () => {
    const own = withLists([list('well', 'xx', 'zork')], [list('fire', 'en', ' big   blaze ', 'big blaze')]);
    expect(own).toEqual([list('well', 'xx', 'zork'), list('fire', 'en', 'big blaze')]);
    const shipped = wordListsOf(deployment, own).find((one) => one.code === 'fire')?.shipped ?? [];
    expect(withLists(own, [list('fire', 'en', ...shipped)])).toEqual([list('well', 'xx', 'zork')]);
  });

  it('may be emptied', () => {
    expect(wordsOf(withLists([], [list('fire', 'en')]), 'fire', 'en')).toEqual([]);
  });

  it.each([
    ['another category', [list('flood', 'en', 'x')], ['/items/0/code']],
    ['another language', [list('fire', 'de', 'x')], ['/items/0/language']],
    ['words that find nothing', [list('fire', 'en', 'smoke', '*', 'a*')], ['/items/0/words/1', '/items/0/words/2']],
  ])('are refused with %s', (_, items, pointers) => {
    expect(wordFaults(deployment, items).map(({ pointer }) => pointer)).toEqual(pointers);
  });
});

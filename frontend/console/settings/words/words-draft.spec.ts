import { describe, expect, it } from '@jest/globals';
import type { WordListView } from '@atesto/contract';
import { badWords, changedLists, draftOf, isShipped, keyOf, readWords } from './words-draft.js';

const fire: WordListView = {
  kind: 'category',
  code: 'fire',
  language: 'en',
  words: ['fire', 'blaze'],
  shipped: ['fire', 'smoke'],
};
const flood: WordListView = { ...fire, code: 'flood', words: ['flood*'], shipped: ['flood*'] };

describe('words as they are typed', () => {
  it.each([
    ['fire,  big   fire , fire', ['fire', 'big fire']],
    ['حريق، نار', ['حريق', 'نار']],
    ['one\ntwo;three,,', ['one', 'two', 'three']],
    [' , ', []],
  ])('%j are %j', (text, words) => {
    expect(readWords(text)).toEqual(words);
  });

  it('are sent only where they differ from what is kept', () => {
    expect(draftOf({}, fire)).toBe('fire, blaze');
    expect(changedLists([fire, flood], { [keyOf(fire)]: 'fire ,blaze' })).toEqual([]);
    expect(changedLists([fire, flood], { [keyOf(fire)]: '' })).toEqual([
      { kind: 'category', code: 'fire', language: 'en', words: [] },
    ]);
  });

  it('are told apart from those that come along', () => {
    expect([isShipped({}, fire), isShipped({}, flood)]).toEqual([false, true]);
    expect(isShipped({ [keyOf(fire)]: 'fire, smoke' }, fire)).toBe(true);
  });

  it('that find nothing are named in their list', () => {
    const sent = [
      { ...fire, words: ['ok', '*'] },
      { ...flood, words: ['a*'] },
    ];
    const pointers = ['/items/0/words/1', '/items/1/words/0'];
    expect([badWords(sent, pointers, fire), badWords(sent, pointers, flood)]).toEqual([['*'], ['a*']]);
    expect(badWords([], pointers, fire)).toEqual([]);
  });
});

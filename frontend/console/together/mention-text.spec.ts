import { describe, expect, it } from '@jest/globals';
import { completed, completingAt, matching, mentionedIn, partsOf } from './mention-text.js';

const people = [
  { id: 'ana', name: 'Ana' },
  { id: 'ruiz', name: 'Ana Ruiz' },
  { id: 'jose', name: 'José Example' },
];

describe('completing a mention', () => {
  it('begins with an @ after a space, and goes on over one space', () => {
    expect(completingAt('Ask @an', 7)).toEqual({ start: 4, words: 'an' });
    expect(completingAt('@', 1)).toEqual({ start: 0, words: '' });
    expect(completingAt('@Ana Ru and', 7)).toEqual({ start: 0, words: 'Ana Ru' });
    expect(completingAt('a@example', 9)).toBeNull();
    expect(completingAt('@Ana Ruiz was here', 18)).toBeNull();
  });

  it('finds people by the beginning of any of their names, accents or not', () => {
    expect(matching(people, 'jose').map(({ id }) => id)).toEqual(['jose']);
    expect(matching(people, 'ru').map(({ id }) => id)).toEqual(['ruiz']);
    expect(matching(people, 'uiz')).toEqual([]);
    expect(matching(people, '').length).toBe(3);
  });

  it('puts the name in its place, the caret behind it', () => {
    expect(completed('Ask @an please', { start: 4, words: 'an' }, 'Ana Ruiz')).toEqual({
      text: 'Ask @Ana Ruiz please',
      caret: 14,
    });
  });
});

describe('who is mentioned', () => {
  it('is the longest name that stands there whole', () => {
    expect(mentionedIn('@Ana Ruiz and @José Example, @José Example', people)).toEqual(['ruiz', 'jose']);
    expect(mentionedIn('@Ana, look', people)).toEqual(['ana']);
    expect(mentionedIn('@Ana Ruizama and ana@example.org', people)).toEqual(['ana']);
    expect(mentionedIn('@Anabel', people)).toEqual([]);
  });

  it('stands apart from the rest of the text', () => {
    expect(partsOf('Hi @Ana!', people).map(({ text, person }) => [text, person?.id])).toEqual([
      ['Hi ', undefined],
      ['@Ana', 'ana'],
      ['!', undefined],
    ]);
  });
});

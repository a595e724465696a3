import { describe, expect, it } from '@jest/globals';
import { fill } from './forms.js';
import { languages, textsOf } from './texts.js';

/** Every text by its path, plural forms joined. */
const flat = (value: unknown, path = ''): [string, string][] =>
  typeof value === 'string'
    ? [[path, value]]
    : Object.entries(value as Record<string, unknown>).flatMap(([name, inner]) => flat(inner, `${path}/${name}`));

const gaps = (text: string): string[] => [...new Set(text.match(/\{\w+\}|#/g) ?? [])].sort();

describe.each(languages)('the texts in %s', (language) => {
  const texts = new Map(flat(textsOf[language]));

  it('are the same set as the English ones, none of them empty', () => {
    expect([...texts.keys()].sort()).toEqual(
      flat(textsOf.en)
        .map(([path]) => path)
        .sort(),
    );
    expect([...texts.values()].filter((text) => text.trim() === '')).toEqual([]);
  });

  it('leave open the same places as the English ones', () => {
    for (const [path, english] of flat(textsOf.en))
      expect([path, gaps(texts.get(path) ?? '')]).toEqual([path, gaps(english)]);
  });
});

describe('filling a text', () => {
  it('puts in what is given and leaves the rest open', () => {
    expect(fill('{name} until {time}', { name: 'Ada' })).toBe('Ada until {time}');
  });
});

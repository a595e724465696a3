import { describe, expect, it } from '@jest/globals';
import { directionOf, pluralIn } from '../../shared/i18n.js';
import { catalogues, languages } from './index.js';

type Tree = string | ((value: string) => string) | { [key: string]: Tree };

function strings(tree: Tree): string[] {
  if (typeof tree === 'string') return [tree];
  if (typeof tree === 'function') return [tree('0')];
  return Object.values(tree).flatMap(strings);
}

const of = (language: keyof typeof catalogues): string[] => strings(catalogues[language]);

/** Words that two languages share. */
const shared = ['Liste', 'Live', 'Normal', 'Filter', 'Filters', '# Filter', '# filter', 'Status'];

describe('the words of the public map', () => {
  it('are never those of another language', () => {
    const seen = new Map<string, string>();
    for (const language of languages) {
      for (const words of of(language)) {
        const first = seen.get(words) ?? language;
        if (!shared.includes(words)) expect([words, first]).toEqual([words, language]);
        seen.set(words, first);
      }
    }
  });

  it('are in the letters and marks of Arabic, with its plurals', () => {
    expect(directionOf('ar')).toBe('rtl');
    expect(of('ar').filter((words) => /[a-z?,;]/i.test(words) || !/\p{Script=Arabic}/u.test(words))).toEqual([]);
    const { count } = catalogues.ar.list;
    expect([0, 1, 2, 7, 50, 100].map((number) => pluralIn('ar')(number, count).split(' على')[0])).toEqual([
      'لا حوادث',
      'حادث واحد',
      'حادثان',
      '7 حوادث',
      '50 حادثًا',
      '100 حادث',
    ]);
  });
});

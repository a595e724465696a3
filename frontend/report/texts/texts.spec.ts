/** Every language speaks for itself: whole, in its own words and marks, with its own plurals. */
import { describe, expect, it } from '@jest/globals';
import { languages, textsIn } from './index.js';

type Tree = string | readonly Tree[] | ((value: never) => string) | { [key: string]: Tree };

/** Every string by its path; functions are asked with a number, which none of them shows as a word. */
function strings(tree: Tree, path = ''): [string, string][] {
  if (typeof tree === 'string') return tree === '' ? [] : [[path, tree]];
  if (typeof tree === 'function') return [[path, tree('0' as never)]];
  return Object.entries(tree).flatMap(([key, value]: [string, Tree]) => strings(value, `${path}.${key}`));
}

function of(language: string): [string, string][] {
  const { direction: _, ...words } = textsIn(language);
  return strings(words);
}
const others = Object.keys(languages).filter((language) => language !== 'en');

/** Words that two languages share, and names that are the same in all of them. */
const shared = new Set(
  ['Atesto', 'SMS', 'WhatsApp', 'Telegram', 'E-Mail', 'E-mail', 'Photos', 'Fotos', 'Messages', 'Suggestions', 'No']
    .concat(['Noms :', '0 photos', '0 fotos'])
    .map((word) => word.toLowerCase()),
);

describe('the words of the citizen’s pages', () => {
  it('are there in five languages', () => {
    expect(Object.keys(languages).sort()).toEqual(['ar', 'de', 'en', 'es', 'fr']);
  });

  it('are never those of another language', () => {
    const seen = new Map<string, string>();
    const borrowed: string[] = [];
    for (const language of Object.keys(languages)) {
      for (const [path, words] of of(language)) {
        const first = seen.get(words.toLowerCase()) ?? language;
        if (first !== language && !shared.has(words.toLowerCase())) borrowed.push(`${language}${path}: ${words}`);
        seen.set(words.toLowerCase(), first);
      }
    }
    expect(borrowed).toEqual([]);
  });

  it.each(others)('leave the same gaps to be filled in %s as in English', (language) => {
    const gaps = (words: string): string[] => (words.match(/\{\w+\}/g) ?? []).sort();
    const own = new Map(of(language));
    for (const [path, words] of of('en')) expect([path, gaps(own.get(path) ?? '')]).toEqual([path, gaps(words)]);
  });

  it.each(others)('have no space at their ends in %s', (language) => {
    expect(of(language).filter(([, words]) => words.trim() !== words)).toEqual([]);
  });

  it('keep the marks of French with their words', () => {
    expect(of('fr').filter(([, words]) => /\S [?!:;»]|« |'/.test(words))).toEqual([]);
    expect(of('fr').filter(([, words]) => /[^\s\u00a0][?!;»]/.test(words))).toEqual([]);
  });

  it('open the questions of Spanish', () => {
    const count = (words: string, mark: string): number => words.split(mark).length;
    const open = of('es').filter(
      ([, words]) => count(words, '¿') !== count(words, '?') || count(words, '¡') !== count(words, '!'),
    );
    expect(open).toEqual([]);
  });

  it('are in the letters and marks of Arabic', () => {
    const foreign = of('ar').filter(([, words]) => {
      const own = words.replace(/\{\w+\}|\b(Atesto|SMS|A4)\b/g, '');
      return /[a-z?,;]/i.test(own) || (own.trim() !== '' && !/\p{Script=Arabic}/u.test(own));
    });
    expect(foreign).toEqual([]);
  });

  it('count in Arabic as Arabic does', () => {
    const { photos } = textsIn('ar').follow;
    expect([1, 2, 3, 10, 11, 100, 103].map(photos)).toEqual([
      'صورة واحدة',
      'صورتان',
      '3 صور',
      '10 صور',
      '11 صورة',
      '100 صورة',
      '103 صور',
    ]);
    expect(textsIn('ar').report.tooMany(2)).toContain('ثانيتين');
    expect([textsIn('fr').follow.photos(1), textsIn('es').follow.photos(2)]).toEqual(['1 photo', '2 fotos']);
  });

  it('hold what others wrote apart from the Arabic around it', () => {
    expect(textsIn('ar').report.title('River Valley!')).toBe('بلاغ إلى \u2068River Valley!\u2069');
  });
});

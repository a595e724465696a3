/** The languages of the citizen's pages. A new one is one file, named here. */
import { ar } from './ar.js';
import { de } from './de.js';
import { en, type Texts } from './en.js';
import { es } from './es.js';
import { fr } from './fr.js';

export type { Texts };

export const languages: Record<string, Texts> = { en, de, fr, es, ar };

/** The first language of the wishes that we have; English when there is none. Wishes are BCP 47 tags. */
export function chooseLanguage(wishes: readonly string[]): string {
  for (const wish of wishes) {
    const primary = wish.toLowerCase().split('-')[0] ?? '';
    if (Object.hasOwn(languages, primary)) return primary;
  }
  return 'en';
}

export function textsIn(language: string): Texts {
  return Object.hasOwn(languages, language) ? (languages[language] ?? en) : en;
}

/** The tags of an Accept-Language header, best first. */
export function wishesOf(header: string | undefined): string[] {
  return (header ?? '')
    .split(',')
    .map((part) => {
      const [tag = '', ...params] = part.trim().split(';');
      const quality = params.map((param) => /^\s*q=([\d.]+)/.exec(param)?.[1]).find((q) => q !== undefined);
      return { tag: tag.trim(), quality: Number(quality ?? 1) };
    })
    .filter(({ tag, quality }) => tag !== '' && quality > 0)
    .sort((a, b) => b.quality - a.quality)
    .map(({ tag }) => tag);
}

/** The words that come with Atesto, by language. */
import { ar } from './ar.js';
import { de } from './de.js';
import { en } from './en.js';
import { es } from './es.js';
import { fr } from './fr.js';

const lists: Record<string, Record<string, string>> = { ar, de, en, es, fr };

/** Of a BCP 47 tag's language; empty where nothing is shipped. */
export function shippedWords(language: string, subject: string): string[] {
  const words = lists[language.split('-')[0]?.toLowerCase() ?? '']?.[subject] ?? '';
  return words
    .split(',')
    .map((word) => word.trim().replace(/\s+/g, ' '))
    .filter((word) => word !== '');
}

/** The languages of what is sent; the citizen's pages have the same. Pure. */
import { ar } from './ar.js';
import { de } from './de.js';
import { en, type AlertTexts } from './en.js';
import { es } from './es.js';
import { fr } from './fr.js';

const languages: Record<string, AlertTexts> = { en, de, fr, es, ar };

/** `language` is a BCP 47 tag; English for one that we do not have. */
export function alertTextsIn(language: string): AlertTexts {
  const primary = language.toLowerCase().split('-')[0] ?? '';
  return Object.hasOwn(languages, primary) ? (languages[primary] ?? en) : en;
}

export const filled = (text: string, values: Readonly<Record<string, string | number>>): string =>
  text.replace(/\{(\w+)\}/g, (open, name: string) => String(values[name] ?? open));

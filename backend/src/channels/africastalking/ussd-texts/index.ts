/** What the menu on simple phones says, a file a language. Short: a screen holds 160 plain letters, 70 of others. */
import { ar } from './ar.js';
import { de } from './de.js';
import { en, type UssdTexts } from './en.js';
import { es } from './es.js';
import { fr } from './fr.js';
import { ht } from './ht.js';
import { id } from './id.js';

const catalogues = new Map(Object.entries({ en, de, fr, es, ar, id, ht }));

/** Null where the language is not spoken here. */
export const ussdTextsIn = (tag: string): UssdTexts | null =>
  catalogues.get(tag.split('-')[0]?.toLowerCase() ?? '') ?? null;

export { en } from './en.js';
export type { UssdTexts } from './en.js';

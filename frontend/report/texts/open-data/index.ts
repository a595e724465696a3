/** The words of the open data pages: only they need them, so no other page carries them. */
import { ar } from './ar.js';
import { de } from './de.js';
import { en, type DataTexts } from './en.js';
import { es } from './es.js';
import { fr } from './fr.js';

export type { DataTexts };

export const dataTexts: Record<string, DataTexts> = { en, de, fr, es, ar };

export const dataTextsIn = (language: string): DataTexts =>
  Object.hasOwn(dataTexts, language) ? (dataTexts[language] ?? en) : en;

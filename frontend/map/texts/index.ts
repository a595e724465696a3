/** The languages of the public map. A missing string is a compile error. */
import { ar } from './ar.js';
import { de } from './de.js';
import { en } from './en.js';
import { es } from './es.js';
import { fr } from './fr.js';

export type Texts = typeof en;

export const catalogues = { en, de, fr, es, ar } satisfies Record<string, Texts>;
export type Language = keyof typeof catalogues;
export const languages = ['en', 'de', 'fr', 'es', 'ar'] as const satisfies readonly Language[];

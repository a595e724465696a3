/** The languages of the public map. A missing string is a compile error. */
import { de } from './de.js';
import { en } from './en.js';

export type Texts = typeof en;

export const catalogues = { en, de } satisfies Record<string, Texts>;
export type Language = keyof typeof catalogues;
export const languages = ['en', 'de'] as const satisfies readonly Language[];

/** The languages of the console. A text that one of them lacks is a compile error. */
import { de } from './de.js';
import { en } from './en.js';

export type Texts = typeof en;

export const languages = ['en', 'de'] as const;
export type Language = (typeof languages)[number];

export const languageNames: Record<Language, string> = { en: 'English', de: 'Deutsch' };

export const textsOf: Record<Language, Texts> = { en, de };

/** The languages of the situation report: those of the citizen's pages. */
import { ar } from './ar.js';
import { de } from './de.js';
import { en, type SituationTexts } from './en.js';
import { es } from './es.js';
import { fr } from './fr.js';

export type { SituationTexts };

const languages: Record<string, SituationTexts> = { en, de, fr, es, ar };

export const situationTextsIn = (language: string): SituationTexts =>
  Object.hasOwn(languages, language) ? (languages[language] ?? en) : en;

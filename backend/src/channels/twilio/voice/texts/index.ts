/** What callers hear, a file a language, and by whom each is spoken. */
import { ar } from './ar.js';
import { de } from './de.js';
import { en, type VoiceTexts } from './en.js';
import { es } from './es.js';
import { fr } from './fr.js';

export interface Speaker {
  texts: VoiceTexts;
  /** As Twilio names it. */
  language: string;
  /** Only where the usual voice does not speak the language. */
  voice?: string;
}

const speakers: Record<string, Speaker> = {
  en: { texts: en, language: 'en-US' },
  de: { texts: de, language: 'de-DE' },
  fr: { texts: fr, language: 'fr-FR' },
  es: { texts: es, language: 'es-ES' },
  ar: { texts: ar, language: 'arb', voice: 'Polly.Zeina' },
};

const base = (tag: string): string => tag.split('-')[0]?.toLowerCase() ?? '';

/** English where nobody here speaks it. */
export const isSpoken = (tag: string): boolean => Object.hasOwn(speakers, base(tag));

export const speakerOf = (tag: string): Speaker =>
  (isSpoken(tag) ? speakers[base(tag)] : undefined) ?? { texts: en, language: 'en-US' };

export type { VoiceTexts } from './en.js';

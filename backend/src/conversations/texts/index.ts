/** What people are told by message, a file a language. Short: an SMS holds 160 plain letters, 70 of others. */
import { ar } from './ar.js';
import { de } from './de.js';
import { en, type ReplyTexts } from './en.js';
import { es } from './es.js';
import { fr } from './fr.js';
import { ht } from './ht.js';
import { id } from './id.js';

const catalogues: Record<string, ReplyTexts> = { en, de, fr, es, ar, id, ht };

/** In the first of the tags that is spoken here, English where none is. */
export function replyTextsIn(...tags: (string | null | undefined)[]): ReplyTexts {
  for (const tag of tags) {
    const texts = catalogues[tag?.split('-')[0]?.toLowerCase() ?? ''];
    if (texts !== undefined) return texts;
  }
  return en;
}

export type { ReplyTexts } from './en.js';

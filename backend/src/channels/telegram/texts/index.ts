/** What the bot says by itself, a file a language. */
import { ar } from './ar.js';
import { de } from './de.js';
import { en, type TelegramTexts } from './en.js';
import { es } from './es.js';
import { fr } from './fr.js';
import { ht } from './ht.js';
import { id } from './id.js';

const catalogues = new Map(Object.entries({ en, de, fr, es, ar, id, ht }));

/** In the first of the tags that is spoken here, English where none is. */
export function telegramTextsIn(...tags: (string | null | undefined)[]): TelegramTexts {
  for (const tag of tags) {
    const texts = catalogues.get(tag?.split('-')[0]?.toLowerCase() ?? '');
    if (texts !== undefined) return texts;
  }
  return en;
}

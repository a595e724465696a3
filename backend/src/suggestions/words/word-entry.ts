/**
 * An entry of a list of words, as a coordinator writes it: a word or several, a star for any beginning or ending. One
 * that begins with a denial ("no water") is found where the rest of it is denied, in whatever way. Pure.
 */
import { foldName } from '@atesto/frontend/report';
import { isDenier, isSmallWord } from './negation.js';

export interface EntryPart {
  folded: string;
  /** Anything may stand before, or behind. */
  isOpenStart: boolean;
  isOpenEnd: boolean;
}

export interface WordEntry {
  isDenied: boolean;
  parts: EntryPart[];
}

const piece = /\*?[\p{L}\p{N}\p{M}]+\*?/gu;
/** Fewer letters before a star would find nearly everything. */
export const leastBeforeStar = 3;
export const longestEntry = 80;

/** "can't" is one word, whichever apostrophe; as long as before, so that places in the text stay. */
export const withoutApostrophes = (text: string): string => text.replace(/n['’‘]t(?!\p{L})/giu, 'nt ');

const article = /^ال(?=.{2})/u;

/** Null where nothing could ever be found by it. */
export function readEntry(written: string): WordEntry | null {
  const all = (withoutApostrophes(written).match(piece) ?? []).map((raw) => ({
    folded: foldName(raw).replace(article, ''),
    isOpenStart: raw.startsWith('*'),
    isOpenEnd: raw.endsWith('*'),
  }));
  const isDenied = all.length > 1 && isDenier(all[0]?.folded ?? '');
  const said = isDenied ? all.slice(1) : all;
  const telling = said.filter(({ folded }) => !isSmallWord(folded));
  const parts = telling.length > 0 ? telling : said;
  const isTooOpen = parts.some(
    ({ folded, isOpenStart, isOpenEnd }) => (isOpenStart || isOpenEnd) && folded.length < leastBeforeStar,
  );
  return parts.length === 0 || isTooOpen || parts.some(({ folded }) => folded === '') ? null : { isDenied, parts };
}

const arabic = /^\p{Script=Arabic}/u;

/** A word of a text in the forms by which it may be found: Arabic joins "and", "in", "for" and "the" to what follows. */
export function formsOf(folded: string): string[] {
  if (!arabic.test(folded)) return [folded];
  const forms = new Set([folded]);
  for (const start of [/^[وف](?=.{3})/u, /^لل(?=.{2})/u, /^[بكل](?=.{3})/u, article])
    for (const form of [...forms]) forms.add(form.replace(start, ''));
  return [...forms];
}

export function fits({ folded, isOpenStart, isOpenEnd }: EntryPart, form: string): boolean {
  if (isOpenStart && isOpenEnd) return form.includes(folded);
  if (isOpenEnd) return form.startsWith(folded);
  return isOpenStart ? form.endsWith(folded) : form === folded;
}

/** A text cut into words, each with what stands around it: names are found word by word, and judged by their company. */
import { foldName } from '@atesto/frontend/report';

export interface Token {
  folded: string;
  start: number;
  end: number;
  isCapital: boolean;
  isNumber: boolean;
  /** Which part of the text between commas, brackets, full stops and line breaks. */
  segment: number;
  /** Whether it begins a sentence, where a capital says nothing. */
  isFirst: boolean;
}

/** Longer texts are read as far as this. */
export const longestText = 5_000;

const word = /[\p{L}\p{N}\p{M}]+/gu;
const separator = /[^\s.'’‘`´\u2010-\u2015-]|\.\s|\s[-\u2010-\u2015]+\s|[\r\n]/u;
const sentenceEnd = /[.!?:\r\n]/;
/** What people write short within names of places. */
const longForms: Record<string, string> = { st: 'saint', ste: 'sainte', ft: 'fort', mt: 'mount', pto: 'puerto' };
/** After these a full stop ends no sentence. */
const shortForms = new Set(['st', 'ste', 'mt', 'ft', 'dr', 'mr', 'mrs', 'rte', 'ave', 'blvd', 'pto', 'sr', 'sra']);

export const expanded = (folded: string): string => longForms[folded] ?? folded;

export function tokensOf(text: string): Token[] {
  const tokens: Token[] = [];
  let end = 0;
  let segment = 0;
  for (const found of text.slice(0, longestText).matchAll(word)) {
    const raw = foldName(found[0]);
    if (raw === '') continue;
    const gap = text.slice(end, found.index);
    const isAfterShort = shortForms.has(tokens[tokens.length - 1]?.folded ?? '') && /^\.\s*$/.test(gap);
    if (tokens.length > 0 && !isAfterShort && separator.test(gap)) segment += 1;
    end = found.index + found[0].length;
    tokens.push({
      folded: raw,
      start: found.index,
      end,
      segment,
      isCapital: /^\p{Lu}/u.test(found[0]),
      isNumber: /^\p{N}+$/u.test(found[0]),
      isFirst: tokens.length === 0 || (!isAfterShort && sentenceEnd.test(gap)),
    });
  }
  return tokens;
}

/** One spelling for names written with spaces, hyphens, apostrophes or none of them. */
export const keyOf = (parts: readonly string[]): string => parts.map(expanded).join('');

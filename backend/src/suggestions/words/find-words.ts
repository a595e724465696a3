/** Finds the entries of lists of words in a text: whole words and phrases, without accents and case. Pure. */
import { tokensOf, type Token } from '../places/tokens.js';
import { denierBefore, isDeniedAfter, isSmallWord } from './negation.js';
import { fits, formsOf, readEntry, withoutApostrophes, type EntryPart, type WordEntry } from './word-entry.js';

export interface WordFound {
  /** What the list is of. */
  subject: string;
  /** The entry as it is written in the list. */
  entry: string;
  /** Where in the text, the denial included. */
  start: number;
  end: number;
}

export interface WordSearch {
  subject: string;
  words: readonly string[];
}

interface Sought extends WordEntry {
  subject: string;
  entry: string;
}

interface Read {
  tokens: Token[];
  forms: string[][];
}

/** Entries by the word they begin with, and those that begin with a part of one. */
interface Prepared {
  exact: Map<string, Sought[]>;
  open: Sought[];
}

function prepared(searches: readonly WordSearch[]): Prepared {
  const exact = new Map<string, Sought[]>();
  const open: Sought[] = [];
  for (const { subject, words } of searches) {
    for (const entry of words) {
      const read = readEntry(entry);
      const first = read?.parts[0];
      if (read === null || first === undefined) continue;
      const sought = { ...read, subject, entry };
      if (first.isOpenStart || first.isOpenEnd) open.push(sought);
      else exact.set(first.folded, [...(exact.get(first.folded) ?? []), sought]);
    }
  }
  return { exact, open };
}

const isAt = ({ forms }: Read, at: number, part: EntryPart): boolean =>
  forms[at]?.some((form) => fits(part, form)) ?? false;

/** Behind the last word of the phrase that begins at `at`; small words may stand in between, sentences may not end. */
function endOf(read: Read, at: number, parts: readonly EntryPart[]): number | null {
  let next = at;
  for (const part of parts) {
    while (next > at && !isAt(read, next, part) && isSmallWord(read.tokens[next]?.folded ?? '')) next++;
    const isTogether = read.tokens[next]?.segment === read.tokens[at]?.segment;
    if (!isTogether || !isAt(read, next, part)) return null;
    next++;
  }
  return next;
}

function foundAt(read: Read, at: number, { subject, entry, isDenied, parts }: Sought): WordFound | null {
  const to = endOf(read, at, parts);
  if (to === null) return null;
  const denier = denierBefore(read.tokens, at);
  if ((denier !== null || isDeniedAfter(read.tokens, to)) !== isDenied) return null;
  const from = denier ?? at;
  return { subject, entry, start: read.tokens[from]?.start ?? 0, end: read.tokens[to - 1]?.end ?? 0 };
}

export function findWords(text: string, searches: readonly WordSearch[]): WordFound[] {
  const { exact, open } = prepared(searches);
  const tokens = tokensOf(withoutApostrophes(text));
  const read = { tokens, forms: tokens.map(({ folded }) => formsOf(folded)) };
  return tokens.flatMap((_, at) => {
    const forms = read.forms[at] ?? [];
    const sought = [...forms.flatMap((form) => exact.get(form) ?? []), ...open];
    return sought.flatMap((one) => foundAt(read, at, one) ?? []);
  });
}

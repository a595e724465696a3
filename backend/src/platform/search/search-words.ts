/**
 * What a text can be found by, and what a search asks for, as PostgreSQL's own types are written. Words between spaces
 * are kept whole; scripts without spaces are cut into pairs of letters that follow one another. Pure.
 */
import { foldWords } from './fold-words.js';

/** Written without spaces between the words. */
const unspaced =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}ー]/u;
const runs = new RegExp(`(?:${unspaced.source}\\p{M}*)+`, 'gu');
const word = /[\p{L}\p{M}\p{N}]+/gu;

/** A document holds at most this many letters, and no word is longer; positions end where PostgreSQL's do. */
const longestText = 100_000;
const longestWord = 60;
const lastPosition = 16_000;
const mostWords = 16;

/** What Arabic writes in one with the word behind it: the, and the, with the, like the, then the, for the. */
const arabicPrefix = /^(?:وال|بال|كال|فال|لل|ال)(?=\p{Script=Arabic}{3})/u;

interface Piece {
  text: string;
  isUnspaced: boolean;
}

function piecesOf(text: string): Piece[] {
  return (foldWords(text).match(word) ?? []).flatMap((whole) => {
    const pieces: Piece[] = [];
    let at = 0;
    for (const match of whole.matchAll(runs)) {
      if (match.index > at) pieces.push({ text: whole.slice(at, match.index), isUnspaced: false });
      pieces.push({ text: match[0], isUnspaced: true });
      at = match.index + match[0].length;
    }
    if (at < whole.length) pieces.push({ text: whole.slice(at), isUnspaced: false });
    return pieces;
  });
}

const cut = (text: string): string => [...text].slice(0, longestWord).join('');

/** Pairs that follow one another; the last letter stands alone, to be found as a beginning. */
function pairsOf(run: string): string[] {
  const letters = [...run];
  return letters.map((letter, at) => letter + (letters[at + 1] ?? ''));
}

/** A text as `tsvector`. `marks` are found as they are and by nobody who does not know them. */
export function searchDocument(texts: readonly (string | null)[], marks: readonly string[] = []): string {
  const positions = new Map<string, number[]>();
  const add = (lexeme: string, position: number | null): void => {
    const known = positions.get(lexeme) ?? [];
    if (position !== null && position < lastPosition && known.length < 200) known.push(position);
    positions.set(lexeme, known);
  };
  let position = 1;
  const text = texts.filter((part) => part !== null).join('\n');
  for (const piece of piecesOf(text.slice(0, longestText))) {
    if (piece.isUnspaced) {
      for (const pair of pairsOf(piece.text)) add(pair, position++);
      position++;
      continue;
    }
    add(cut(piece.text), null);
    const bare = piece.text.replace(arabicPrefix, '');
    if (bare !== piece.text) add(cut(bare), null);
  }
  for (const mark of marks) add(mark, null);
  return [...positions].map(([lexeme, at]) => `'${lexeme}'${at.length > 0 ? `:${at.join(',')}` : ''}`).join(' ');
}

function asked({ text, isUnspaced }: Piece, isLast: boolean): string {
  if (isUnspaced) {
    const pairs = pairsOf(text);
    if (pairs.length === 1) return `'${text}':*`;
    return `(${pairs
      .slice(0, -1)
      .map((pair) => `'${pair}'`)
      .join(' <-> ')})`;
  }
  const end = isLast ? ':*' : '';
  const bare = text.replace(arabicPrefix, '');
  const whole = `'${cut(text)}'${end}`;
  return bare === text ? whole : `(${whole} | '${cut(bare)}'${end})`;
}

/** A search as `tsquery`: all words, the last as a beginning. Null when there is no word in it. */
export function searchQuery(search: string): string | null {
  const pieces = piecesOf(search).slice(0, mostWords);
  if (pieces.length === 0) return null;
  return pieces.map((piece, at) => asked(piece, at === pieces.length - 1)).join(' & ');
}

/** The number of an incident in a search, `#12` or `12`; the first of them means nothing else. */
export function incidentNumberOf(search: string): { number: number; isSure: boolean } | null {
  const [, hash, digits] = /^\s*(#?)(\d{1,9})\s*$/.exec(foldWords(search)) ?? [];
  return digits === undefined ? null : { number: Number(digits), isSure: hash === '#' };
}

/** An id that was copied, whole. */
export function idOfSearch(search: string): string | null {
  return /^\s*([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\s*$/i.exec(search)?.[1]?.toLowerCase() ?? null;
}

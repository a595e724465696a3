/**
 * Words to be found stand beside the tables they come from, in `search_documents`, filled by journal readers: a report
 * may be found a moment after it was received. Accents do not matter, the last word of a search may be unfinished. Pure.
 */

/** A search as PostgreSQL's text query: all words, the last as a beginning. Null when there is no word in it. */
export function textQueryOf(search: string): string | null {
  // Only what stays a word without its accents: some letters become quotes or brackets.
  const words = search.replaceAll('ŉ', 'n').match(/[\p{Lu}\p{Ll}\p{Lt}\p{Lo}\p{M}\p{Nd}]+/gu);
  return words === null
    ? null
    : words.map((word, index) => (index === words.length - 1 ? `${word}:*` : word)).join(' & ');
}

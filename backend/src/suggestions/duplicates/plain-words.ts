/**
 * Texts made comparable: accents, case and punctuation do not matter. Groups of three letters tell how alike two are,
 * whatever the language, and with misspellings. Pure.
 */

/** So many words are compared; who says the same thing says it early. */
const mostWords = 150;

export function plainWords(text: string): string[] {
  return (
    text
      .normalize('NFKD')
      .replace(/\p{M}/gu, '')
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu) ?? []
  );
}

/** Numbers for the groups of three letters, ascending, each once. */
export function trigramsOf(words: readonly string[]): Int32Array {
  const found = new Set<number>();
  for (const word of words.slice(0, mostWords)) {
    let [before, last] = [32, 32];
    for (let at = 0; at <= word.length; at++) {
      const next = at < word.length ? word.charCodeAt(at) : 32;
      found.add((Math.imul(Math.imul(before, 65_599) + last, 65_599) + next) | 0);
      [before, last] = [last, next];
    }
  }
  return Int32Array.from(found).sort();
}

function inCommon(one: Int32Array, other: Int32Array): number {
  let [at, otherAt, common] = [0, 0, 0];
  while (at < one.length && otherAt < other.length) {
    const difference = (one[at] ?? 0) - (other[otherAt] ?? 0);
    if (difference === 0) common++;
    if (difference <= 0) at++;
    if (difference >= 0) otherAt++;
  }
  return common;
}

/** From so many on it says something that one text holds the other. */
const enoughToHold = 60;
const holding = 0.85;

/** Share of what both hold in all that either holds; a text quoted inside of a longer one counts nearly as the same. */
export function wordLikeness(one: Int32Array, other: Int32Array): number {
  const shorter = Math.min(one.length, other.length);
  if (shorter === 0) return 0;
  const common = inCommon(one, other);
  const shared = common / (one.length + other.length - common);
  return shorter < enoughToHold ? shared : Math.max(shared, holding * (common / shorter) ** 2);
}

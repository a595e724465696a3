/**
 * Whether a word is denied: "no fire", "es gibt kein Feuer", "no hay fuego". Only what stands right before a word denies
 * it, past small words; so "no ambulance for the injured" still speaks of injured people. Pure.
 */
import type { Token } from '../places/tokens.js';

const setOf = (words: string): ReadonlySet<string> => new Set(words.trim().split(/\s+/));

const deniers =
  setOf(`no not never without none nobody nor neither dont doesnt didnt isnt arent wasnt werent havent hasnt
  kein keine keinen keinem keiner keines nicht niemand ohne nie
  pas aucun aucune sans jamais ni sin ningun ninguna nadie nunca tampoco
  لا ليس ليست لم لن بدون بلا دون tidak tanpa bukan`);

/** Between a denial and what it denies, and within phrases. */
const smallWords =
  setOf(`a an the any more longer one is are was were be been being has have had got there of our my some
  der die das den dem ein eine einen einem ist sind war waren wurde wurden wird werden es gibt habe haben hat mehr wir
  le la les l un une du des d de au y n ne est sont avons ai avez ont avoir nous il on
  el los las una unos unas hay esta estan es son tenemos tengo tiene tienen nos mas
  يوجد توجد هناك لدينا عندنا اي هنا ada`);

const farthest = 5;

export const isSmallWord = (folded: string): boolean => smallWords.has(folded);
export const isDenier = (folded: string): boolean => deniers.has(folded);

/** The place of the word that denies what begins at `at`, or null. */
export function denierBefore(tokens: readonly Token[], at: number): number | null {
  const segment = tokens[at]?.segment;
  for (let back = at - 1; back >= Math.max(0, at - farthest); back--) {
    const token = tokens[back];
    if (token === undefined || token.segment !== segment) return null;
    if (isDenier(token.folded)) return back;
    if (!isSmallWord(token.folded)) return null;
  }
  return null;
}

/** "Es brennt nicht", "brennt nicht mehr": where the sentence ends with it. */
export function isDeniedAfter(tokens: readonly Token[], to: number): boolean {
  const segment = tokens[to - 1]?.segment;
  const rest = tokens.slice(to, to + 3).filter((token) => token.segment === segment);
  const words = rest.map(({ folded }) => folded).join(' ');
  return words === 'nicht' || words === 'nicht mehr';
}

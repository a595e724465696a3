/** "Between X and Y", "3 km north of X": places that are told by others. Pure. */
import { metresBetween, middleOf, pointAway } from './distances.js';
import { mostLikely } from './find-mentions.js';
import type { Judged } from './judge-mention.js';
import type { PlaceInWords } from './place-in-words.js';
import { articles, bearingOf, between, joining, metresOf, placing } from './small-words.js';
import type { Token } from './tokens.js';

/** So far apart, the middle says where only roughly. */
const sureMetres = 12_000;
/** Guessed distances err by so much of themselves. */
const distanceError = 0.35;
const mostMetres = 100_000;

function isFiller(token: Token | undefined): boolean {
  if (token === undefined || bearingOf.has(token.folded)) return false;
  return articles.has(token.folded) || placing.has(token.folded) || /^(from|von)$/.test(token.folded);
}

/** The word before, past articles and "of". */
function stepBack(tokens: readonly Token[], at: number): number {
  let before = at - 1;
  for (let steps = 0; steps < 3 && isFiller(tokens[before]); steps++) before -= 1;
  return before;
}

function betweenAt(
  text: string,
  tokens: readonly Token[],
  one: Judged,
  other: Judged | undefined,
): PlaceInWords | null {
  if (other === undefined || !between.has(tokens[stepBack(tokens, one.from)]?.folded ?? '')) return null;
  const isJoined = tokens.slice(one.to, other.from).some(({ folded }) => joining.has(folded));
  if (!isJoined || other.from - one.to > 3) return null;
  const [a, b] = [mostLikely(one), mostLikely(other)];
  const metres = metresBetween(a, b);
  const [start, end] = [tokens[stepBack(tokens, one.from)]!.start, tokens[other.to - 1]!.end];
  return {
    ...middleOf(a, b),
    accuracyMetres: Math.ceil(metres / 2 + 1000),
    name: text.slice(start, end),
    confidence: one.isSure && other.isSure && metres <= sureMetres ? 'certain' : 'doubtful',
    reason: 'between',
    start,
    end,
  };
}

/** The number with its unit right before a word: "3 km", "3km", "1.5 km". */
function metresAt(text: string, tokens: readonly Token[], at: number): { metres: number; from: number } | null {
  const last = tokens[at];
  if (last === undefined) return null;
  const start = Math.max(0, last.start - 12);
  const found = /(\p{Nd}{1,3}(?:[.,]\p{Nd}{1,2})?)\s*(\p{L}+)$/u.exec(text.slice(start, last.end));
  const unit = metresOf.get(found?.[2]?.toLowerCase() ?? '');
  if (found === null || unit === undefined) return null;
  return { metres: Number((found[1] ?? '').replace(',', '.')) * unit, from: start + found.index };
}

function awayFrom(text: string, tokens: readonly Token[], mention: Judged): PlaceInWords | null {
  const before = stepBack(tokens, mention.from);
  const bearing = bearingOf.get(tokens[before]?.folded ?? '');
  const told = metresAt(text, tokens, bearing === undefined ? before : stepBack(tokens, before));
  if (told === null || Number.isNaN(told.metres) || told.metres > mostMetres) return null;
  const place = mostLikely(mention);
  const error = Math.ceil(told.metres * (bearing === undefined ? 1 : distanceError)) + 1000;
  return {
    ...(bearing === undefined ? { lat: place.lat, lon: place.lon } : pointAway(place, told.metres, bearing)),
    accuracyMetres: error,
    name: text.slice(told.from, tokens[mention.to - 1]!.end),
    confidence: mention.places.length === 1 && mention.spelling === 'exact' && error < 5_000 ? 'certain' : 'doubtful',
    reason: 'direction',
    start: told.from,
    end: tokens[mention.to - 1]!.end,
  };
}

/** `used` are the mentions that stand for nothing of their own any more. */
export function relateMentions(
  text: string,
  tokens: readonly Token[],
  mentions: readonly Judged[],
): { places: PlaceInWords[]; used: ReadonlySet<Judged> } {
  const used = new Set<Judged>();
  const places = mentions.flatMap((mention, at) => {
    const middle = betweenAt(text, tokens, mention, mentions[at + 1]);
    if (middle !== null) {
      used.add(mention).add(mentions[at + 1]!);
      return [middle];
    }
    const away = awayFrom(text, tokens, mention);
    if (away === null) return [];
    used.add(mention);
    return [away];
  });
  return { places, used };
}

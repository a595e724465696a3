/**
 * Whether a name in a text certainly means the place. A wrong certainty sends people to the wrong town, a doubt costs
 * one look: everything that could be meant otherwise is doubted. Pure.
 */
import { mostLikely, isSmall, type Mention } from './find-mentions.js';
import { articles, kinds, leading, nearing, ordinary, placing, titles } from './small-words.js';
import type { Token } from './tokens.js';

export interface Judged extends Mention {
  isSure: boolean;
  /** It may be meant well enough to contradict a sure one elsewhere. */
  isRival: boolean;
  isNear: boolean;
  /** Of several doubtful ones the highest comes first. */
  weight: number;
}

/** A town elsewhere, so much larger, is what the world means by the name. */
const namesakeRatio = 20;
const leastNamesake = 500_000;
/** So many words between two commas are an address, not a sentence. */
const addressWords = 5;

interface Company {
  before: Token | undefined;
  beforeThat: Token | undefined;
  after: Token | undefined;
  /** Words of the part between commas. */
  segmentWords: number;
  isWhole: boolean;
}

function companyOf(tokens: readonly Token[], { from, to }: Mention, countries: ReadonlySet<string>): Company {
  const { segment } = tokens[from]!;
  const same = (at: number): Token | undefined => (tokens[at]?.segment === segment ? tokens[at] : undefined);
  let segmentWords = to - from;
  for (let at = from - 1; same(at) !== undefined; at--) segmentWords += 1;
  for (let at = to; same(at) !== undefined; at++) segmentWords += 1;
  const last = same(from - 1)?.folded ?? '';
  // "A" is an article here and says where there.
  const isArticle = articles.has(last) && !placing.has(last);
  const step = isArticle && same(from - 2) !== undefined ? 1 : 0;
  const after = same(to);
  const isCountry = after !== undefined && countries.has(after.folded);
  return {
    before: same(from - 1 - step),
    beforeThat: same(from - 2 - step),
    after: isCountry ? same(to + 1) : after,
    segmentWords,
    isWhole: segmentWords - (isArticle ? 1 : 0) - (isCountry ? 1 : 0) === to - from,
  };
}

/** "Carrefour Example", "Example Road": the name is part of another one. */
function isPartOfName(tokens: readonly Token[], { from, to }: Mention, company: Company): boolean {
  const isShortPart = company.segmentWords <= addressWords && !placing.has(company.before?.folded ?? '');
  const isOther = (token: Token | undefined): boolean =>
    token !== undefined && !token.isNumber && !isSmall(token.folded) && (token.isCapital || isShortPart);
  if (leading.has(company.after?.folded ?? '') && tokens[to]?.isCapital) return true;
  if (to - from >= 3) return false;
  const isSentenceStart = company.before?.isFirst === true;
  return isOther(company.after) || (isOther(company.before) && !isSentenceStart);
}

function isLedAway({ before, beforeThat }: Company): boolean {
  if (leading.has(before?.folded ?? '') || titles.has(before?.folded ?? '')) return true;
  return placing.has(before?.folded ?? '') && leading.has(beforeThat?.folded ?? '');
}

function isNameStrong(tokens: readonly Token[], mention: Mention, company: Company): boolean {
  const first = tokens[mention.from]!;
  const isPlaced = placing.has(company.before?.folded ?? '') || nearing.has(company.before?.folded ?? '');
  const isKind = kinds.has(company.before?.folded ?? '') || kinds.has(company.after?.folded ?? '');
  const isCapital = first.isCapital && !first.isFirst;
  const key = mostLikely(mention).key;
  if (mention.spelling === 'similar') return key.length >= 7 && (company.isWhole || (isPlaced && first.isCapital));
  if (mention.spelling === 'short') return company.isWhole || (isPlaced && first.isCapital);
  if (mention.spelling === 'initials') return true;
  if (mention.to - mention.from > 1) return true;
  if (ordinary.has(first.folded)) return company.isWhole && (first.isCapital || tokens.length <= 3);
  if (key.length < 4) return false;
  return company.isWhole || isPlaced || isCapital || (isKind && first.isCapital);
}

export function judgeMention(tokens: readonly Token[], mention: Mention, countries: ReadonlySet<string>): Judged {
  const company = companyOf(tokens, mention, countries);
  const place = mostLikely(mention);
  const isOutshone = place.namesake > Math.max(leastNamesake, place.population * namesakeRatio);
  const isPlain = !isLedAway(company) && !isPartOfName(tokens, mention, company);
  const isSure = mention.places.length === 1 && !isOutshone && isPlain && isNameStrong(tokens, mention, company);
  const isRival = isPlain && mention.spelling === 'exact' && tokens[mention.from]!.isCapital;
  const isNear = nearing.has(company.before?.folded ?? '') || nearing.has(company.beforeThat?.folded ?? '');
  const bySpelling = { exact: 4, short: 2, initials: 2, similar: 0 }[mention.spelling];
  const byForm = (company.isWhole ? 3 : 0) + (mention.to - mention.from > 1 ? 2 : 0) - (isLedAway(company) ? 3 : 0);
  const byDoubt =
    (isPartOfName(tokens, mention, company) ? -2 : 0) - (ordinary.has(tokens[mention.from]!.folded) ? 2 : 0);
  const weight = bySpelling + byForm + byDoubt + Math.log10(place.population + 10) / 4;
  return { ...mention, isSure, isRival, isNear, weight };
}

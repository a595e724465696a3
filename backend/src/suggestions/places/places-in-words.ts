/** The places that a text names, the likeliest first: by coordinates, else by names of the area. Pure. */
import type { Bounds, PlaceReason } from '@atesto/contract';
import { foldName } from '@atesto/frontend/report';
import type { AreaNames, AreaPlace } from './area-names.js';
import { metresBetween } from './distances.js';
import { findMentions, mostLikely, type Mention } from './find-mentions.js';
import { findPoints } from './find-points.js';
import { judgeMention, type Judged } from './judge-mention.js';
import type { PlaceInWords } from './place-in-words.js';
import { relateMentions } from './relate-mentions.js';
import { tokensOf } from './tokens.js';

export interface PlaceKnowledge {
  gazetteer: AreaNames;
  area: Bounds;
  /** BCP 47 tags; the first is the likeliest. */
  languages: readonly string[];
}

/** Two sure names farther apart than this are two places. */
const togetherMetres = 20_000;
const nearMetres = 5_000;
const mostPlaces = 5;

/** A town's reach, guessed from how many live in it. */
const reachOf = (population: number): number =>
  Math.round(Math.min(30_000, Math.max(1_000, Math.sqrt(population) * 10)));

/** "Springfield, North Shire": the one in the region that is named. */
function narrowByRegion(mentions: readonly Mention[]): Mention[] {
  const regionOf = ({ country, region }: AreaPlace): string => `${country} ${region}`;
  const named = mentions.map(mostLikely).filter(({ regionMetres }) => regionMetres !== null);
  const regions = new Set(named.map(regionOf));
  return mentions.map((mention) => {
    const fitting = mention.places.filter((place) => regions.has(regionOf(place)));
    return fitting.length === 1 ? { ...mention, places: fitting } : mention;
  });
}

/** Of several places of one name, those near to another that is named stand first; alone there, one is meant. */
function settleHomonyms(mentions: Judged[]): Judged[] {
  const anchors = mentions.filter(({ isSure }) => isSure).map(mostLikely);
  return mentions.map((mention) => {
    if (mention.places.length === 1 || anchors.length === 0) return mention;
    const gap = (place: AreaPlace): number => Math.min(...anchors.map((anchor) => metresBetween(place, anchor)));
    return { ...mention, places: [...mention.places].sort((a, b) => gap(a) - gap(b)) };
  });
}

function reasonOf({ spelling, isNear }: Judged, { regionMetres }: AreaPlace): PlaceReason {
  if (regionMetres !== null) return 'region';
  if (spelling === 'similar') return 'spelling';
  return isNear ? 'near' : 'name';
}

function placesOf(mention: Judged, isCertain: boolean, ends: [number, number]): PlaceInWords[] {
  return mention.places.slice(0, 3).map((place) => ({
    lat: place.lat,
    lon: place.lon,
    accuracyMetres: (place.regionMetres ?? reachOf(place.population)) + (mention.isNear ? nearMetres : 0),
    name: place.name,
    confidence: isCertain ? 'certain' : 'doubtful',
    reason: reasonOf(mention, place),
    start: ends[0],
    end: ends[1],
  }));
}

const countryNames = new Map<string, ReadonlySet<string>>();

/** The names of the area's countries, folded: they stand behind a place and say nothing new. */
function namesOfCountries(countries: readonly string[], languages: readonly string[]): ReadonlySet<string> {
  const tags = [...new Set([...languages, 'en', 'fr', 'es', 'de'])];
  const key = `${countries.slice(0, 20).join()}/${tags.join()}`;
  const known = countryNames.get(key);
  if (known !== undefined) return known;
  const names = tags.flatMap((tag) => {
    const display = new Intl.DisplayNames([tag], { type: 'region' });
    return countries.slice(0, 20).map((code) => foldName(display.of(code) ?? ''));
  });
  const set = new Set(names);
  if (countryNames.size > 200) countryNames.clear();
  countryNames.set(key, set);
  return set;
}

/** The first of those that lie together; nobody's where sure ones contradict each other. */
function sureOf(mentions: readonly Judged[]): Judged | null {
  const sure = mentions.filter(({ isSure }) => isSure);
  const [first] = sure;
  if (first === undefined) return null;
  const rivals = mentions.filter((mention) => mention.isSure || mention.isRival);
  const isOne = rivals.every((other) => metresBetween(mostLikely(first), mostLikely(other)) <= togetherMetres);
  return isOne ? first : null;
}

function placesByName(text: string, { gazetteer, languages }: PlaceKnowledge): PlaceInWords[] {
  const tokens = tokensOf(text);
  const countries = namesOfCountries(gazetteer.countries, languages);
  const found = findMentions(text, tokens, gazetteer);
  const judged = settleHomonyms(narrowByRegion(found).map((mention) => judgeMention(tokens, mention, countries)));
  const { places: related, used } = relateMentions(text, tokens, judged);
  const own = judged.filter((mention) => !used.has(mention));
  const sure = related.length > 0 ? null : sureOf(own);
  const ordered = [...own].sort((a, b) => Number(b === sure) - Number(a === sure) || b.weight - a.weight);
  const named = ordered.flatMap((mention) =>
    placesOf(mention, mention === sure, [tokens[mention.from]!.start, tokens[mention.to - 1]!.end]),
  );
  return [...related, ...named];
}

const isSame = (a: PlaceInWords, b: PlaceInWords): boolean => a.name === b.name && metresBetween(a, b) < 1_000;

export function placesInWords(text: string, knowledge: PlaceKnowledge): { places: PlaceInWords[] } {
  const points = findPoints(text, knowledge.area, knowledge.languages);
  const isPointSure = points.some(({ confidence }) => confidence === 'certain');
  const named = placesByName(text, knowledge).map((place) =>
    isPointSure ? { ...place, confidence: 'doubtful' as const } : place,
  );
  const all = [...points, ...named];
  const places = all.filter((place, at) => all.findIndex((other) => isSame(place, other)) === at);
  const isDoubtful = ({ confidence }: PlaceInWords): number => (confidence === 'certain' ? 0 : 1);
  return { places: places.sort((a, b) => isDoubtful(a) - isDoubtful(b)).slice(0, mostPlaces) };
}

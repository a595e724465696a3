/**
 * The names of an area, made ready once: by their spelling, by spellings with one letter missing, by initials. Built
 * for one deployment and kept; looking a word up costs a few table reads.
 */
import type { PlaceAround } from '../../map/index.js';
import { foldName } from '@atesto/frontend/report';
import { groupBy } from '../../platform/index.js';
import { metresBetween } from './distances.js';
import { articles } from './small-words.js';
import { keyOf } from './tokens.js';

export interface AreaPlace extends PlaceAround {
  key: string;
  /** How many words the name has. */
  words: number;
  /** Of a region how far it reaches from its middle; null for towns. */
  regionMetres: number | null;
}

export interface NameMatch {
  /** Places of that name that lie apart, the largest first. */
  places: AreaPlace[];
  /** As it stands, without its article, or with a slip of the pen. */
  spelling: 'exact' | 'short' | 'similar' | 'initials';
}

/** Nearer ones of one name are one place. */
const sameMetres = 12_000;
const shortestSimilar = 5;
/** Slips of the pen are looked for among the largest places only: the table of their spellings is ten times as large. */
const mostSimilar = 20_000;
const leastForInitials = 100_000;
/** Codes of two letters are words of every language. */
const shortestRegion = 4;

function withoutEach(key: string): string[] {
  const all = new Set<string>();
  for (let at = 0; at < key.length; at++) all.add(key.slice(0, at) + key.slice(at + 1));
  return [...all];
}

/** Letters to be changed, left out, put in or swapped; counts no further than `most` + 1. */
export function editDistance(a: string, b: string, most: number): number {
  if (Math.abs(a.length - b.length) > most) return most + 1;
  let [before, last] = [[] as number[], Array.from({ length: b.length + 1 }, (_, at) => at)];
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const change = last[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1);
      let best = Math.min(change, last[j]! + 1, row[j - 1]! + 1);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) best = Math.min(best, before[j - 2]! + 1);
      row.push(best);
    }
    if (Math.min(...row) > most) return most + 1;
    [before, last] = [last, row];
  }
  return last[b.length]!;
}

/** Regions as the places in them tell: their middle, and the farthest of them. */
function regionsOf(places: readonly AreaPlace[]): AreaPlace[] {
  const named = places.filter(({ region }) => region !== null && foldName(region).length >= shortestRegion);
  const regions = groupBy(named, ({ country, region }) => `${country} ${region}`);
  return [...regions.values()].map((inside) => {
    const { country, region } = inside[0]!;
    const mean = (axis: 'lat' | 'lon'): number => inside.reduce((sum, place) => sum + place[axis], 0) / inside.length;
    const middle = { lat: mean('lat'), lon: mean('lon') };
    const parts = foldName(region ?? '').split(' ');
    return {
      ...middle,
      name: region ?? '',
      key: keyOf(parts),
      words: parts.length,
      population: 0,
      namesake: 0,
      country,
      region,
      regionMetres: Math.max(10_000, ...inside.map((place) => Math.round(metresBetween(place, middle)))),
    };
  });
}

const allowedEdits = (key: string): number => (key.length >= 9 ? 2 : 1);

export class AreaNames {
  private readonly exact = new Map<string, AreaPlace[]>();
  private readonly short = new Map<string, AreaPlace[]>();
  private readonly initials = new Map<string, AreaPlace[]>();
  private readonly trimmed = new Map<string, string[]>();
  /** ISO 3166-1 codes of the countries in the area. */
  readonly countries: readonly string[];
  /** Words of the longest name. */
  readonly mostWords: number;

  /** `around` is ordered by population, the largest first. */
  constructor(around: readonly PlaceAround[]) {
    const places = around.map((place) => {
      const parts = foldName(place.name).split(' ');
      return { ...place, key: keyOf(parts), words: parts.length, regionMetres: null };
    });
    for (const place of places) {
      this.add(this.exact, place.key, place);
      const parts = foldName(place.name).split(' ');
      if (parts.length > 1 && articles.has(parts[0] ?? '')) this.add(this.short, keyOf(parts.slice(1)), place);
      if (parts.length > 2 && place.population >= leastForInitials) {
        this.add(this.initials, parts.map((part) => part[0]).join(''), place);
      }
    }
    for (const { key } of places.slice(0, mostSimilar)) this.addTrimmed(key);
    for (const region of regionsOf(places)) if (!this.exact.has(region.key)) this.add(this.exact, region.key, region);
    this.countries = [...new Set(places.map(({ country }) => country))];
    this.mostWords = Math.min(
      6,
      places.reduce((most, { words }) => Math.max(most, words), 1),
    );
  }

  find(key: string): NameMatch | null {
    const exact = this.exact.get(key);
    if (exact !== undefined) return { places: exact, spelling: 'exact' };
    const short = this.short.get(key);
    return short === undefined ? null : { places: short, spelling: 'short' };
  }

  findInitials(key: string): NameMatch | null {
    const places = this.initials.get(key);
    return places === undefined ? null : { places, spelling: 'initials' };
  }

  /** The one name that is nearest to a spelling; null where none or two are. */
  findSimilar(key: string): NameMatch | null {
    if (key.length < shortestSimilar || key.length > 30 || /\d/.test(key)) return null;
    const near = new Set([key, ...withoutEach(key)].flatMap((one) => this.trimmed.get(one) ?? []));
    let [best, least, ties] = ['', allowedEdits(key) + 1, 0];
    for (const one of near) {
      if (one[0] !== key[0]) continue;
      const edits = editDistance(key, one, Math.min(allowedEdits(one), allowedEdits(key)));
      if (edits < least) [best, least, ties] = [one, edits, 1];
      else if (edits === least) ties += 1;
    }
    const places =
      ties === 1 && least <= Math.min(allowedEdits(key), allowedEdits(best)) ? this.exact.get(best) : undefined;
    return places === undefined ? null : { places, spelling: 'similar' };
  }

  private add(names: Map<string, AreaPlace[]>, key: string, place: AreaPlace): void {
    const known = names.get(key);
    if (known === undefined) names.set(key, [place]);
    else if (!known.some((other) => metresBetween(place, other) < sameMetres)) known.push(place);
  }

  private addTrimmed(key: string): void {
    if (key.length < shortestSimilar) return;
    for (const one of [key, ...withoutEach(key)]) {
      const known = this.trimmed.get(one);
      if (known === undefined) this.trimmed.set(one, [key]);
      else if (!known.includes(key)) known.push(key);
    }
  }
}

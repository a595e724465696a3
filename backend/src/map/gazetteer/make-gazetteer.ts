/** Turns a list of places into the columns that are searched. Pure. */
import { foldName } from '@atesto/frontend/report';
import type { GazetteerData } from './gazetteer-file.js';

export interface NamedPlace {
  name: string;
  lat: number;
  lon: number;
  population: number;
  /** ISO 3166-1 alpha-2. */
  country: string;
  /** Code of the first-order region within the country; empty for none. */
  regionCode: string;
}

/** Countries whose codes of regions are what people write behind a town's name. */
const spokenCodes = new Set(['US', 'CH']);

/**
 * A region is named by its code where people do so, else by its name, else by its largest town; the town itself needs
 * no other name then.
 */
function regionsOf(
  places: readonly NamedPlace[],
  regionNames: ReadonlyMap<string, string>,
): { regions: string[]; ofPlace: Uint16Array } {
  const regions = [''];
  const known = new Map<string, { number: number; firstTown: number }>();
  const ofPlace = Uint16Array.from(places, ({ country, regionCode, name }, at) => {
    if (regionCode === '') return 0;
    const key = `${country}.${regionCode}`;
    const found = known.get(key);
    if (found !== undefined) return found.number;
    const spoken = spokenCodes.has(country) ? regionCode : regionNames.get(key);
    known.set(key, { number: regions.push(spoken ?? name) - 1, firstTown: at });
    return spoken === undefined ? 0 : regions.length - 1;
  });
  return { regions, ofPlace };
}

function endsOf(parts: readonly Buffer[]): Uint32Array {
  let end = 0;
  return Uint32Array.from(parts, (part) => (end += part.length));
}

function wordStartsOf(folded: Buffer, ends: Uint32Array): { place: number; start: number }[] {
  const space = 0x20;
  const words: { place: number; start: number }[] = [];
  ends.forEach((end, place) => {
    const from = place === 0 ? 0 : ends[place - 1]!;
    for (let start = from; start < end; start++) {
      if (start === from || folded[start - 1] === space) words.push({ place, start });
    }
  });
  return words.sort(
    (a, b) => folded.compare(folded, b.start, ends[b.place], a.start, ends[a.place]) || a.place - b.place,
  );
}

/** `regionNames` by country and code, such as `XX.01`. */
export function makeGazetteer(
  unordered: readonly NamedPlace[],
  regionNames: ReadonlyMap<string, string> = new Map(),
): GazetteerData {
  const places = unordered
    .filter(({ name }) => foldName(name) !== '')
    .sort((a, b) => b.population - a.population || (a.name < b.name ? -1 : 1));
  const names = places.map(({ name }) => Buffer.from(name));
  const folded = places.map(({ name }) => Buffer.from(foldName(name)));
  const foldedEnds = endsOf(folded);
  const block = Buffer.concat(folded);
  const words = wordStartsOf(block, foldedEnds);
  const { regions, ofPlace } = regionsOf(places, regionNames);
  return {
    lat: Int32Array.from(places, ({ lat }) => Math.round(lat * 1e5)),
    lon: Int32Array.from(places, ({ lon }) => Math.round(lon * 1e5)),
    population: Uint32Array.from(places, ({ population }) => population),
    country: Uint16Array.from(places, ({ country }) => country.charCodeAt(0) * 256 + country.charCodeAt(1)),
    region: ofPlace,
    nameEnds: endsOf(names),
    foldedEnds,
    wordPlaces: Uint32Array.from(words, ({ place }) => place),
    wordStarts: Uint32Array.from(words, ({ start }) => start),
    names: Buffer.concat(names),
    folded: block,
    regions,
  };
}

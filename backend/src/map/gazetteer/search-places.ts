/** Looks names up in the gazetteer by binary search, and chooses those that are meant most likely. Pure. */
import type { Bounds, SuggestedPlace } from '@atesto/contract';
import { foldName } from '@atesto/frontend/report';
import type { GazetteerData } from './gazetteer-file.js';

const units = 1e5;

export function placeAt(data: GazetteerData, at: number): SuggestedPlace {
  const country = data.country[at]!;
  const name = data.names.toString('utf8', at === 0 ? 0 : data.nameEnds[at - 1], data.nameEnds[at]);
  const region = data.regions[data.region[at]!] ?? '';
  return {
    name,
    // A city that is a region says nothing more by it.
    region: region === '' || region === name ? null : region,
    country: String.fromCharCode(country >> 8, country & 0xff),
    lat: data.lat[at]! / units,
    lon: data.lon[at]! / units,
    population: data.population[at]!,
  };
}

/** Whether a place is in the area; a west beyond the east spans the antimeridian. */
export function isIn(data: GazetteerData, at: number, { west, south, east, north }: Bounds): boolean {
  const [lat, lon] = [data.lat[at]! / units, data.lon[at]! / units];
  if (lat < south || lat > north) return false;
  return west <= east ? lon >= west && lon <= east : lon >= west || lon <= east;
}

/** The first word that is not before the prefix, or, with `after`, the first that is behind all that begin with it. */
function wordFrom(data: GazetteerData, prefix: Buffer, after: boolean): number {
  let [low, high] = [0, data.wordPlaces.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    const start = data.wordStarts[middle]!;
    const end = Math.min(data.foldedEnds[data.wordPlaces[middle]!]!, start + prefix.length);
    const order = data.folded.compare(prefix, 0, prefix.length, start, end);
    if (after ? order <= 0 : order < 0) low = middle + 1;
    else high = middle;
  }
  return low;
}

/**
 * Those in the area first, then those whose whole name begins so, then the larger. What stands behind a comma, such as
 * the country, is not looked for.
 */
export function searchPlaces(data: GazetteerData, text: string, area: Bounds, limit: number): SuggestedPlace[] {
  const prefix = Buffer.from(foldName(text.split(',')[0] ?? ''));
  if (prefix.length === 0) return [];
  const count = data.lat.length;
  const best: { score: number; at: number }[] = [];
  const to = wordFrom(data, prefix, true);
  for (let word = wordFrom(data, prefix, false); word < to; word++) {
    const at = data.wordPlaces[word]!;
    const isStart = data.wordStarts[word] === (at === 0 ? 0 : data.foldedEnds[at - 1]);
    const score = ((isIn(data, at, area) ? 0 : 2) + (isStart ? 0 : 1)) * count + at;
    const worst = best[best.length - 1];
    if (best.length >= limit && worst !== undefined && score >= worst.score) continue;
    const former = best.findIndex((one) => one.at === at);
    if (former >= 0 && best[former]!.score <= score) continue;
    if (former >= 0) best.splice(former, 1);
    const place = best.findIndex((one) => one.score > score);
    best.splice(place < 0 ? best.length : place, 0, { score, at });
    if (best.length > limit) best.pop();
  }
  return best.map(({ at }) => placeAt(data, at));
}

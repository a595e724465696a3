/** The names that a phone keeps for a deployment's area: the largest places, as many as a slow connection can bear. */
import { gzipSync } from 'node:zlib';
import type { Bounds, OfflinePlaces } from '@atesto/contract';
import type { GazetteerData } from './gazetteer-file.js';
import { isIn, placeAt } from './search-places.js';

const mostPlaces = 2000;
export const mostBytes = 40 * 1024;

/** A town's reach, guessed from how many live in it: half a kilometre for a village, ten for a million. */
export const reachKilometres = (population: number): number =>
  Math.round(Math.min(30, Math.max(0.5, Math.sqrt(population) / 100)) * 10) / 10;

function entriesIn(data: GazetteerData, area: Bounds): OfflinePlaces['places'] {
  const entries: OfflinePlaces['places'] = [];
  for (let at = 0; at < data.lat.length && entries.length < mostPlaces; at++) {
    if (!isIn(data, at, area)) continue;
    const { name, lat, lon, country, population } = placeAt(data, at);
    const rounded = (degrees: number): number => Math.round(degrees * 1000) / 1000;
    entries.push([name, rounded(lat), rounded(lon), country, reachKilometres(population)]);
  }
  return entries;
}

export function offlinePlaces(data: GazetteerData, area: Bounds, attribution: string[]): string {
  let places = entriesIn(data, area);
  for (;;) {
    const text = JSON.stringify({ places, attribution } satisfies OfflinePlaces);
    if (places.length === 0 || gzipSync(text).length <= mostBytes) return text;
    places = places.slice(0, Math.floor(places.length * 0.9));
  }
}

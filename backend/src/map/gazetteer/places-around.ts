/** All places of an area and a little around it, with what must be known about their names before one is trusted. Pure. */
import type { Bounds } from '@atesto/contract';
import type { GazetteerData } from './gazetteer-file.js';
import { isIn, placeAt } from './search-places.js';

export interface PlaceAround {
  name: string;
  lat: number;
  lon: number;
  population: number;
  country: string;
  region: string | null;
  /** How many live in the largest place of the same name elsewhere in the world. */
  namesake: number;
}

/** People just across the border still mean the crisis. */
const marginShare = 0.05;
const leastMargin = 0.1;

export function widened({ west, south, east, north }: Bounds): Bounds {
  const width = west > east ? east + 360 - west : east - west;
  const margin = Math.max(leastMargin, Math.max(width, north - south) * marginShare);
  const isWhole = width + 2 * margin >= 360;
  const around = (lon: number): number => ((((lon + 180) % 360) + 360) % 360) - 180;
  return {
    west: isWhole ? -180 : around(west - margin),
    east: isWhole ? 180 : around(east + margin),
    south: Math.max(-90, south - margin),
    north: Math.min(90, north + margin),
  };
}

/** Largest first. */
export function placesAround(data: GazetteerData, area: Bounds): PlaceAround[] {
  const wide = widened(area);
  const folded = (at: number): string =>
    data.folded.toString('utf8', at && data.foldedEnds[at - 1], data.foldedEnds[at]);
  const inside: number[] = [];
  for (let at = 0; at < data.lat.length; at++) if (isIn(data, at, wide)) inside.push(at);
  const namesakes = new Map(inside.map((at) => [folded(at), 0]));
  const isInside = new Set(inside);
  if (inside.length < data.lat.length) {
    for (let at = 0; at < data.lat.length; at++) {
      if (isInside.has(at)) continue;
      const name = folded(at);
      const known = namesakes.get(name);
      // A place's number is its rank: the first of a name is the largest.
      if (known === 0) namesakes.set(name, Math.max(1, data.population[at]!));
    }
  }
  return inside.map((at) => ({ ...placeAt(data, at), namesake: namesakes.get(folded(at)) ?? 0 }));
}

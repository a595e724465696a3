/** Distances between places, for choosing an incident near a report. */
import type { Location } from '@atesto/contract';

type Spot = Pick<Location, 'lat' | 'lon'>;
const earthRadiusMetres = 6_371_000;
const radians = (degrees: number): number => (degrees * Math.PI) / 180;

/** Along the sphere; good to half a percent, which is plenty for choosing. */
export const metresBetween = (one: Spot, other: Spot): number => {
  const height = Math.sin(radians(other.lat - one.lat) / 2) ** 2;
  const width = Math.sin(radians(other.lon - one.lon) / 2) ** 2;
  const chord = height + Math.cos(radians(one.lat)) * Math.cos(radians(other.lat)) * width;
  return 2 * earthRadiusMetres * Math.asin(Math.min(1, Math.sqrt(chord)));
};

/** `west,south,east,north` of a box around the spot, across the antimeridian if need be. */
export const boxAround = ({ lat, lon }: Spot, radiusMetres: number): string => {
  const high = (radiusMetres / earthRadiusMetres) * (180 / Math.PI);
  const wide = Math.min(179, high / Math.max(0.01, Math.cos(radians(lat))));
  const home = (degrees: number): number => ((((degrees + 180) % 360) + 360) % 360) - 180;
  const south = Math.max(-90, lat - high);
  const north = Math.min(90, lat + high);
  return [home(lon - wide), south, home(lon + wide), north].map((degrees) => degrees.toFixed(5)).join(',');
};

/** Metres below a kilometre, then kilometres with one decimal below ten. */
export const distanceWords = (metres: number, language: string): string => {
  const [value, unit, digits]: [number, string, number] =
    metres < 995 ? [Math.round(metres / 10) * 10, 'meter', 0] : [metres / 1000, 'kilometer', metres < 10_000 ? 1 : 0];
  return new Intl.NumberFormat(language, { style: 'unit', unit, maximumFractionDigits: digits }).format(value);
};

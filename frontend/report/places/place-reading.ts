/** What a text that stands for a place says: a point on Earth, how sure it is, and how it was written. */
export interface Point {
  lat: number;
  lon: number;
}

export type Notation =
  'degrees' | 'plus-code' | 'mgrs' | 'utm' | 'geo-uri' | 'geohash' | 'link' | 'iso-6709' | 'geometry' | 'short-link';

export interface PlaceReading extends Point {
  /** Metres within which the true place may lie because of how coarsely it was written. */
  accuracy?: number;
  notation: Notation;
}

/** A place that the reader's own is near to: short codes and ambiguous letters are read by it. */
export interface Near extends Point {
  /** How far from it, in degrees, the place may be; 0 when it is left out. */
  reach?: number;
}

const metresPerDegree = 111_320;
/** No way of writing makes a point surer than this. */
const leastAccuracy = 5;

/** Metres for a point that was written in steps of so many degrees. */
export const accuracyOfStep = (degrees: number): number =>
  Math.max(leastAccuracy, Math.ceil(degrees * metresPerDegree * 0.71));

/** Metres for the middle of a map's view at a zoom: what was meant lies somewhere near it. */
export const accuracyOfView = (lat: number, zoom: number): number => {
  const metresPerPixel = (156_543 * Math.cos((lat * Math.PI) / 180)) / 2 ** zoom;
  return Math.max(leastAccuracy, Math.min(Math.ceil(metresPerPixel * 100), 20_000_000));
};

const rounded = (degrees: number): number => Math.round(degrees * 1e7) / 1e7;

/** Null when it is not on Earth. */
export function readingOf(lat: number, lon: number, notation: Notation, accuracy?: number): PlaceReading | null {
  if (!(Math.abs(lat) <= 90 && Math.abs(lon) <= 180)) return null;
  // Adding zero makes a minus zero plain.
  const point = { lat: rounded(lat) + 0, lon: rounded(lon) + 0, notation };
  return accuracy === undefined ? point : { ...point, accuracy };
}

/** Half the way around when the longitudes lie on both sides of the date line. */
export const lonDistance = (a: number, b: number): number => Math.abs(((a - b + 540) % 360) - 180);

/** How far "near here" reaches. Used by the phone, and by the server for phones without scripts. Pure. */

export interface UncertainPlace {
  lat: number;
  lon: number;
  accuracyMetres: number;
  /** Side of the grid to which public places are snapped. */
  precisionMetres: number;
}

const metresPerDegree = 111_320;
const reachMetres = 1_000;
const mostUncertainMetres = 10_000;

/** `west,south,east,north` around a place: as far as it and the public map are uncertain, and a kilometre more. */
export function boxAround({ lat, lon, accuracyMetres, precisionMetres }: UncertainPlace): string {
  const dLat = (reachMetres + precisionMetres + Math.min(accuracyMetres, mostUncertainMetres)) / metresPerDegree;
  const dLon = dLat / Math.max(0.01, Math.cos((lat * Math.PI) / 180));
  const turned = (degrees: number): number => ((degrees + 540) % 360) - 180;
  const box = [turned(lon - dLon), Math.max(-90, lat - dLat), turned(lon + dLon), Math.min(90, lat + dLat)];
  return box.map((degrees) => degrees.toFixed(5)).join(',');
}

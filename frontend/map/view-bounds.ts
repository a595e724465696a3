/** The part of the world in view, as the API takes it. */
import type L from 'leaflet';

const wrap = (lon: number): number => ((((lon + 180) % 360) + 360) % 360) - 180;

/** About so many degrees make no difference to what is counted, and many who look at the same ask for the same. */
export const roughDigits = (zoom: number): number => (zoom < 6 ? 1 : zoom < 10 ? 2 : zoom < 14 ? 3 : 5);

/** `west,south,east,north`; null when all of the world is in view. */
export function boxInView(map: L.Map, digits = 5): string | null {
  const bounds = map.getBounds();
  if (bounds.getEast() - bounds.getWest() >= 360) return null;
  const box = [wrap(bounds.getWest()), bounds.getSouth(), wrap(bounds.getEast()), bounds.getNorth()];
  return box.map((value) => value.toFixed(digits)).join(',');
}

/** The part of the world in view, as the API takes it. */
import type L from 'leaflet';

const wrap = (lon: number): number => ((((lon + 180) % 360) + 360) % 360) - 180;

/** `west,south,east,north`; null when all of the world is in view. */
export function boxInView(map: L.Map): string | null {
  const bounds = map.getBounds();
  if (bounds.getEast() - bounds.getWest() >= 360) return null;
  const box = [wrap(bounds.getWest()), bounds.getSouth(), wrap(bounds.getEast()), bounds.getNorth()];
  return box.map((value) => value.toFixed(5)).join(',');
}

/** Makes a map with the basemap that we ship, so that it shows something even without the internet. */
import type { Bounds } from '@atesto/contract';
import L from 'leaflet';

export interface CreateMapOptions {
  bounds: Bounds;
  /** BCP 47 tag for the words on the map's own buttons. */
  language: string;
}

/** The map stays the caller's: `remove()` it when its element goes. */
export function createMap(element: HTMLElement, options: CreateMapOptions): L.Map {
  const { west, south, east, north } = options.bounds;
  const map = L.map(element, { minZoom: 1, maxZoom: 19, worldCopyJump: true, zoomControl: false });
  map.fitBounds([
    [south, west],
    [north, east],
  ]);
  return map;
}

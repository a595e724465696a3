/** Makes a map with the basemap that we ship, so that it shows something even without the internet. */
import type { Bounds } from '@atesto/contract';
import L from 'leaflet';
import { addBasemap } from './basemap/basemap.js';
import { mapTexts } from './texts.js';

export interface CreateMapOptions {
  bounds: Bounds;
  /** BCP 47 tag for the words on the map's own buttons. */
  language: string;
}

/** The map stays the caller's: `remove()` it when its element goes. */
export function createMap(element: HTMLElement, options: CreateMapOptions): L.Map {
  const { west, south, east, north } = options.bounds;
  const texts = mapTexts(options.language);
  element.classList.add('atesto-map');
  // Leaflet places everything from the left.
  element.dir = 'ltr';
  element.setAttribute('role', 'application');
  element.setAttribute('aria-label', texts.map);
  const calm = matchMedia('(prefers-reduced-motion: reduce)').matches;
  const map = L.map(element, {
    minZoom: 2,
    maxZoom: 19,
    worldCopyJump: true,
    zoomControl: false,
    zoomAnimation: !calm,
    fadeAnimation: !calm,
    maxBounds: [
      [-85.06, -540],
      [85.06, 540],
    ],
    maxBoundsViscosity: 0.8,
  });
  map.attributionControl.setPrefix('<a href="https://leafletjs.com" rel="noopener">Leaflet</a>');
  L.control.zoom({ position: 'bottomright', zoomInTitle: texts.zoomIn, zoomOutTitle: texts.zoomOut }).addTo(map);
  map.fitBounds([
    [south, west],
    // A west beyond east spans the antimeridian.
    [north, west > east ? east + 360 : east],
  ]);
  // Panels open and close beside it, of which Leaflet by itself hears nothing.
  const resized = new ResizeObserver(() => map.invalidateSize({ animate: false }));
  resized.observe(element);
  map.on('unload', () => resized.disconnect());
  void addBasemap(map, options.language);
  return map;
}

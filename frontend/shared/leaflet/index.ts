/**
 * The map pieces that the console and the public map share: plain classes over Leaflet, without a framework.
 * Import `./leaflet/leaflet.css` beside this.
 */
export { createMap, type CreateMapOptions } from './create-map.js';
export { TileMarkers } from './markers/tile-markers.js';
export { createLegend, type LegendOptions } from './markers/legend.js';
export { glyphElement } from './glyph-element.js';
export { markerElement } from './markers/marker-element.js';
export type { ChangedPlace, MarkerPoint, Spot, TileMarkersOptions } from './markers/marker-types.js';

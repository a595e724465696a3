/**
 * The map pieces that the console and the public map share: plain classes over Leaflet, without a framework.
 * Import `./leaflet/leaflet.css` beside this.
 */
export { createMap, type CreateMapOptions } from './create-map.js';
export { TileMarkers } from './tile-markers.js';
export { createLegend, type LegendOptions } from './legend.js';
export { glyphElement } from './glyph-element.js';
export type { ChangedPlace, MarkerCell, MarkerPoint, Spot, TileMarkersOptions } from './marker-types.js';

/** Overlays for the maps, loaded after them. Import `../leaflet.css` beside this. */
export { OverlayPanel } from './overlay-panel.js';
export { OverlaySet } from './overlay-set.js';
export { swatch } from './patterns.js';

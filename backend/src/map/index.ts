/** The door of the map. */
export { buildBasemap } from './basemap/build-basemap.js';
export { MapModule } from './map.module.js';

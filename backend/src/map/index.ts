/** The door of the map. */
export { buildBasemap } from './basemap/build-basemap.js';
export { buildGazetteer } from './gazetteer/build-gazetteer.js';
export { MapModule } from './map.module.js';

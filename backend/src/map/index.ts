/** The door of the map. */
export { buildBasemap } from './basemap/build-basemap.js';
export { buildGazetteer } from './gazetteer/build-gazetteer.js';
export { Gazetteer } from './gazetteer/gazetteer.js';
export { placesAround, type PlaceAround } from './gazetteer/places-around.js';
export { readGazetteer } from './gazetteer/gazetteer-file.js';
export { MapModule } from './map.module.js';

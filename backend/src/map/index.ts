/** The door of the map. */
export { BasemapShapes, type NamedPoint, type Shapes, type WorldBox } from './basemap/basemap-shapes.js';
export { basemapAttribution } from './basemap/basemap-files.js';
export { buildBasemap } from './basemap/build-basemap.js';
export { buildGazetteer } from './gazetteer/build-gazetteer.js';
export { Gazetteer } from './gazetteer/gazetteer.js';
export { placesAround, type PlaceAround } from './gazetteer/places-around.js';
export { readGazetteer } from './gazetteer/gazetteer-file.js';
export { MapModule } from './map.module.js';

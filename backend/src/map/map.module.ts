/** The map: marker tiles and counts over time from memory, the basemap below them, and the names of places. */
import { Module } from '@nestjs/common';
import { DeploymentsModule } from '../deployments/index.js';
import { OverlaysModule } from '../overlays/index.js';
import { BasemapArchive } from './basemap/basemap-archive.js';
import { BasemapShapes } from './basemap/basemap-shapes.js';
import { Basemap } from './basemap/basemap.js';
import { BasemapController } from './basemap/basemap.controller.js';
import { Gazetteer } from './gazetteer/gazetteer.js';
import { Geocoder } from './gazetteer/geocoder.js';
import { PlacesController } from './gazetteer/places.controller.js';
import { MapIndexes } from './map-indexes.js';
import { ServeTile } from './serve-tile.js';
import { TileJsonController } from './tile-json.controller.js';
import { TilesController } from './tiles.controller.js';
import { ServeTimeline } from './timeline/serve-timeline.js';
import { TimelineController } from './timeline/timeline.controller.js';

@Module({
  imports: [DeploymentsModule, OverlaysModule],
  controllers: [TilesController, TileJsonController, TimelineController, BasemapController, PlacesController],
  providers: [Basemap, BasemapArchive, BasemapShapes, Gazetteer, Geocoder, MapIndexes, ServeTile, ServeTimeline],
  exports: [BasemapShapes, Gazetteer],
})
export class MapModule {}

/** The map: marker tiles from memory, and the basemap below them. */
import { Module } from '@nestjs/common';
import { Basemap } from './basemap/basemap.js';
import { BasemapController } from './basemap/basemap.controller.js';
import { MapIndexes } from './map-indexes.js';
import { ServeTile } from './serve-tile.js';
import { TilesController } from './tiles.controller.js';

@Module({ providers: [Basemap, MapIndexes, ServeTile], controllers: [TilesController, BasemapController] })
export class MapModule {}

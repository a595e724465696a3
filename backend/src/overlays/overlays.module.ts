/** What lies over the map. */
import { Module } from '@nestjs/common';
import { AreaCollections } from './areas/area-collections.js';
import { AreasController } from './areas/areas.controller.js';
import { ChangeArea } from './areas/change-area.js';
import { PutAreas } from './areas/put-areas.js';
import { KeepOverlays } from './keep-overlays.js';
import { OverlayCatalogue } from './overlay-catalogue.js';
import { OverlaysController } from './overlays.controller.js';
import { OverlayFilesController } from './shapes/files.controller.js';
import { OverlayFiles } from './shapes/overlay-files.js';
import { TileArchives } from './tiles/tile-archives.js';

@Module({
  controllers: [OverlaysController, AreasController, OverlayFilesController],
  providers: [OverlayCatalogue, KeepOverlays, PutAreas, ChangeArea, AreaCollections, OverlayFiles, TileArchives],
  exports: [OverlayCatalogue, TileArchives],
})
export class OverlaysModule {}

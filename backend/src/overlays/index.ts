/** The door of the overlays. */
export { areasType } from './areas/areas.controller.js';
export { audienceOf, OverlayCatalogue } from './overlay-catalogue.js';
export { OverlayAreaRow, OverlayRow } from './overlays.entities.js';
export { OverlaysModule } from './overlays.module.js';
export { overlayFileType } from './shapes/files.controller.js';
export { sendArchiveTile } from './tiles/send-archive-tile.js';
export { TileArchives } from './tiles/tile-archives.js';

/** Makes the world map that we ship. Takes some seconds and memory, so it is done at build time or in a process aside. */
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { basemapFiles } from './basemap-files.js';
import { sliceLand } from './slice-land.js';
import { slicePlaces } from './slice-places.js';
import { writeTileArchive } from './tile-archive.js';

/** Writes both archives into `outDir`, which is made if it is missing. */
export async function buildBasemap(outDir: string): Promise<void> {
  await mkdir(outDir, { recursive: true });
  await writeTileArchive(join(outDir, basemapFiles.land), sliceLand());
  await writeTileArchive(join(outDir, basemapFiles.places), slicePlaces());
}

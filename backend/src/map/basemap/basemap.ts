/** Opens the prepared basemap; where none was prepared it is made once, in a thread aside, into the data folder. */
import { join, resolve } from 'node:path';
import { Worker } from 'node:worker_threads';
import { Inject, Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { CONFIG, LOG, unavailable, type Config, type Log } from '../../platform/index.js';
import type { TileAddress } from '../morton.js';
import { basemapFiles } from './basemap-files.js';
import { TileArchive } from './tile-archive.js';

export type BasemapPart = keyof typeof basemapFiles;
type Archives = Record<BasemapPart, TileArchive>;

/** Where the build leaves it, seen from the compiled server and, in tests, from the source. */
const preparedFolders = ['../../../../basemap', '../../../dist/basemap'].map((path) =>
  resolve(import.meta.dirname, path),
);

@Injectable()
export class Basemap implements OnApplicationShutdown {
  private opening: Promise<Archives> | null = null;
  private making: Worker | null = null;

  constructor(
    @Inject(CONFIG) private readonly config: Config,
    @Inject(LOG) private readonly log: Log,
  ) {}

  /** The gzipped tile, null for open sea. @throws Problem 503 while the basemap is being made */
  async tile(part: BasemapPart, address: TileAddress): Promise<Buffer | null> {
    this.opening ??= this.open().catch((error: unknown) => {
      this.opening = null;
      throw error;
    });
    return (await this.opening)[part].read(address);
  }

  async onApplicationShutdown(): Promise<void> {
    await this.making?.terminate();
    const archives = await this.opening?.catch(() => null);
    await archives?.land.close();
    await archives?.places.close();
  }

  private async open(): Promise<Archives> {
    const ownFolder = join(this.config.dataDir, 'basemap');
    for (const folder of [...preparedFolders, ownFolder]) {
      const archives = await openBoth(folder).catch(() => null);
      if (archives) return archives;
    }
    this.makeAside(ownFolder);
    throw unavailable();
  }

  private makeAside(folder: string): void {
    if (this.making) return;
    this.making = new Worker(new URL('./make-aside.js', import.meta.url), { workerData: folder });
    this.making.on('error', (error) => this.log.error({ err: error }, 'the basemap could not be made'));
    this.making.on('exit', () => (this.making = null));
  }
}

async function openBoth(folder: string): Promise<Archives> {
  const land = await TileArchive.open(join(folder, basemapFiles.land));
  try {
    return { land, places: await TileArchive.open(join(folder, basemapFiles.places)) };
  } catch (error) {
    await land.close();
    throw error;
  }
}

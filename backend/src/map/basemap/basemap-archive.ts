/** A base map of one's own: the tile archive `pmtiles/basemap.pmtiles` in the data folder, served and drawn where there is one. */
import { join } from 'node:path';
import { Inject, Injectable } from '@nestjs/common';
import type { OverlayFileView, TileKind } from '@atesto/contract';
import { TileArchives } from '../../overlays/index.js';
import { CONFIG, type Config } from '../../platform/index.js';

/** It is looked for again after this long, so that it may be put there while the server runs. */
const forgetMs = 60_000;

@Injectable()
export class BasemapArchive {
  private readonly path: string;
  private found: Promise<OverlayFileView | null> | null = null;
  private foundAtMs = 0;

  constructor(
    @Inject(CONFIG) { dataDir }: Config,
    private readonly archives: TileArchives,
  ) {
    this.path = join(dataDir, 'pmtiles', 'basemap.pmtiles');
  }

  /** Null where there is none, or none that can be read. */
  facts(): Promise<OverlayFileView | null> {
    if (this.found !== null && Date.now() - this.foundAtMs < forgetMs) return this.found;
    this.foundAtMs = Date.now();
    this.found = this.archives.facts(this.path).catch(() => null);
    return this.found;
  }

  async tile(z: number, x: number, y: number): Promise<{ kind: TileKind; body: Buffer | null } | null> {
    const kind = (await this.facts())?.tiles;
    return kind === undefined ? null : { kind, body: await this.archives.tile(this.path, z, x, y) };
  }
}

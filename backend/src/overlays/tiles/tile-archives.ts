/** PMTiles archives on the disk, each opened once; tiles come out of them one by one, so no browser needs to know the format. */
import { open, stat, type FileHandle } from 'node:fs/promises';
import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import type { OverlayFileView, TileKind } from '@atesto/contract';
import { PMTiles, SharedPromiseCache, TileType, type Header, type RangeResponse, type Source } from 'pmtiles';
import { plainText, UnfitFile } from '../shapes/read-shapes.js';
import { unpackUpTo } from './unpack-part.js';

/** No tile or directory of a sound archive is larger; a broken one may claim anything. */
const mostPartBytes = 16 * 1024 * 1024;
/** Unpacked; a directory becomes a list that is many times larger than its bytes. */
const [mostTileBytes, mostDirectoryBytes, mostDirectories] = [8 * 1024 * 1024, 4 * 1024 * 1024, 24];

const kinds: Partial<Record<TileType, TileKind>> = {
  [TileType.Mvt]: 'vector',
  [TileType.Png]: 'png',
  [TileType.Jpeg]: 'jpg',
  [TileType.Webp]: 'webp',
  [TileType.Avif]: 'avif',
};

class DiskSource implements Source {
  constructor(
    private readonly path: string,
    private readonly file: FileHandle,
  ) {}

  getKey(): string {
    return this.path;
  }

  async getBytes(offset: number, length: number): Promise<RangeResponse> {
    if (!(length >= 0 && length <= mostPartBytes)) throw new UnfitFile('is no tile archive that can be read');
    const buffer = new ArrayBuffer(length);
    const { bytesRead } = await this.file.read(new Uint8Array(buffer), 0, length, offset);
    return { data: buffer.slice(0, bytesRead) };
  }

  async close(): Promise<void> {
    await this.file.close();
  }
}

interface Opened {
  archive: PMTiles;
  source: DiskSource;
}

@Injectable()
export class TileArchives implements OnApplicationShutdown {
  private readonly opened = new Map<string, Promise<Opened>>();

  /** What is in the archive, under no name yet. @throws UnfitFile */
  async facts(path: string): Promise<OverlayFileView> {
    const { archive, source } = await openArchive(path);
    try {
      const header = await archive.getHeader();
      refuseCut(header, (await stat(path)).size);
      const tiles = kinds[header.tileType];
      if (tiles === undefined) throw new UnfitFile('holds tiles of a kind that no browser shows');
      const metadata = ((await archive.getMetadata().catch(() => ({}))) ?? {}) as { attribution?: unknown };
      return {
        file: '',
        kind: 'pmtiles',
        count: header.numAddressedTiles,
        bounds: [header.minLon, header.minLat, header.maxLon, header.maxLat],
        properties: [],
        tiles,
        minZoom: header.minZoom,
        maxZoom: header.maxZoom,
        ...(typeof metadata.attribution === 'string'
          ? { attribution: plainText(metadata.attribution).slice(0, 300) }
          : {}),
      };
    } catch (error) {
      throw error instanceof UnfitFile ? error : new UnfitFile('is no tile archive that can be read');
    } finally {
      await source.close();
    }
  }

  /** As it is without packing, null when there is none. */
  async tile(path: string, z: number, x: number, y: number): Promise<Buffer | null> {
    let opening = this.opened.get(path);
    if (opening === undefined) {
      opening = openArchive(path);
      this.opened.set(path, opening);
      opening.catch(() => this.opened.delete(path));
    }
    const found = await (await opening).archive.getZxy(z, x, y);
    return found === undefined ? null : Buffer.from(found.data);
  }

  async onApplicationShutdown(): Promise<void> {
    for (const opening of this.opened.values())
      await opening.then(({ source }) => source.close()).catch(() => undefined);
  }
}

/** What was cut off, or lies about itself, would be found out by those who look at the map. @throws UnfitFile */
function refuseCut(header: Header, size: number): void {
  const ends = [
    header.rootDirectoryOffset + header.rootDirectoryLength,
    header.jsonMetadataOffset + header.jsonMetadataLength,
    header.leafDirectoryOffset + (header.leafDirectoryLength ?? 0),
    header.tileDataOffset + (header.tileDataLength ?? 0),
  ];
  if (ends.some((end) => end > size)) throw new UnfitFile('is only a part of a tile archive');
}

async function openArchive(path: string): Promise<Opened> {
  const source = new DiskSource(path, await open(path, 'r'));
  const directories = new SharedPromiseCache(mostDirectories, true, unpackUpTo(mostDirectoryBytes));
  return { archive: new PMTiles(source, directories, unpackUpTo(mostTileBytes)), source };
}

/** The shipped names of places: opened on first use, searched in memory, and listed for phones. */
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { Inject, Injectable } from '@nestjs/common';
import type { Bounds, SuggestedPlace } from '@atesto/contract';
import { LOG, unavailable, type Log } from '../../platform/index.js';
import { gazetteerFile } from './build-gazetteer.js';
import { readGazetteer, type GazetteerData } from './gazetteer-file.js';
import { offlinePlaces } from './offline-places.js';
import { placesAround, type PlaceAround } from './places-around.js';
import { searchPlaces } from './search-places.js';

/** The words that the licence of the data asks for. */
export const gazetteerAttribution = 'GeoNames (CC BY 4.0)';

/** Where the build leaves it, seen from the compiled server and, in tests, from the source. */
const preparedFolders = ['../../../../gazetteer', '../../../dist/gazetteer'].map((path) =>
  resolve(import.meta.dirname, path),
);

/** Areas change rarely, and few are asked for. */
const mostLists = 50;

export interface OfflineList {
  text: string;
  etag: string;
}

@Injectable()
export class Gazetteer {
  private opening: Promise<GazetteerData> | null = null;
  private readonly lists = new Map<string, OfflineList>();

  constructor(@Inject(LOG) private readonly log: Log) {}

  /** @throws Problem 503 where no gazetteer was built */
  async search(text: string, area: Bounds, limit: number): Promise<SuggestedPlace[]> {
    return searchPlaces(await this.data(), text, area, limit);
  }

  /** All that lie in an area or a little outside of it. @throws Problem 503 where no gazetteer was built */
  async around(area: Bounds): Promise<PlaceAround[]> {
    return placesAround(await this.data(), area);
  }

  /** The list for phones as JSON text. @throws Problem 503 where no gazetteer was built */
  async listFor(area: Bounds): Promise<OfflineList> {
    const key = JSON.stringify([area.west, area.south, area.east, area.north]);
    const known = this.lists.get(key);
    if (known !== undefined) return known;
    const text = offlinePlaces(await this.data(), area, [gazetteerAttribution]);
    const list = { text, etag: `"${createHash('sha1').update(text).digest('base64url')}"` };
    if (this.lists.size >= mostLists) this.lists.clear();
    this.lists.set(key, list);
    return list;
  }

  private data(): Promise<GazetteerData> {
    this.opening ??= this.open().catch((error: unknown) => {
      this.opening = null;
      throw error;
    });
    return this.opening;
  }

  private async open(): Promise<GazetteerData> {
    for (const folder of preparedFolders) {
      const file = await readFile(join(folder, gazetteerFile)).catch(() => null);
      if (file !== null) return readGazetteer(file);
    }
    this.log.error('the gazetteer was not built');
    throw unavailable();
  }
}

/** Fetches and decodes basemap tiles, each once: many places on the screen draw from the same one. */
import { VectorTile } from '@mapbox/vector-tile';
import { PbfReader } from 'pbf';

const mostKept = 300;
const retryMs = 2_500;

export class VectorTiles {
  private readonly kept = new Map<string, Promise<VectorTile | null | undefined>>();

  constructor(private readonly credentials: RequestCredentials = 'omit') {}

  /** Null where there is nothing but sea, undefined while the tile can't be had. */
  get(url: string): Promise<VectorTile | null | undefined> {
    const known = this.kept.get(url);
    if (known) return known;
    const tile = this.load(url).catch(() => {
      this.kept.delete(url);
      return undefined;
    });
    this.kept.set(url, tile);
    for (const oldest of this.kept.keys()) {
      if (this.kept.size <= mostKept) break;
      this.kept.delete(oldest);
    }
    return tile;
  }

  private async load(url: string, attempts = 4): Promise<VectorTile | null> {
    const response = await fetch(url, { credentials: this.credentials });
    // The server says so while it still makes the basemap.
    if (response.status === 503 && attempts > 1) {
      await new Promise((resolve) => setTimeout(resolve, retryMs));
      return this.load(url, attempts - 1);
    }
    if (!response.ok) throw new Error(`${url}: ${response.status}`);
    return response.status === 204 ? null : new VectorTile(new PbfReader(await response.arrayBuffer()));
  }
}

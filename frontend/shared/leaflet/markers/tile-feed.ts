/** Fetches marker tiles. The browser's own cache answers again where the server says that nothing changed. */
import { decodeTile, emptyTile, type MarkerTile } from './decode-tile.js';

export interface TileFeedOptions {
  deployment: string;
  layer: 'incidents' | 'reports';
  isPublic: boolean;
}

interface TileCoords {
  z: number;
  x: number;
  y: number;
}

const filterNames = ['category', 'severity', 'status', 'from', 'to'];

export class TileFeed {
  private query = '';

  constructor(private readonly options: TileFeedOptions) {
    this.filter(new URLSearchParams());
  }

  /** The filter as it is asked for. */
  get chosen(): URLSearchParams {
    return new URLSearchParams(this.query);
  }

  /** False when the filter says the same as before. */
  filter(filter: URLSearchParams): boolean {
    const text = this.queryOf(filter);
    const isNew = text !== this.query;
    this.query = text;
    return isNew;
  }

  /** `coords` may lie in another copy of the world. @throws when the tile can't be had */
  async tile(coords: TileCoords, signal: AbortSignal, isFresh: boolean): Promise<MarkerTile> {
    const path = this.pathOf(coords, this.query);
    const response = await fetch(path, {
      signal,
      credentials: this.credentials,
      // After a change the browser must ask, however young its copy is.
      cache: isFresh ? 'no-cache' : 'default',
    });
    if (response.status === 204) return emptyTile;
    if (!response.ok) throw new Error(`${path}: ${response.status}`);
    return decodeTile(await response.arrayBuffer(), coords);
  }

  /** Leaves the tile that another filter will ask for in the browser's cache. */
  async warm(coords: TileCoords, filter: URLSearchParams): Promise<void> {
    const response = await fetch(this.pathOf(coords, this.queryOf(filter)), { credentials: this.credentials });
    await response.arrayBuffer();
  }

  private get credentials(): RequestCredentials {
    return this.options.isPublic ? 'omit' : 'same-origin';
  }

  private queryOf(filter: URLSearchParams): string {
    const query = new URLSearchParams();
    if (this.options.isPublic) query.set('audience', 'public');
    for (const name of filterNames) {
      const value = filter.get(name);
      if (value) query.set(name, value);
    }
    return query.toString();
  }

  private pathOf(coords: TileCoords, query: string): string {
    const { deployment, layer } = this.options;
    const count = 2 ** coords.z;
    const x = ((coords.x % count) + count) % count;
    const path = `/api/v1/deployments/${encodeURIComponent(deployment)}/tiles/${layer}/${coords.z}/${x}/${coords.y}.mvt`;
    return query === '' ? path : `${path}?${query}`;
  }
}

/** Fetches marker tiles. The browser's own cache answers again where the server says that nothing changed. */
import { decodeTile, emptyTile, type MarkerTile } from './decode-tile.js';

export interface TileFeedOptions {
  deployment: string;
  layer: 'incidents' | 'reports';
  isPublic: boolean;
}

const filterNames = ['category', 'severity', 'status', 'from', 'to'];

export class TileFeed {
  private query = '';
  /** As it was given, but for what tiles do not take. */
  chosen = new URLSearchParams();

  constructor(private readonly options: TileFeedOptions) {
    this.filter(new URLSearchParams());
  }

  /** False when the filter says the same as before. */
  filter(filter: URLSearchParams): boolean {
    const query = new URLSearchParams();
    this.chosen = query;
    if (this.options.isPublic) query.set('audience', 'public');
    for (const name of filterNames) {
      const value = filter.get(name);
      if (value) query.set(name, value);
    }
    const text = query.toString();
    const isNew = text !== this.query;
    this.query = text;
    return isNew;
  }

  /** `coords` may lie in another copy of the world. @throws when the tile can't be had */
  async tile(coords: { z: number; x: number; y: number }, signal: AbortSignal, isFresh: boolean): Promise<MarkerTile> {
    const { deployment, layer, isPublic } = this.options;
    const count = 2 ** coords.z;
    const x = ((coords.x % count) + count) % count;
    const path = `/api/v1/deployments/${encodeURIComponent(deployment)}/tiles/${layer}/${coords.z}/${x}/${coords.y}.mvt`;
    const response = await fetch(this.query === '' ? path : `${path}?${this.query}`, {
      signal,
      credentials: isPublic ? 'omit' : 'same-origin',
      // After a change the browser must ask, however young its copy is.
      cache: isFresh ? 'no-cache' : 'default',
    });
    if (response.status === 204) return emptyTile;
    if (!response.ok) throw new Error(`${path}: ${response.status}`);
    return decodeTile(await response.arrayBuffer(), coords);
  }
}

/** Makes one marker tile, or takes it from the cache when nothing in it changed since. */
import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import { Injectable } from '@nestjs/common';
import type { Deployment } from '../deployments/index.js';
import type { View } from './index-source.js';
import { MapIndexes } from './map-indexes.js';
import type { TileAddress } from './morton.js';
import { PointFilter, type FilterWords } from './point-filter.js';
import { TileCache, type CachedTile } from './tile-cache.js';
import { encodeTile } from './tile-encoder.js';
import { tileFeatures } from './tile-features.js';

const compress = promisify(gzip);

@Injectable()
export class ServeTile {
  private readonly caches = new WeakMap<object, TileCache>();

  constructor(private readonly indexes: MapIndexes) {}

  async tile(deployment: Deployment, view: View, address: TileAddress, words: FilterWords): Promise<CachedTile> {
    const live = this.indexes.of(deployment, view);
    const index = await live.points();
    const { tree, words: spoken } = live.source;
    const filter = PointFilter.of(words, tree, spoken.severities, spoken.statuses);
    // The cache goes with its index: one that was loaded anew starts its stamps anew.
    const cache = this.caches.get(index) ?? new TileCache();
    this.caches.set(index, cache);
    const key = `${address.z}/${address.x}/${address.y}/${filter.key}`;
    const stamp = index.stamps.of(address);
    const known = cache.get(key, stamp);
    if (known) return known;
    const mvt = encodeTile(address, tileFeatures(index, address, filter, tree.codes.length), spoken);
    const etag = mvt ? `"${createHash('sha1').update(mvt).digest('base64url')}"` : '"empty"';
    const tile = { stamp, etag, body: mvt ? await compress(mvt) : null };
    cache.set(key, tile);
    return tile;
  }
}

/** Counts once for all who ask the same, until something in the index changes. */
import { createHash } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import type { Audience, IncidentTimelineQuery } from '@atesto/contract';
import type { Deployment } from '../../deployments/index.js';
import { CLOCK, parseBbox, type Clock } from '../../platform/index.js';
import { MapIndexes } from '../map-indexes.js';
import { PointFilter } from '../point-filter.js';
import { TileCache, type CachedTile } from '../tile-cache.js';
import { countTimes } from './count-times.js';
import { gridBoxesOf } from './cover-box.js';

const usualBuckets = 60;
const cacheBytes = 4 * 2 ** 20;
/** So old may be what the public is told, as its caches may keep it: a crowd that looks on asks at each change. */
const publicMs = 2_000;
const world = { z: 0, x: 0, y: 0 };

export interface Timeline {
  etag: string;
  /** JSON of a `Histogram`. */
  text: string;
}

@Injectable()
export class ServeTimeline {
  private readonly caches = new WeakMap<object, TileCache>();

  constructor(
    private readonly indexes: MapIndexes,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** @throws Problem 422 for a box that is none */
  async timeline(deployment: Deployment, audience: Audience, query: IncidentTimelineQuery): Promise<Timeline> {
    const boxes = query.bbox === undefined ? null : gridBoxesOf(parseBbox(query.bbox));
    const live = this.indexes.of(deployment, { layer: 'incidents', audience });
    const index = await live.points();
    const { tree, words } = live.source;
    const filter = PointFilter.of(query, tree, words.severities, words.statuses);
    const most = query.buckets ?? usualBuckets;
    const cache = this.caches.get(index) ?? new TileCache(cacheBytes);
    this.caches.set(index, cache);
    const key = `${filter.key}/${query.bbox ?? ''}/${most}`;
    const now = Math.floor(this.clock.now().getTime() / publicMs);
    const stamp = audience === 'public' ? now : index.stamps.of(world);
    const known = cache.get(key, stamp);
    if (known?.body) return { etag: known.etag, text: known.body.toString() };
    const time = (instant: string | undefined): number | null => (instant === undefined ? null : Date.parse(instant));
    const counted = countTimes({ index, filter, boxes, from: time(query.from), to: time(query.to), most });
    const text = JSON.stringify(counted);
    const etag = `"${createHash('sha1').update(text).digest('base64url')}"`;
    const kept: CachedTile = { stamp, etag, body: Buffer.from(text) };
    cache.set(key, kept);
    return { etag, text };
  }
}

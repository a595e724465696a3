import { describe, expect, it } from '@jest/globals';
import { TileCache } from './tile-cache.js';

const tile = (stamp: number, bytes = 0) => ({ stamp, etag: `"${stamp}"`, body: Buffer.alloc(bytes) });

describe('the tile cache', () => {
  it('gives a tile back until something in it changed', () => {
    const cache = new TileCache();
    cache.set('a', tile(1));
    expect(cache.get('a', 1)?.etag).toBe('"1"');
    expect(cache.get('a', 2)).toBeNull();
    expect(cache.get('a', 1)).toBeNull();
  });

  it('gives up what was used longest ago when it is full', () => {
    const cache = new TileCache(2_800);
    cache.set('a', tile(1, 1_000));
    cache.set('b', tile(1, 1_000));
    cache.get('a', 1);
    cache.set('c', tile(1, 1_000));
    expect(['a', 'b', 'c'].filter((key) => cache.get(key, 1))).toEqual(['a', 'c']);
  });
});

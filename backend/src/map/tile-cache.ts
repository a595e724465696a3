/** Compressed tiles by their address and filter, the least recently used given up first. */
export interface CachedTile {
  /** See TileStamps: while it is the same, nothing in the tile changed. */
  stamp: number;
  etag: string;
  /** Gzipped; null when the tile is empty. */
  body: Buffer | null;
}

const overheadBytes = 300;

export class TileCache {
  private readonly tiles = new Map<string, CachedTile>();
  private bytes = 0;

  constructor(private readonly mostBytes = 64 * 2 ** 20) {}

  get(key: string, stamp: number): CachedTile | null {
    const tile = this.tiles.get(key);
    if (!tile) return null;
    this.drop(key, tile);
    if (tile.stamp !== stamp) return null;
    this.keep(key, tile);
    return tile;
  }

  set(key: string, tile: CachedTile): void {
    const former = this.tiles.get(key);
    if (former) this.drop(key, former);
    this.keep(key, tile);
    for (const [oldest, old] of this.tiles) {
      if (this.bytes <= this.mostBytes) break;
      this.drop(oldest, old);
    }
  }

  private keep(key: string, tile: CachedTile): void {
    this.tiles.set(key, tile);
    this.bytes += overheadBytes + (tile.body?.length ?? 0);
  }

  private drop(key: string, tile: CachedTile): void {
    this.tiles.delete(key);
    this.bytes -= overheadBytes + (tile.body?.length ?? 0);
  }
}

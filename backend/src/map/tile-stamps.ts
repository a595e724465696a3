/**
 * Says for each tile when something inside it last changed, so that a report in one town leaves the cached tiles of
 * every other town valid. Tiles deeper than `deepest` share the stamp of their ancestor.
 */
import { gridBits, mortonCode, type GridPlace, type TileAddress } from './morton.js';

const deepest = 14;
const mostStamps = 300_000;

/** One number per tile of all zooms: the tiles of shallower zooms come first. */
const tileKey = (z: number, x: number, y: number): number => (4 ** z - 1) / 3 + mortonCode(x, y);

export class TileStamps {
  private clock = 1;
  /** Stamp of the tiles that are not in the map. */
  private floor = 1;
  private stamps = new Map<number, number>();

  touch(place: GridPlace): void {
    this.clock++;
    if (this.stamps.size > mostStamps) {
      this.stamps.clear();
      this.floor = this.clock;
    }
    for (let z = 0; z <= deepest; z++) {
      const scale = 2 ** (gridBits - z);
      this.stamps.set(tileKey(z, Math.floor(place.x / scale), Math.floor(place.y / scale)), this.clock);
    }
  }

  of(tile: TileAddress): number {
    const z = Math.min(tile.z, deepest);
    const scale = 2 ** (tile.z - z);
    return this.stamps.get(tileKey(z, Math.floor(tile.x / scale), Math.floor(tile.y / scale))) ?? this.floor;
  }
}

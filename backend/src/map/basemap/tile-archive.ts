/**
 * Many gzipped tiles in one file, made once and read by offset: nothing of it stays in memory but the index. Equal
 * tiles, such as open land, are kept once. Layout: magic, length of the index, index of 16-byte entries (tile number
 * as double, offset and length as uint32, both from the end of the index), then the tiles.
 */
import { createHash } from 'node:crypto';
import { open, rename, writeFile, type FileHandle } from 'node:fs/promises';
import { gzipSync } from 'node:zlib';
import type { TileAddress } from '../morton.js';

const magic = 0x41744d31;
const headBytes = 8;
const entryBytes = 16;

const tileNumber = ({ z, x, y }: TileAddress): number => (4 ** z - 1) / 3 + y * 2 ** z + x;

export async function writeTileArchive(path: string, tiles: Iterable<{ tile: TileAddress; mvt: Uint8Array }>) {
  const known = new Map<string, { offset: number; length: number }>();
  const bodies: Buffer[] = [];
  const entries: { number: number; offset: number; length: number }[] = [];
  let offset = 0;
  for (const { tile, mvt } of tiles) {
    const digest = createHash('sha1').update(mvt).digest('base64');
    let place = known.get(digest);
    if (!place) {
      const body = gzipSync(mvt, { level: 9 });
      place = { offset, length: body.length };
      known.set(digest, place);
      bodies.push(body);
      offset += body.length;
    }
    entries.push({ number: tileNumber(tile), ...place });
  }
  entries.sort((a, b) => a.number - b.number);
  const index = Buffer.alloc(headBytes + entries.length * entryBytes);
  index.writeUInt32LE(magic, 0);
  index.writeUInt32LE(entries.length, 4);
  entries.forEach((entry, at) => {
    const start = headBytes + at * entryBytes;
    index.writeDoubleLE(entry.number, start);
    index.writeUInt32LE(entry.offset, start + 8);
    index.writeUInt32LE(entry.length, start + 12);
  });
  // Renamed only when whole, so that a build that was cut short leaves nothing half.
  await writeFile(`${path}.part`, Buffer.concat([index, ...bodies]));
  await rename(`${path}.part`, path);
}

export class TileArchive {
  private constructor(
    private readonly file: FileHandle,
    private readonly entries: Buffer,
    private readonly count: number,
  ) {}

  /** @throws when the file is missing or is something else */
  static async open(path: string): Promise<TileArchive> {
    const file = await open(path, 'r');
    const head = Buffer.alloc(headBytes);
    await file.read(head, 0, headBytes, 0);
    if (head.readUInt32LE(0) !== magic) {
      await file.close();
      throw new Error(`${path} is not a tile archive.`);
    }
    const count = head.readUInt32LE(4);
    const entries = Buffer.alloc(count * entryBytes);
    await file.read(entries, 0, entries.length, headBytes);
    return new TileArchive(file, entries, count);
  }

  /** The gzipped tile, null when there is none. */
  async read(tile: TileAddress): Promise<Buffer | null> {
    const wanted = tileNumber(tile);
    let [low, high] = [0, this.count];
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (this.entries.readDoubleLE(middle * entryBytes) < wanted) low = middle + 1;
      else high = middle;
    }
    if (low === this.count || this.entries.readDoubleLE(low * entryBytes) !== wanted) return null;
    const offset = this.entries.readUInt32LE(low * entryBytes + 8);
    const body = Buffer.alloc(this.entries.readUInt32LE(low * entryBytes + 12));
    await this.file.read(body, 0, body.length, headBytes + this.entries.length + offset);
    return body;
  }

  async close(): Promise<void> {
    await this.file.close();
  }
}

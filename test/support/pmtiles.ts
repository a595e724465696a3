/** A tile archive (PMTiles 3) with these tiles in it, nothing of it packed. Made up here, since the library only reads. */
import { zxyToTileId } from 'pmtiles';

export interface MadeTile {
  z: number;
  x: number;
  y: number;
  body: Buffer;
}

const varint = (value: number): number[] =>
  value < 128 ? [value] : [(value % 128) | 128, ...varint(Math.floor(value / 128))];

/** @param tileType 1 for vector tiles, 2 for PNG */
export function pmtilesOf(tiles: readonly MadeTile[], tileType: 1 | 2, attribution = 'Made up'): Buffer {
  const sorted = tiles
    .map((tile) => ({ ...tile, id: zxyToTileId(tile.z, tile.x, tile.y) }))
    .sort((a, b) => a.id - b.id);
  let [last, offset] = [0, 0];
  const [ids, lengths, offsets]: number[][] = [[], [], []];
  for (const { id, body } of sorted) {
    ids!.push(...varint(id - last));
    lengths!.push(...varint(body.length));
    offsets!.push(...varint(offset + 1));
    last = id;
    offset += body.length;
  }
  const runs = sorted.map(() => 1);
  const root = Buffer.from([...varint(sorted.length), ...ids!, ...runs, ...lengths!, ...offsets!]);
  const metadata = Buffer.from(JSON.stringify({ attribution: `<a href="#">${attribution}</a>` }));
  const header = Buffer.alloc(127);
  header.write('PMTiles', 0, 'latin1');
  header.writeUInt8(3, 7);
  const whole = (at: number, value: number): number => header.writeBigUInt64LE(BigInt(value), at);
  const data = 127 + root.length + metadata.length;
  whole(8, 127);
  whole(16, root.length);
  whole(24, 127 + root.length);
  whole(32, metadata.length);
  whole(40, data);
  whole(56, data);
  whole(64, offset);
  for (const at of [72, 80, 88]) whole(at, sorted.length);
  const zooms = tiles.map(({ z }) => z);
  [1, 1, 1, tileType, Math.min(...zooms), Math.max(...zooms)].forEach((value, at) => header.writeUInt8(value, 96 + at));
  const degrees = (at: number, value: number): number => header.writeInt32LE(value * 1e7, at);
  degrees(102, -180);
  degrees(106, -85);
  degrees(110, 180);
  degrees(114, 85);
  return Buffer.concat([header, root, metadata, ...sorted.map(({ body }) => body)]);
}

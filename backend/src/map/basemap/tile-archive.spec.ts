import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { TileArchive, writeTileArchive } from './tile-archive.js';

const bytes = (text: string) => new Uint8Array(Buffer.from(text));
let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'tile-archive-'));
});
afterAll(() => rm(folder, { recursive: true }));

describe('a tile archive', () => {
  it('gives back each tile, also those that look alike, and null for the others', async () => {
    const path = join(folder, 'some.tiles');
    await writeTileArchive(path, [
      { tile: { z: 2, x: 3, y: 1 }, mvt: bytes('land') },
      { tile: { z: 0, x: 0, y: 0 }, mvt: bytes('world') },
      { tile: { z: 2, x: 1, y: 3 }, mvt: bytes('land') },
    ]);
    const archive = await TileArchive.open(path);
    const read = async (z: number, x: number, y: number) => {
      const body = await archive.read({ z, x, y });
      return body && gunzipSync(body).toString();
    };
    expect(await read(0, 0, 0)).toBe('world');
    expect(await read(2, 3, 1)).toBe('land');
    expect(await read(2, 1, 3)).toBe('land');
    expect(await read(2, 0, 0)).toBeNull();
    expect(await read(7, 127, 127)).toBeNull();
    await archive.close();
  });

  it('refuses a file that is something else', async () => {
    const path = join(folder, 'other');
    await writeFile(path, 'not an archive');
    await expect(TileArchive.open(path)).rejects.toThrow('not a tile archive');
  });
});

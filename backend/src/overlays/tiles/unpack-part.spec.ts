import { gzipSync } from 'node:zlib';
import { describe, expect, it } from '@jest/globals';
import { Compression } from 'pmtiles';
import { unpackUpTo } from './unpack-part.js';

const copyOf = (bytes: Uint8Array): ArrayBuffer => new Uint8Array(bytes).buffer;

describe('a part of an archive', () => {
  it('is unpacked, or left as it is where it is not packed', async () => {
    const plain = Buffer.from('made-up tile');
    const unpack = unpackUpTo(1_000);
    expect(Buffer.from(await unpack(copyOf(gzipSync(plain)), Compression.Gzip))).toEqual(plain);
    expect(Buffer.from(await unpack(copyOf(plain), Compression.None))).toEqual(plain);
    await expect(unpack(copyOf(plain), Compression.Zstd)).rejects.toThrow('not read');
  });

  it('that unpacks to more than it may is refused', async () => {
    const bomb = copyOf(gzipSync(Buffer.alloc(100_000)));
    expect(bomb.byteLength).toBeLessThan(1_000);
    await expect(unpackUpTo(99_999)(bomb, Compression.Gzip)).rejects.toThrow();
    expect((await unpackUpTo(100_000)(bomb, Compression.Gzip)).byteLength).toBe(100_000);
  });
});

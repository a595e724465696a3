/** Unpacks a part of a tile archive up to a bound: a few kilobytes may claim to be gigabytes. */
import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';
import { Compression, type DecompressFunc } from 'pmtiles';

export const unpackUpTo =
  (most: number): DecompressFunc =>
  async (packed, compression) => {
    if (compression === Compression.None || compression === Compression.Unknown) return packed;
    if (compression !== Compression.Gzip) throw new Error('The archive is packed in a way that is not read.');
    const { buffer, byteOffset, byteLength } = await promisify(gunzip)(packed, { maxOutputLength: most });
    return buffer.slice(byteOffset, byteOffset + byteLength);
  };

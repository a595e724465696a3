/**
 * How a spool lies on the disk: each record with its length and its checksum in front, so that one that was cut by a loss
 * of power is known as such. Pure.
 */
import { crc32 } from 'node:zlib';

/** Length and CRC-32 of the record, each four bytes, the highest first. */
const headBytes = 8;

export function framed(record: Buffer): Buffer {
  const head = Buffer.alloc(headBytes);
  head.writeUInt32BE(record.length, 0);
  head.writeUInt32BE(crc32(record), 4);
  return Buffer.concat([head, record]);
}

/** The records up to the first that is not whole: nothing behind it was ever acknowledged. */
export function* unframed(bytes: Buffer): Generator<Buffer> {
  for (let at = 0; at + headBytes <= bytes.length;) {
    const begin = at + headBytes;
    const end = begin + bytes.readUInt32BE(at);
    if (end > bytes.length) return;
    const record = bytes.subarray(begin, end);
    if (crc32(record) !== bytes.readUInt32BE(at + 4)) return;
    yield record;
    at = end;
  }
}

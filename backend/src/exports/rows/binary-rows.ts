/**
 * A page of rows in PostgreSQL's binary COPY format, each in its message of the protocol, read field by field where they
 * lie, since an object a row would cost more than all else. Layout: the PostgreSQL manual, COPY, "Binary Format". Pure.
 */
import { messageHead } from '../../platform/index.js';

/** In the first message, before its row or alone: the format's name, its flags and the length of nothing more. */
const headerBytes = 19;
const lengthAt = 1;
const microsecondsTo2000 = 946_684_800_000_000;
const wordBytes = 2 ** 32;

/** EWKB of a point with its reference system: byte order, type, system, x, y. */
const pointBytes = 25;

export class BinaryRows {
  /** Where each field of the row begins and ends; it begins at -1 where it is null. */
  readonly starts: Int32Array;
  readonly ends: Int32Array;
  private at: number;

  /** Where the row ends: tells one from another. */
  get position(): number {
    return this.at;
  }

  constructor(
    readonly bytes: Buffer,
    private readonly fields: number,
  ) {
    this.starts = new Int32Array(fields);
    this.ends = new Int32Array(fields);
    const isAlone = bytes.readUInt32BE(lengthAt) - 4 === headerBytes;
    this.at = messageHead + headerBytes + (isAlone ? messageHead : 0);
  }

  /** Goes to the next row; false at the end. @throws Error where the bytes are no such row */
  next(): boolean {
    const { bytes, starts, ends, fields } = this;
    const count = bytes.readInt16BE(this.at);
    if (count === -1) return false;
    if (count !== fields) throw new Error('The database sent other fields than were asked for.');
    let at = this.at + 2;
    for (let field = 0; field < fields; field++) {
      const length =
        ((bytes[at] ?? 0) << 24) | ((bytes[at + 1] ?? 0) << 16) | ((bytes[at + 2] ?? 0) << 8) | (bytes[at + 3] ?? 0);
      at += 4;
      starts[field] = length === -1 ? -1 : at;
      if (length > 0) at += length;
      ends[field] = at;
    }
    if (at > bytes.length) throw new Error('The database sent half a row.');
    this.at = at + messageHead;
    return true;
  }

  start(field: number): number {
    return this.starts[field] ?? -1;
  }

  end(field: number): number {
    return this.ends[field] ?? -1;
  }

  isNull(field: number): boolean {
    return this.start(field) === -1;
  }

  text(field: number): string | null {
    return this.isNull(field) ? null : this.bytes.toString('utf8', this.start(field), this.end(field));
  }

  uuid(field: number): string | null {
    if (this.isNull(field)) return null;
    const hex = this.bytes.toString('hex', this.start(field), this.end(field));
    return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
  }

  integer(field: number): number | null {
    return this.isNull(field) ? null : this.bytes.readInt32BE(this.start(field));
  }

  /** Of single precision. */
  float(field: number): number {
    return this.isNull(field) ? Number.NaN : this.bytes.readFloatBE(this.start(field));
  }

  boolean(field: number): boolean | null {
    return this.isNull(field) ? null : this.bytes[this.start(field)] === 1;
  }

  /** Since 1970; exact until the year 2255. */
  microseconds(field: number): number | null {
    if (this.isNull(field)) return null;
    const start = this.start(field);
    const high = this.bytes.readInt32BE(start);
    return high * wordBytes + this.bytes.readUInt32BE(start + 4) + microsecondsTo2000;
  }

  /** Degrees east, NaN where there is no place. */
  longitude(field: number): number {
    return this.coordinate(field, 9);
  }

  latitude(field: number): number {
    return this.coordinate(field, 17);
  }

  private coordinate(field: number, offset: number): number {
    const start = this.start(field);
    if (start === -1) return Number.NaN;
    if (this.end(field) - start !== pointBytes) throw new Error('The database sent something else than a point.');
    const isLittle = this.bytes[start] === 1;
    return isLittle ? this.bytes.readDoubleLE(start + offset) : this.bytes.readDoubleBE(start + offset);
  }
}

/**
 * What the database sends while it copies out: messages of a type, a length and a body, cut anywhere on their way. Keeps
 * those that carry rows, as they came, and knows where the copy ends. Layout: the PostgreSQL manual, "Message Formats". Pure.
 */
const typeBytes = 1;

/** Before each row: its type and its length, which counts itself. */
export const messageHead = 5;

const copyData = 'd'.charCodeAt(0);
/** That it begins, and what a server may say at any time. */
const passedOver = new Set([...'HNSA'].map((type) => type.charCodeAt(0)));

const firstPageBytes = 64 * 1024;

/** Where the rows of one copy go; the next may go there once nobody reads these any more. */
export class CopyPage {
  private bytes = Buffer.allocUnsafeSlow(firstPageBytes);
  private length = 0;

  get rows(): Buffer {
    return this.bytes.subarray(0, this.length);
  }

  clear(): void {
    this.length = 0;
  }

  add(chunk: Buffer, from: number, until: number): void {
    const length = this.length + until - from;
    if (length > this.bytes.length) {
      const larger = Buffer.allocUnsafeSlow(Math.max(length, this.bytes.length * 2));
      this.bytes.copy(larger, 0, 0, this.length);
      this.bytes = larger;
    }
    chunk.copy(this.bytes, this.length, from, until);
    this.length = length;
  }
}

export class CopyMessages {
  /** The beginning of a head that was cut. */
  private begun: Buffer = Buffer.alloc(0);
  /** Of the message that was cut: how much of it is still to come. */
  private left = 0;
  private isKept = false;

  constructor(private readonly page: CopyPage) {}

  /** Null while it goes on; at its end whatever follows it, beginning with the message that ended it. */
  take(chunk: Buffer): Buffer | null {
    const bytes = this.begun.length === 0 ? chunk : Buffer.concat([this.begun, chunk]);
    let from = 0;
    let at = Math.min(this.left, bytes.length);
    this.left -= at;
    while (this.left === 0 && bytes.length - at >= messageHead) {
      const type = bytes[at] ?? 0;
      const isKept = type === copyData;
      if (isKept !== this.isKept) {
        this.keep(bytes, from, at);
        from = at;
        this.isKept = isKept;
      }
      if (!isKept && !passedOver.has(type)) return bytes.subarray(at);
      const end = at + typeBytes + bytes.readUInt32BE(at + typeBytes);
      at = Math.min(end, bytes.length);
      this.left = end - at;
    }
    this.keep(bytes, from, at);
    this.begun = bytes.subarray(at);
    return null;
  }

  private keep(bytes: Buffer, from: number, until: number): void {
    if (this.isKept && until > from) this.page.add(bytes, from, until);
  }
}

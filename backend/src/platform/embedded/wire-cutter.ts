/**
 * Cuts a client's bytes of the PostgreSQL protocol where the embedded database may take them: at Sync, simple query,
 * Flush or copy end. A message at a time breaks the protocol after an error, because the engine then skips to a Sync
 * that it has not been given yet.
 */
const endsBatch = new Set(['S', 'Q', 'H', 'c', 'f'].map((letter) => letter.charCodeAt(0)));
const terminate = 'X'.charCodeAt(0);

const sslRequest = 80_877_103;
const gssEncryptionRequest = 80_877_104;
const cancelRequest = 80_877_102;

export type Cut =
  | { kind: 'encryption' }
  | { kind: 'cancel' }
  | { kind: 'startup'; bytes: Buffer }
  | { kind: 'batch'; bytes: Buffer }
  | { kind: 'terminate' };

export class WireCutter {
  private pending: Buffer = Buffer.alloc(0);
  /** Where the next unread message starts inside `pending`. */
  private readTo = 0;
  private started = false;

  /** Takes bytes as they arrive and returns what is complete, in order. */
  push(chunk: Buffer): Cut[] {
    this.pending = this.pending.length === 0 ? chunk : Buffer.concat([this.pending, chunk]);
    const cuts: Cut[] = [];
    for (let cut = this.next(); cut !== null; cut = this.next()) cuts.push(cut);
    return cuts;
  }

  private next(): Cut | null {
    return this.started ? this.nextBatch() : this.nextStartup();
  }

  private nextStartup(): Cut | null {
    if (this.pending.length < 8) return null;
    const length = this.pending.readInt32BE(0);
    if (this.pending.length < length) return null;
    const bytes = this.take(length);
    switch (bytes.readInt32BE(4)) {
      case sslRequest:
      case gssEncryptionRequest:
        return { kind: 'encryption' };
      case cancelRequest:
        return { kind: 'cancel' };
      default:
        this.started = true;
        return { kind: 'startup', bytes };
    }
  }

  private nextBatch(): Cut | null {
    while (this.pending.length - this.readTo >= 5) {
      const type = this.pending[this.readTo];
      const end = this.readTo + 1 + this.pending.readInt32BE(this.readTo + 1);
      if (this.pending.length < end) return null;
      this.readTo = end;
      if (type === terminate) return { kind: 'terminate' };
      if (type !== undefined && endsBatch.has(type)) return { kind: 'batch', bytes: this.take(end) };
    }
    return null;
  }

  private take(length: number): Buffer {
    const bytes = this.pending.subarray(0, length);
    this.pending = this.pending.subarray(length);
    this.readTo = 0;
    return bytes;
  }
}

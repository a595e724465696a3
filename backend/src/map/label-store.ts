/**
 * The words of the points, as bytes one behind the other. A million strings are a million things that the garbage
 * collector looks at again and again; here it sees one.
 */
const smallest = 2 ** 16;
/** Once more than this share is words that nobody points to, the rest is moved together. */
const mostWaste = 0.5;

export class LabelStore {
  private bytes = Buffer.alloc(smallest);
  private end = 0;
  private waste = 0;
  private starts = new Uint32Array(1024);
  private lengths = new Uint16Array(1024);

  put(row: number, text: string): void {
    const length = Buffer.byteLength(text);
    if (row >= this.starts.length) this.makeRoomForRows(row);
    const former = this.lengths[row]!;
    this.lengths[row] = length;
    if (length <= former) {
      this.bytes.write(text, this.starts[row]!);
      this.waste += former - length;
      return;
    }
    this.waste += former;
    if (this.end + length > this.bytes.length) this.makeRoom(row, length);
    this.starts[row] = this.end;
    this.end += this.bytes.write(text, this.end);
  }

  get(row: number): string {
    const start = this.starts[row]!;
    return this.bytes.toString('utf8', start, start + this.lengths[row]!);
  }

  /** Row `n` of the result is row `order[n]` of this one. */
  inOrder(order: Uint32Array): LabelStore {
    const next = new LabelStore();
    next.bytes = Buffer.alloc(Math.max(smallest, this.end - this.waste));
    next.makeRoomForRows(order.length);
    order.forEach((row, at) => next.take(at, this.bytes, this.starts[row]!, this.lengths[row]!));
    return next;
  }

  private take(row: number, from: Buffer, start: number, length: number): void {
    from.copy(this.bytes, this.end, start, start + length);
    this.starts[row] = this.end;
    this.lengths[row] = length;
    this.end += length;
  }

  private makeRoomForRows(row: number): void {
    const count = Math.max(row + 1, this.starts.length * 2);
    const [starts, lengths] = [new Uint32Array(count), new Uint16Array(count)];
    starts.set(this.starts);
    lengths.set(this.lengths);
    [this.starts, this.lengths] = [starts, lengths];
  }

  /** The row is about to be written: what it held goes. */
  private makeRoom(row: number, length: number): void {
    const { bytes, starts, lengths } = this;
    const isWasteful = this.waste > bytes.length * mostWaste;
    const needed = this.end + length;
    this.bytes = Buffer.alloc(
      isWasteful ? Math.max(bytes.length, needed - this.waste) : Math.max(bytes.length * 2, needed),
    );
    if (!isWasteful) {
      bytes.copy(this.bytes, 0, 0, this.end);
      return;
    }
    this.end = this.waste = 0;
    const own = lengths[row]!;
    lengths[row] = 0;
    for (let at = 0; at < lengths.length; at++) if (lengths[at]! > 0) this.take(at, bytes, starts[at]!, lengths[at]!);
    lengths[row] = own;
  }
}

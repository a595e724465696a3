/**
 * Which row an id stands in: UUIDs as four numbers each, in a table with open addressing. A million of them take 24 MB
 * and no work of the garbage collector; as strings in a Map they took 150.
 */
const smallest = 1024;
const wordsPerId = 4;
/** A byte in two hexadecimal digits. */
const hex = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'));

export class IdTable {
  private words = new Uint32Array(smallest * wordsPerId);
  /** Row + 1 by the place that its id leads to, 0 where nothing is. A power of two, at most half of it taken. */
  private slots = new Uint32Array(smallest * 2);
  private readonly wanted = new Uint32Array(wordsPerId);
  private count = 0;

  get size(): number {
    return this.count;
  }

  /** -1 when it is not there. */
  find(id: string): number {
    this.read(id);
    return this.slots[this.slotOf()]! - 1;
  }

  /** The id must not be there yet, and nothing else may stand in the row. */
  add(id: string, row: number): void {
    if ((this.count + 1) * 2 > this.slots.length) this.grow();
    if ((row + 1) * wordsPerId > this.words.length) {
      const words = new Uint32Array(Math.max(this.words.length * 2, (row + 1) * wordsPerId));
      words.set(this.words);
      this.words = words;
    }
    this.read(id);
    this.words.set(this.wanted, row * wordsPerId);
    this.slots[this.slotOf()] = row + 1;
    this.count++;
  }

  remove(id: string): void {
    this.read(id);
    const { slots } = this;
    const mask = slots.length - 1;
    let hole = this.slotOf();
    if (slots[hole] === 0) return;
    this.count--;
    // What was pushed on by others moves back into the hole, so that no search ends at it too early.
    for (let at = (hole + 1) & mask; slots[at] !== 0; at = (at + 1) & mask) {
      const home = this.homeOf(this.words, (slots[at]! - 1) * wordsPerId);
      if (((at - home) & mask) < ((at - hole) & mask)) continue;
      slots[hole] = slots[at]!;
      hole = at;
    }
    slots[hole] = 0;
  }

  /** Row `n` of the result is row `order[n]` of this one. */
  inOrder(order: Uint32Array): IdTable {
    const next = new IdTable();
    next.words = new Uint32Array(Math.max(smallest, order.length + (order.length >> 3)) * wordsPerId);
    let places = next.slots.length;
    while (places < order.length * 2.25) places *= 2;
    next.slots = new Uint32Array(places);
    next.count = order.length;
    for (let row = 0; row < order.length; row++) {
      const from = order[row]! * wordsPerId;
      for (let at = 0; at < wordsPerId; at++) next.words[row * wordsPerId + at] = this.words[from + at]!;
      next.place(row + 1);
    }
    return next;
  }

  idOf(row: number): string {
    let digits = '';
    for (let at = row * wordsPerId; at < (row + 1) * wordsPerId; at++) {
      const word = this.words[at]!;
      digits += hex[word >>> 24]! + hex[(word >>> 16) & 255]! + hex[(word >>> 8) & 255]! + hex[word & 255]!;
    }
    return [digits.slice(0, 8), digits.slice(8, 12), digits.slice(12, 16), digits.slice(16, 20), digits.slice(20)].join(
      '-',
    );
  }

  private read(id: string): void {
    const number = (from: number, to: number): number => Number.parseInt(id.slice(from, to), 16);
    this.wanted[0] = number(0, 8);
    this.wanted[1] = number(9, 13) * 65_536 + number(14, 18);
    this.wanted[2] = number(19, 23) * 65_536 + number(24, 28);
    this.wanted[3] = number(28, 36);
  }

  /** Where the wanted id is, or would be. */
  private slotOf(): number {
    const { slots, words, wanted } = this;
    const mask = slots.length - 1;
    let at = this.homeOf(wanted, 0);
    for (; slots[at] !== 0; at = (at + 1) & mask) {
      const own = (slots[at]! - 1) * wordsPerId;
      if (
        words[own + 3] === wanted[3] &&
        words[own + 2] === wanted[2] &&
        words[own + 1] === wanted[1] &&
        words[own] === wanted[0]
      )
        break;
    }
    return at;
  }

  private homeOf(words: Uint32Array, at: number): number {
    let mixed = words[at]! ^ Math.imul(words[at + 1]!, 0x9e3779b1);
    mixed = Math.imul(mixed ^ words[at + 2]!, 0x85ebca6b) ^ words[at + 3]!;
    mixed = Math.imul(mixed ^ (mixed >>> 15), 0xc2b2ae35);
    return (mixed ^ (mixed >>> 13)) & (this.slots.length - 1);
  }

  private grow(): void {
    const old = this.slots;
    this.slots = new Uint32Array(old.length * 2);
    for (const taken of old) if (taken !== 0) this.place(taken);
  }

  private place(taken: number): void {
    const mask = this.slots.length - 1;
    let at = this.homeOf(this.words, (taken - 1) * wordsPerId);
    while (this.slots[at] !== 0) at = (at + 1) & mask;
    this.slots[at] = taken;
  }
}

/**
 * Puts texts, numbers and times into bytes without making strings of them: a file of a million rows is written as fast
 * as the database reads them. Each piece that is full is handed on and a new one begun.
 */
const pieceBytes = 256 * 1024;
/** What a reader may still hold of them: the piece that leaves, and one that is compressed or waits behind it. */
const piecesInHand = 2;
/** A row that needs more makes its piece longer. */
const roomForRow = 8 * 1024;
const digitsOfZero = 0x30;
const mostDigits = 2_147_483_647;
const hexDigits = Buffer.from('0123456789abcdef', 'latin1');
const quote = 0x22;
const apostrophe = 0x27;
const comma = 0x2c;
const dayMs = 86_400_000;

/** Letters that make a cell a formula when they lead it: OWASP ASVS 5, 1.2.10. */
const leadsFormula = new Uint8Array(128);
for (const letter of '=+-@\t\r\n\0') leadsFormula[letter.charCodeAt(0)] = 1;

/** What JSON escapes: control characters, the quote and the backslash. */
const escapes: (Buffer | undefined)[] = Array.from({ length: 128 }, (_, code) => {
  const written = JSON.stringify(String.fromCharCode(code)).slice(1, -1);
  return written.length > 1 ? Buffer.from(written, 'latin1') : undefined;
});
const isEscaped = Uint8Array.from({ length: 256 }, (_, byte) => (escapes[byte] === undefined ? 0 : 1));

export class ByteWriter {
  private bytes = Buffer.allocUnsafe(pieceBytes);
  /** Those that were handed on, the last one at the end. */
  private readonly handedOn: Buffer<ArrayBuffer>[] = [];
  private at = 0;
  private day = Number.NaN;
  private dayBytes = Buffer.alloc(0);

  /** @param isReadInTurn whoever takes a piece is done with all but the last two when they ask for the next */
  constructor(private readonly isReadInTurn = false) {}

  get isFull(): boolean {
    return this.at > pieceBytes - roomForRow;
  }

  /** Hands on what is written and begins anew. */
  take(): Buffer {
    const { bytes, at } = this;
    if (this.isReadInTurn) this.handedOn.push(bytes);
    const isFree = this.handedOn.length > piecesInHand;
    this.bytes = (isFree ? this.handedOn.shift() : undefined) ?? Buffer.allocUnsafe(pieceBytes);
    this.at = 0;
    return bytes.subarray(0, at);
  }

  ascii(text: string): void {
    const { length } = text;
    if (length === 0) return;
    this.makeRoom(length);
    const { bytes } = this;
    let at = this.at;
    // For words this short a call into the engine costs more than the letters.
    for (let index = 0; index < length; index++) bytes[at++] = text.charCodeAt(index);
    this.at = at;
  }

  raw(source: Uint8Array, start = 0, end = source.length): void {
    this.makeRoom(end - start);
    const { bytes } = this;
    let at = this.at;
    for (let from = start; from < end; from++) bytes[at++] = source[from] ?? 0;
    this.at = at;
  }

  /** Inside the quotes of JSON. */
  json(source: Uint8Array, start = 0, end = source.length): void {
    this.makeRoom((end - start) * 6);
    const { bytes } = this;
    let at = this.at;
    for (let from = start; from < end; from++) {
      const byte = source[from] ?? 0;
      if (isEscaped[byte] === 0) bytes[at++] = byte;
      else for (const letter of escapes[byte] ?? []) bytes[at++] = letter;
    }
    this.at = at;
  }

  /** A cell by RFC 4180, in quotes where it must be; one that a spreadsheet would run becomes text again. */
  csv(source: Uint8Array, start = 0, end = source.length, isHarmless = false): void {
    this.makeRoom((end - start) * 2 + 3);
    const { bytes } = this;
    const first = source[start] ?? 0;
    const isFormula = !isHarmless && end > start && first < 128 && leadsFormula[first] === 1;
    const isQuoted = needsQuotes(source, start, end);
    let at = this.at;
    if (isQuoted) bytes[at++] = quote;
    if (isFormula) bytes[at++] = apostrophe;
    for (let from = start; from < end; from++) {
      const byte = source[from] ?? 0;
      bytes[at++] = byte;
      if (byte === quote) bytes[at++] = quote;
    }
    if (isQuoted) bytes[at++] = quote;
    this.at = at;
  }

  uuid(source: Uint8Array, start: number): void {
    this.makeRoom(36);
    const { bytes } = this;
    let at = this.at;
    for (let index = 0; index < 16; index++) {
      if (index === 4 || index === 6 || index === 8 || index === 10) bytes[at++] = 0x2d;
      const byte = source[start + index] ?? 0;
      bytes[at++] = hexDigits[byte >> 4] ?? 0;
      bytes[at++] = hexDigits[byte & 15] ?? 0;
    }
    this.at = at;
  }

  integer(value: number): void {
    if (value < 0 || value > mostDigits) {
      this.ascii(String(value));
      return;
    }
    this.makeRoom(10);
    let digits = 1;
    for (let rest = value; rest >= 10; rest = (rest / 10) | 0) digits += 1;
    let rest = value;
    for (let at = this.at + digits - 1; at >= this.at; at--) {
      const next = (rest / 10) | 0;
      this.bytes[at] = digitsOfZero + rest - next * 10;
      rest = next;
    }
    this.at += digits;
  }

  /** Rounded to seven decimals, written without those that are zero. */
  degrees(value: number): void {
    const scaled = Math.round(Math.abs(value) * 1e7);
    this.makeRoom(16);
    const { bytes } = this;
    if (value < 0 && scaled > 0) bytes[this.at++] = 0x2d;
    const whole = Math.floor(scaled / 1e7);
    this.integer(whole);
    let rest = scaled - whole * 1e7;
    if (rest === 0) return;
    bytes[this.at] = 0x2e;
    let last = 0;
    for (let place = 7; place > 0; place--) {
      const next = (rest / 10) | 0;
      const digit = rest - next * 10;
      bytes[this.at + place] = digitsOfZero + digit;
      if (digit > 0 && last === 0) last = place;
      rest = next;
    }
    this.at += last + 1;
  }

  /** ISO 8601 in UTC with milliseconds. */
  instant(microseconds: number): void {
    const ms = Math.floor(microseconds / 1000);
    const day = Math.floor(ms / dayMs);
    if (day !== this.day) {
      this.day = day;
      this.dayBytes = Buffer.from(new Date(day * dayMs).toISOString().slice(0, -'00:00:00.000Z'.length), 'latin1');
    }
    this.raw(this.dayBytes);
    const rest = ms - day * dayMs;
    this.makeRoom(13);
    // Less than a day of milliseconds is a small whole number, whose parts need no rounding.
    const [seconds, part] = [(rest / 1000) | 0, rest % 1000];
    this.two((seconds / 3600) | 0, 0x3a);
    this.two(((seconds / 60) | 0) % 60, 0x3a);
    this.two(seconds % 60, 0x2e);
    this.bytes[this.at++] = digitsOfZero + ((part / 100) | 0);
    this.two(part % 100, 0x5a);
  }

  private two(value: number, after: number): void {
    this.bytes[this.at++] = digitsOfZero + ((value / 10) | 0);
    this.bytes[this.at++] = digitsOfZero + (value % 10);
    this.bytes[this.at++] = after;
  }

  private makeRoom(more: number): void {
    if (this.at + more <= this.bytes.length) return;
    const larger = Buffer.allocUnsafe(Math.max(this.bytes.length * 2, this.at + more));
    this.bytes.copy(larger, 0, 0, this.at);
    this.bytes = larger;
  }
}

function needsQuotes(source: Uint8Array, start: number, end: number): boolean {
  for (let from = start; from < end; from++) {
    const byte = source[from];
    if (byte === comma || byte === quote || byte === 0x0a || byte === 0x0d) return true;
  }
  return false;
}

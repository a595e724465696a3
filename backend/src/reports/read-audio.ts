/**
 * Which kind of recording a file is, by its bytes alone: what a sender says of it is not believed. Recordings are kept
 * as they are, since making them anew would need a codec for each. Pure. Sources: the formats' own specifications.
 */

export type AudioType =
  'audio/mpeg' | 'audio/ogg' | 'audio/amr' | 'audio/amr-wb' | 'audio/mp4' | 'audio/aac' | 'audio/wav';

const ascii = (bytes: Buffer, at: number, length: number): string => bytes.toString('latin1', at, at + length);

/** Null for what is no recording, films included. */
export function audioTypeOf(bytes: Buffer): AudioType | null {
  if (ascii(bytes, 0, 6) === '#!AMR\n') return 'audio/amr';
  if (ascii(bytes, 0, 9) === '#!AMR-WB\n') return 'audio/amr-wb';
  if (ascii(bytes, 0, 4) === 'RIFF' && ascii(bytes, 8, 4) === 'WAVE') return 'audio/wav';
  if (ascii(bytes, 0, 4) === 'OggS') return isOggSound(bytes) ? 'audio/ogg' : null;
  if (ascii(bytes, 4, 4) === 'ftyp') return isMp4Sound(bytes) ? 'audio/mp4' : null;
  const start = afterId3(bytes);
  if (hasFrames(bytes, start, mp3FrameLength)) return 'audio/mpeg';
  return hasFrames(bytes, start, adtsFrameLength) ? 'audio/aac' : null;
}

const oggCodecs = ['OpusHead', '\x01vorbis', 'Speex   ', '\x7fFLAC'];

/** The first packet names the codec; it begins after the table of segments. */
function isOggSound(bytes: Buffer): boolean {
  const at = 27 + (bytes[26] ?? 0);
  return oggCodecs.some((name) => ascii(bytes, at, name.length) === name);
}

/** Tracks say what they are: sound, and no picture. */
function isMp4Sound(bytes: Buffer): boolean {
  const handlers = handlersIn(bytes, 0, bytes.length, mp4Folders);
  return handlers.includes('soun') && !handlers.includes('vide');
}

/** Each inside of the one before; no deeper, however a file may be nested. */
const mp4Folders: readonly string[] = ['moov', 'trak', 'mdia'];

function handlersIn(bytes: Buffer, from: number, to: number, [folder, ...below]: readonly string[]): string[] {
  const found: string[] = [];
  for (let at = from; at + 8 <= to;) {
    const [size, type] = [bytes.readUInt32BE(at), ascii(bytes, at + 4, 4)];
    // One of 0 reaches to the end; one of 1 is larger than anything that is kept here.
    const end = size === 0 ? to : at + size;
    if (end < at + 8 || end > to) return found;
    if (folder === undefined && type === 'hdlr') found.push(ascii(bytes, at + 16, 4));
    else if (type === folder) found.push(...handlersIn(bytes, at + 8, end, below));
    at = end;
  }
  return found;
}

/** Notes about a piece of music may stand before it, with seven bits to a byte of their length. */
function afterId3(bytes: Buffer): number {
  if (ascii(bytes, 0, 3) !== 'ID3' || bytes.length < 10) return 0;
  const [a = 0, b = 0, c = 0, d = 0] = bytes.subarray(6, 10);
  return 10 + ((a & 0x7f) << 21) + ((b & 0x7f) << 14) + ((c & 0x7f) << 7) + (d & 0x7f);
}

/** Two bytes alone say little: the next frame must begin where this one ends. */
function hasFrames(bytes: Buffer, start: number, lengthAt: (bytes: Buffer, at: number) => number): boolean {
  const first = lengthAt(bytes, start);
  const next = start + first;
  return first > 0 && (next === bytes.length || lengthAt(bytes, next) > 0);
}

const bitRates = {
  1: [0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320],
  2: [0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160],
};
const sampleRates = [44_100, 48_000, 32_000];

/** Of a frame of MPEG layer III, 0 where there is none. */
function mp3FrameLength(bytes: Buffer, at: number): number {
  const [first = 0, second = 0, third = 0] = bytes.subarray(at, at + 4);
  const isLayer3 = first === 0xff && (second & 0xe6) === 0xe2;
  const version = (second >> 3) & 3;
  const sampleRate = sampleRates[(third >> 2) & 3];
  if (!isLayer3 || version === 1 || sampleRate === undefined) return 0;
  const isFirst = version === 3;
  const kilobits = (isFirst ? bitRates[1] : bitRates[2])[third >> 4] ?? 0;
  const divisor = isFirst ? 1 : version === 2 ? 2 : 4;
  if (kilobits === 0) return 0;
  return Math.floor(((isFirst ? 144 : 72) * kilobits * 1_000) / (sampleRate / divisor)) + ((third >> 1) & 1);
}

/** Of a frame of AAC as it is streamed, 0 where there is none. */
function adtsFrameLength(bytes: Buffer, at: number): number {
  const [first = 0, second = 0, , fourth = 0, fifth = 0, sixth = 0] = bytes.subarray(at, at + 7);
  if (first !== 0xff || (second & 0xf6) !== 0xf0) return 0;
  const length = ((fourth & 3) << 11) | (fifth << 3) | (sixth >> 5);
  return length >= 7 ? length : 0;
}

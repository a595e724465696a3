/**
 * Where a photo was taken, as its EXIF says: just enough of a reader for JPEG, without decoding the picture. The point
 * is offered, never taken by itself.
 */
import type { Point } from './place-reading.js';

const mostBytes = 256 * 1024;
const gpsPointer = 0x8825;

/** An image file directory: where the value of each tag stands. */
function tagsOf(view: DataView, start: number, offset: number, isLittle: boolean): Map<number, number> {
  const tags = new Map<number, number>();
  const count = view.getUint16(start + offset, isLittle);
  for (let at = 0; at < count; at++) {
    const entry = start + offset + 2 + at * 12;
    tags.set(view.getUint16(entry, isLittle), entry + 8);
  }
  return tags;
}

function readTiff(view: DataView, start: number): Point | null {
  const isLittle = view.getUint16(start) === 0x4949;
  const first = tagsOf(view, start, view.getUint32(start + 4, isLittle), isLittle);
  const pointer = first.get(gpsPointer);
  if (pointer === undefined) return null;
  const gps = tagsOf(view, start, view.getUint32(pointer, isLittle), isLittle);
  const angle = (valueTag: number, letterTag: number, negative: string): number => {
    const [value, letter] = [gps.get(valueTag), gps.get(letterTag)];
    if (value === undefined || letter === undefined) return NaN;
    const at = start + view.getUint32(value, isLittle);
    const part = (index: number): number => {
      const [above, below] = [view.getUint32(at + index * 8, isLittle), view.getUint32(at + index * 8 + 4, isLittle)];
      return above === 0 ? 0 : above / below;
    };
    const degrees = part(0) + part(1) / 60 + part(2) / 3600;
    return String.fromCharCode(view.getUint8(letter)) === negative ? -degrees : degrees;
  };
  const [lat, lon] = [angle(2, 1, 'S'), angle(4, 3, 'W')];
  // Cameras without a fix write zeros.
  if (!(Math.abs(lat) <= 90 && Math.abs(lon) <= 180) || (lat === 0 && lon === 0)) return null;
  return { lat: Math.round(lat * 1e6) / 1e6, lon: Math.round(lon * 1e6) / 1e6 };
}

/** @throws RangeError when it is cut off */
function readJpeg(view: DataView): Point | null {
  if (view.getUint16(0) !== 0xffd8) return null;
  for (let at = 2; at + 4 <= view.byteLength; ) {
    const marker = view.getUint16(at);
    // The picture itself, or nothing that a JPEG has.
    if (marker === 0xffda || marker < 0xff00) return null;
    const isExif = marker === 0xffe1 && view.getUint32(at + 4) === 0x45786966;
    if (isExif) return readTiff(view, at + 10);
    at += 2 + view.getUint16(at + 2);
  }
  return null;
}

/** Null for a photo that does not say it, for other kinds of files, and for what cannot be read. */
export async function photoPosition(file: Blob): Promise<Point | null> {
  try {
    return readJpeg(new DataView(await file.slice(0, mostBytes).arrayBuffer()));
  } catch {
    return null;
  }
}

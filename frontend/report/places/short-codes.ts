/** Codes in links that hold a place without asking anybody: of OpenStreetMap, of Organic Maps, and geohashes. */
import { accuracyOfStep, accuracyOfView, readingOf, type PlaceReading } from './place-reading.js';

const upper = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ';
const sixtyTwo = `${upper}${upper.toLowerCase()}0123456789`;

/** Bits of both axes by turns; the first of each digit is `first`'s. Numbers, since shifts end at 32 bits. */
function interleaved(digits: readonly number[], bits: number): { first: number; second: number; each: number } {
  let [first, second, count] = [0, 0, 0];
  for (const digit of digits) {
    for (let bit = bits - 1; bit >= 0; bit--, count++) {
      const value = Math.floor(digit / 2 ** bit) % 2;
      if (count % 2 === 0) first = first * 2 + value;
      else second = second * 2 + value;
    }
  }
  return { first, second, each: count };
}

function digitsOf(code: string, alphabet: string): number[] | null {
  const digits = Array.from(code, (character) => alphabet.indexOf(character));
  return digits.length === 0 || digits.includes(-1) ? null : digits;
}

/** osm.org/go/…: dashes at the end make the zoom of the view finer. */
export function readOsmCode(code: string, isPin: boolean): PlaceReading | null {
  const letters = code.replace(/[-=]+$/, '').replace(/@/g, '~');
  const digits = digitsOf(letters, `${sixtyTwo}_~`);
  if (digits === null || digits.length > 12) return null;
  const { first, second } = interleaved(digits, 6);
  const cells = 8 ** digits.length;
  const [lon, lat] = [((first + 0.5) / cells) * 360 - 180, ((second + 0.5) / cells) * 180 - 90];
  const zoom = digits.length * 3 - 8 + (code.length - letters.length > 0 ? -(3 - (code.length - letters.length)) : 0);
  const ofCell = accuracyOfStep(360 / cells);
  return readingOf(lat, lon, 'short-link', isPin ? ofCell : Math.max(ofCell, accuracyOfView(lat, zoom)));
}

/** ge0://, om:// and omaps.app: a letter for the zoom, then up to nine with latitude first. */
export function readGe0Code(code: string): PlaceReading | null {
  const digits = digitsOf(code, `${sixtyTwo}-_`);
  if (digits === null || digits.length < 5 || digits.length > 11) return null;
  const { first, second } = interleaved(digits.slice(1), 6);
  const cells = 8 ** (digits.length - 1);
  const [lat, lon] = [((first + 0.5) / cells) * 180 - 90, ((second + 0.5) / cells) * 360 - 180];
  return readingOf(lat, lon, 'short-link', accuracyOfStep(360 / cells));
}

export function readGeohash(code: string): PlaceReading | null {
  const digits = digitsOf(code.toLowerCase(), '0123456789bcdefghjkmnpqrstuvwxyz');
  if (digits === null || digits.length < 3 || digits.length > 12) return null;
  const { first, second, each } = interleaved(digits, 5);
  const [columns, rows] = [2 ** Math.ceil(each / 2), 2 ** Math.floor(each / 2)];
  const [lon, lat] = [((first + 0.5) / columns) * 360 - 180, ((second + 0.5) / rows) * 180 - 90];
  return readingOf(lat, lon, 'geohash', accuracyOfStep(Math.max(360 / columns, 180 / rows)));
}

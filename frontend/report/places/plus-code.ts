/** Plus codes (Open Location Code), whole ones and short ones beside a reference. Only reading, which is little. */
import { accuracyOfStep, readingOf, type Near, type PlaceReading } from './place-reading.js';

const alphabet = '23456789CFGHJMPQRVWX';
const letter = `[${alphabet}]`;
const fullCode = new RegExp(String.raw`(?:^|[^\w+])([2-9C][2-9CFGHJMPQRV]${letter}{6}\+${letter}{2,7})(?![\w+])`, 'i');
const shortCode = new RegExp(String.raw`(?:^|[^\w+])((?:${letter}{2})?${letter}{4}\+${letter}{2,3})(?![\w+])`, 'i');

interface Cell {
  south: number;
  west: number;
  height: number;
  width: number;
}

/** Five pairs of digits in base 20, then a grid of four by five for each further one. */
function cellOf(code: string): Cell {
  const digits = Array.from(code.replace('+', ''), (character) => alphabet.indexOf(character));
  const cell = { south: -90, west: -180, height: 400, width: 400 };
  digits.slice(0, 10).forEach((digit, at) => {
    if (at % 2 === 0) cell.south += digit * (cell.height /= 20);
    else cell.west += digit * (cell.width /= 20);
  });
  for (const digit of digits.slice(10)) {
    cell.south += Math.floor(digit / 4) * (cell.height /= 5);
    cell.west += (digit % 4) * (cell.width /= 4);
  }
  return cell;
}

function readingOfCell({ south, west, height, width }: Cell): PlaceReading | null {
  return readingOf(south + height / 2, west + width / 2, 'plus-code', accuracyOfStep(Math.max(height, width)));
}

/** The first digits of the code in which a point lies. */
function codeStart(lat: number, lon: number, length: number): string {
  const values = [Math.min(lat + 90, 179.999_999), (((lon + 180) % 360) + 360) % 360];
  let size = 400;
  let start = '';
  for (let at = 0; at < length; at++) {
    if (at % 2 === 0) size /= 20;
    const digit = Math.floor(values[at % 2]! / size);
    values[at % 2]! -= digit * size;
    start += alphabet[digit];
  }
  return start;
}

/** The cell with that end which is nearest to the reference. */
function completed(code: string, near: Near): PlaceReading | null {
  const missing = 8 - code.indexOf('+');
  const size = missing === 2 ? 20 : 1;
  // Farther away the same end stands for another place.
  if ((near.reach ?? 0) > size / 2) return null;
  const cell = cellOf(codeStart(near.lat, near.lon, missing) + code);
  for (const [edge, side, at] of [
    ['south', 'height', near.lat],
    ['west', 'width', ((near.lon + 540) % 360) - 180],
  ] as const) {
    const away = at - (cell[edge] + cell[side] / 2);
    if (away > size / 2) cell[edge] += size;
    else if (away < -size / 2) cell[edge] -= size;
  }
  if (cell.south < -90 || cell.south >= 90) cell.south += cell.south < 0 ? size : -size;
  cell.west = ((((cell.west + 180) % 360) + 360) % 360) - 180;
  return readingOfCell(cell);
}

export function readPlusCode(text: string, near: Near | null): PlaceReading | null {
  const full = fullCode.exec(text)?.[1];
  if (full !== undefined) return readingOfCell(cellOf(full.toUpperCase()));
  const short = shortCode.exec(text)?.[1];
  if (short === undefined || near === null) return null;
  // Sums have no letters; words typed small have no digits.
  const isCode = /[a-z]/i.test(short) && (/\d/.test(short) || short === short.toUpperCase());
  return isCode ? completed(short.toUpperCase(), near) : null;
}

/** UTM and MGRS, the grids of soldiers, rescuers and surveyors, on WGS 84. Formulas after Krüger's series. */
import { accuracyOfStep, readingOf, type Near, type Notation, type PlaceReading } from './place-reading.js';

const bands = 'CDEFGHJKLMNPQRSTUVWX';
const utm = new RegExp(
  String.raw`^(?:utm|zone|wgs ?84|[:, ])*(\d{1,2}) ?([${bands}])[,;: ]*(?:[ex] ?[:=]? ?)?(\d{6}(?:[.,]\d+)?) ?(?:m? ?e|m)?[,;/ ]*(?:[ny] ?[:=]? ?)?(\d{1,8}(?:[.,]\d+)?) ?(?:m? ?n|m)?$`,
  'i',
);
const mgrs = new RegExp(
  String.raw`^(?:mgrs|utmref|usng|[:, ])*(\d{1,2}) ?([${bands}]) ?([A-HJ-NP-Z])([A-HJ-NP-V]) ?(\d{3,5} \d{3,5}|\d{6,10})$`,
  'i',
);

const axis = 6_378_137;
const flattening = 1 / 298.257_223_563;
const n = flattening / (2 - flattening);
const meridian = (axis / (1 + n)) * (1 + n ** 2 / 4 + n ** 4 / 64);
const betas = [n / 2 - (2 * n ** 2) / 3 + (37 * n ** 3) / 96, n ** 2 / 48 + n ** 3 / 15, (17 * n ** 3) / 480];
const deltas = [2 * n - (2 * n ** 2) / 3 - 2 * n ** 3, (7 * n ** 2) / 3 - (8 * n ** 3) / 5, (56 * n ** 3) / 15];
const scale = 0.9996;
const degrees = 180 / Math.PI;

/** From metres in a zone; north of the equator counts from it, south of it from ten million metres below. */
function unproject(zone: number, easting: number, northing: number, isSouth: boolean): { lat: number; lon: number } {
  const xi = (northing - (isSouth ? 1e7 : 0)) / (scale * meridian);
  const eta = (easting - 500_000) / (scale * meridian);
  const [up, right] = betas.reduce<[number, number]>(
    ([a, b], beta, at) => {
      const k = 2 * (at + 1);
      return [a - beta * Math.sin(k * xi) * Math.cosh(k * eta), b - beta * Math.cos(k * xi) * Math.sinh(k * eta)];
    },
    [xi, eta],
  );
  const chi = Math.asin(Math.sin(up) / Math.cosh(right));
  const lat = deltas.reduce((sum, delta, at) => sum + delta * Math.sin(2 * (at + 1) * chi), chi);
  const lon = Math.atan2(Math.sinh(right), Math.cos(up));
  return { lat: lat * degrees, lon: lon * degrees + zone * 6 - 183 };
}

function readingAt(
  zone: number,
  east: number,
  north: number,
  isSouth: boolean,
  step: number,
  kind: Notation,
): PlaceReading | null {
  const { lat, lon } = unproject(zone, east, north, isSouth);
  return readingOf(lat, ((lon + 540) % 360) - 180, kind, accuracyOfStep(step / 111_320));
}

const southEdge = (band: number): number => band * 8 - 80;
const isInBand = (lat: number, band: number): boolean =>
  lat > southEdge(band) - 0.5 && lat < southEdge(band) + (band === 19 ? 12.5 : 8.5);

/** S is the band at 32 to 40 degrees north for some, and the south for others. */
function readUtm(text: string, near: Near | null): PlaceReading | null {
  const found = utm.exec(text);
  if (found === null) return null;
  const [zone, easting, northing] = [found[1]!, found[3]!, found[4]!].map((part) => Number(part.replace(',', '.')));
  if (zone === undefined || easting === undefined || northing === undefined) return null;
  if (zone < 1 || zone > 60 || easting < 100_000 || easting >= 900_000 || northing > 1e7) return null;
  const letter = found[2]!.toUpperCase();
  const band = bands.indexOf(letter);
  const inNorth = readingAt(zone, easting, northing, false, 1, 'utm');
  const inSouth = readingAt(zone, easting, northing, true, 1, 'utm');
  const fitting = [inNorth, inSouth].filter((one) => one !== null && isInBand(one.lat, band));
  if (letter === 'N') return inNorth;
  if (letter === 'S') return fitting[0] !== undefined && (near?.lat ?? 1) > 0 ? fitting[0] : inSouth;
  return fitting[0] ?? null;
}

/** Letters of squares of 100 km: columns change with three zones in turn, rows with two. */
function readMgrs(text: string): PlaceReading | null {
  const found = mgrs.exec(text);
  if (found === null) return null;
  const [, zoneText = '', bandLetter = '', columnLetter = '', rowLetter = '', numbers = ''] = found;
  const digits = numbers.replace(' ', '');
  const half = digits.length / 2;
  const zone = Number(zoneText);
  if (zone < 1 || zone > 60 || !Number.isInteger(half) || (numbers.includes(' ') && numbers[half] !== ' ')) return null;
  const columns = ['ABCDEFGH', 'JKLMNPQR', 'STUVWXYZ'][(zone - 1) % 3] ?? '';
  const column = columns.indexOf(columnLetter.toUpperCase());
  const row = 'ABCDEFGHJKLMNPQRSTUV'.indexOf(rowLetter.toUpperCase());
  if (column < 0) return null;
  const step = 10 ** (5 - half);
  const band = bands.indexOf(bandLetter.toUpperCase());
  const easting = (column + 1) * 100_000 + (Number(digits.slice(0, half)) + 0.5) * step;
  const above = ((row - (zone % 2 === 0 ? 5 : 0) + 20) % 20) * 100_000 + (Number(digits.slice(half)) + 0.5) * step;
  // Rows repeat every 2,000 km: the band says which of them is meant.
  for (let northing = above; northing < 1e7; northing += 2e6) {
    const reading = readingAt(zone, easting, northing, band < 10, step, 'mgrs');
    if (reading !== null && isInBand(reading.lat, band)) return reading;
  }
  return null;
}

export function readGrid(text: string, near: Near | null): PlaceReading | null {
  return readMgrs(text) ?? readUtm(text, near);
}

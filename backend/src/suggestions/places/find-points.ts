/** Finds coordinates, codes and links of map apps inside a longer text. Pure. */
import { nearOf, readPlace, type PlaceReading } from '@atesto/frontend/report';
import type { Bounds } from '@atesto/contract';
import { longestText } from './tokens.js';
import type { PlaceInWords } from './place-in-words.js';

/** Pieces that may hold a point; what they hold is for the readers of notations to say. Each is bounded in length. */
const pieces = [
  /(?:https?:\/\/|geo:|geohash:|(?:maps|goo|osm|www|omaps|ge0|om)[.:])\S{4,400}/giu,
  /(?<![\p{L}\p{N}])(?:lat|latitude|latitud|breite)\P{L}{1,24}(?:lon|lng|long|longitude|longitud|länge)[^\p{L}\n]{1,24}/giu,
  /(?<![\p{L}\p{N}.,])(?:[nsewo] ?)?[+-−]?\p{Nd}{1,3}[\p{Nd}.,:;°º˚'’′"”″| /+−-]{1,40}(?:[nsewo](?!\p{L})[\p{Nd}.,:;°º˚'’′"”″| /+−-]{0,40}){0,2}[nsewo]?(?!\p{L})/giu,
  /(?<![\w+])[2-9CFGHJMPQRVWX]{4,8}\+[2-9CFGHJMPQRVWX]{2,7}(?![\w+])/giu,
  /(?<!\w)\d{1,2} ?[C-HJ-NP-X] ?[A-HJ-NP-Z][A-HJ-NP-V] ?\d{3,5} ?\d{3,5}(?!\w)/giu,
  /(?<!\w)\d{1,2} ?[C-HJ-NP-X] ?\d{6} ?m?e?[, ] ?\d{5,8}(?!\w)/giu,
];
/** A text may hold many numbers; the first few points are enough. */
const mostPoints = 5;
const mostPieces = 60;

interface Found {
  reading: PlaceReading;
  start: number;
  end: number;
}

/** Alone, two numbers are read more readily than among words; here they stand among words. */
function readPiece(piece: string, isWhole: boolean, area: Bounds, language: string): PlaceReading | null {
  const near = nearOf(area);
  const reading = readPlace(isWhole ? piece : `x ${piece} x`, near, language);
  if (reading !== null || isWhole) return reading;
  const alone = readPlace(piece, near, language);
  const isMarked = /[°º˚+]|\p{L}/u.test(piece);
  return alone !== null && (isMarked || isAround(area, alone)) ? alone : null;
}

/** A person may stand outside of the area, but rarely far. */
export function isAround({ west, south, east, north }: Bounds, { lat, lon }: { lat: number; lon: number }): boolean {
  const width = west > east ? east + 360 - west : east - west;
  const margin = Math.max(0.5, Math.max(width, north - south) * 0.1);
  if (lat < south - margin || lat > north + margin) return false;
  const fromWest = (((lon - west + margin) % 360) + 360) % 360;
  return width + 2 * margin >= 360 || fromWest <= width + 2 * margin;
}

function findReadings(text: string, area: Bounds, language: string): Found[] {
  const found: Found[] = [];
  for (const pattern of pieces) {
    let tries = 0;
    for (const match of text.matchAll(pattern)) {
      if (found.length >= mostPoints || ++tries > mostPieces) break;
      const piece = match[0].replace(/[\s.,;:|/+-]+$/u, '');
      const [start, end] = [match.index, match.index + piece.length];
      if (found.some((other) => start < other.end && end > other.start)) continue;
      const reading = readPiece(piece, piece === text.trim(), area, language);
      if (reading !== null) found.push({ reading, start, end });
    }
  }
  if (found.length > 0) return found;
  const whole = readPlace(text, nearOf(area), language);
  return whole === null ? [] : [{ reading: whole, start: 0, end: text.length }];
}

const turned = ({ lat, lon }: PlaceReading): { lat: number; lon: number } => ({ lat: lon, lon: lat });

export function findPoints(whole: string, area: Bounds, languages: readonly string[]): PlaceInWords[] {
  const text = whole.slice(0, longestText);
  return findReadings(text, area, languages[0] ?? '').map(({ reading, start, end }) => {
    const isHere = isAround(area, reading);
    // Some write the longitude first: what makes sense only so may be meant so.
    const isTurned = !isHere && Math.abs(reading.lon) <= 90 && isAround(area, turned(reading));
    const { lat, lon } = isTurned ? turned(reading) : reading;
    return {
      lat,
      lon,
      accuracyMetres: reading.accuracy ?? 10,
      name: text.slice(start, end).trim().slice(0, 120),
      confidence: isHere ? 'certain' : 'doubtful',
      reason: 'coordinates',
      start,
      end,
    };
  });
}

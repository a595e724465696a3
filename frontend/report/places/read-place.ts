/**
 * Reads the place out of what somebody pasted: coordinates in the usual notations, codes, and links of map apps. Pure
 * and offline. Plain words, phone numbers, prices and dates are left alone: a wrong point is worse than none.
 */
import { readDegrees } from './degrees.js';
import { readGeoUri } from './geo-uri.js';
import { isElsewhere, linksIn, readLink, withoutLinks } from './map-links.js';
import { plainText } from './plain-text.js';
import type { Near, PlaceReading } from './place-reading.js';
import { readPlusCode } from './plus-code.js';
import { readGrid } from './utm.js';

/** Longer texts are stories. */
const longest = 2000;

/**
 * `near` helps where a text means several places; without it such a text is left alone. `language` is the reader's.
 * Null for everything that is not certainly a point.
 */
export function readPlace(text: string, near: Near | null, language = ''): PlaceReading | null {
  if (text.length > longest) return null;
  const plain = plainText(text);
  const links = linksIn(plain);
  for (const link of links) {
    const reading = readLink(link, near);
    if (reading !== null) return reading;
  }
  const words = links.length === 0 ? plain : withoutLinks(plain);
  return readGeoUri(words) ?? readGrid(words, near) ?? readPlusCode(words, near) ?? readDegrees(words, near, language);
}

/** Whether it holds a short link whose place only the network knows. */
export const needsNetwork = (text: string): boolean =>
  readPlace(text, null) === null && linksIn(plainText(text)).some(isElsewhere);

/** What an area says about places in it: its middle, and how far its edges are. */
export function nearOf(area: { west: number; south: number; east: number; north: number }): Near {
  const width = area.west > area.east ? area.east + 360 - area.west : area.east - area.west;
  const lon = area.west + width / 2;
  const reach = Math.max(width, area.north - area.south) / 2;
  return { lat: (area.south + area.north) / 2, lon: lon > 180 ? lon - 360 : lon, reach };
}

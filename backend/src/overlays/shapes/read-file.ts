/** A file of shapes, whichever kind it is, as it is kept: told by its first characters, not by its name. Pure. */
import type { OverlayFileView } from '@atesto/contract';
import { readKml, unpackKmz } from './read-kml.js';
import { collectionOf, parseJson, propertiesIn, readShapes } from './read-shapes.js';

export interface ReadFile {
  /** GeoJSON. */
  text: string;
  facts: Omit<OverlayFileView, 'file' | 'kind'>;
}

/** Text packs well: what a KMZ may unpack to. */
const mostUnpackedBytes = 40 * 1024 * 1024;

/** @throws UnfitFile */
export function readWhole(value: unknown): ReadFile {
  const { features, bounds } = readShapes(value);
  const facts = { count: features.length, bounds, properties: propertiesIn(features) };
  return { text: JSON.stringify(collectionOf(features)), facts };
}

/** @throws UnfitFile */
export function readFile(bytes: Uint8Array): ReadFile {
  const isPacked = bytes[0] === 0x50 && bytes[1] === 0x4b;
  const text = isPacked ? unpackKmz(bytes, mostUnpackedBytes) : new TextDecoder().decode(bytes);
  return readWhole(isPacked || /^\ufeff?\s*</.test(text) ? readKml(text) : parseJson(text));
}

/** A file of shapes, whichever kind it is, as it is kept: told by its first characters, not by its name. Pure. */
import type { AreaMapping, FieldError, OverlayFileView } from '@atesto/contract';
import { readAreas, type Area } from './read-areas.js';
import { readKml, unpackKmz } from './read-kml.js';
import { collectionOf, parseJson, propertiesIn, readShapes, type ShapeFeature } from './read-shapes.js';

export interface ReadFile {
  /** GeoJSON. */
  text: string;
  facts: Omit<OverlayFileView, 'file' | 'kind'>;
}

/** Text packs well: what a KMZ may unpack to. */
const mostUnpackedBytes = 40 * 1024 * 1024;

/** @throws UnfitFile */
function readWhole(value: unknown): ReadFile {
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

/** How a file of areas is to be read. */
export interface AreasTask {
  mapping: AreaMapping;
  codes: readonly string[];
  /** As we keep it: its words were read once already. */
  isKept: boolean;
}

export interface ReadAreas {
  areas: Omit<Area, 'geometry'>[];
  faults: FieldError[];
  /** Their shapes, each with its id and name; null where there are faults. */
  shapes: ReadFile | null;
}

/** @throws UnfitFile */
export function readAreasFile(bytes: Uint8Array, { mapping, codes, isKept }: AreasTask): ReadAreas {
  const given = parseJson(new TextDecoder().decode(bytes));
  const { features } = isKept ? (given as { features: ShapeFeature[] }) : readShapes(given);
  const { areas, faults } = readAreas(features, mapping, codes);
  const shapes = areas.map(({ id, name, geometry }) => ({ type: 'Feature', properties: { id, name }, geometry }));
  return {
    areas: areas.map(({ id, name, state }) => ({ id, name, state })),
    faults,
    shapes: faults.length > 0 ? null : readWhole({ type: 'FeatureCollection', features: shapes }),
  };
}

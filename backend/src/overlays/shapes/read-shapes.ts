/**
 * Reads GeoJSON as somebody made it: what is kept of it is flat, in range and small, so that a browser can draw it without
 * another look. Words are kept as words; whatever markup they hold is taken out here. Pure.
 */
import { decodeHTML } from 'entities';
import type { Feature, FeatureCollection, Geometry, Position } from 'geojson';

export interface Shapes {
  features: ShapeFeature[];
  bounds: [west: number, south: number, east: number, north: number] | null;
}

export type Plain = string | number | boolean;
export interface ShapeFeature {
  type: 'Feature';
  properties: Record<string, Plain>;
  geometry: Geometry;
}

/** Thrown with words for whoever made the file. */
export class UnfitFile extends Error {}

const mostFeatures = 50_000;
const mostPositions = 600_000;
const mostProperties = 60;
const mostCharacters = 2_000;
const mostLookedAt = 20_000;
const depths: Record<string, number> = {
  Point: 0,
  MultiPoint: 1,
  LineString: 1,
  MultiLineString: 2,
  Polygon: 2,
  MultiPolygon: 3,
};

/** About a centimetre. */
const rounded = (degrees: number): number => Math.round(degrees * 1e7) / 1e7;

class Reading {
  positions = 0;
  bounds: Shapes['bounds'] = null;

  position(value: unknown): Position {
    const [lon, lat] = Array.isArray(value) ? (value as unknown[]) : [];
    if (typeof lon !== 'number' || typeof lat !== 'number' || !(Math.abs(lon) <= 360) || !(Math.abs(lat) <= 90)) {
      throw new UnfitFile('has a position that is not a longitude and a latitude in degrees');
    }
    if (++this.positions > mostPositions) throw new UnfitFile(`has more than ${mostPositions} positions`);
    const [west, south, east, north] = this.bounds ?? [lon, lat, lon, lat];
    this.bounds = [Math.min(west, lon), Math.min(south, lat), Math.max(east, lon), Math.max(north, lat)];
    return [rounded(lon), rounded(lat)];
  }

  coordinates(value: unknown, depth: number): unknown {
    if (depth === 0) return this.position(value);
    if (!Array.isArray(value)) throw new UnfitFile('has a geometry without coordinates');
    return value.map((inner) => this.coordinates(inner, depth - 1));
  }

  geometry(value: unknown, within = 0): Geometry {
    const { type, coordinates, geometries } = (value ?? {}) as Record<string, unknown>;
    if (type === 'GeometryCollection' && Array.isArray(geometries) && within < 4) {
      return { type, geometries: geometries.map((one) => this.geometry(one, within + 1)) };
    }
    const depth = depths[String(type)];
    if (depth === undefined) throw new UnfitFile(`has a geometry of the type ${String(type).slice(0, 40)}`);
    const read = this.coordinates(coordinates, depth);
    const parts = type === 'Polygon' ? [read] : type === 'MultiPolygon' ? read : [];
    for (const ring of (parts as Position[][][]).flat()) {
      if (ring.length < 4) throw new UnfitFile('has an area with a ring of fewer than four corners');
    }
    return { type, coordinates: read } as Geometry;
  }
}

/** Markup makes way for a space, so that words stay apart. What looks for its ends takes long in a long text. */
export const plainText = (text: string): string =>
  decodeHTML(
    text
      .slice(0, mostLookedAt)
      .replace(/<(script|style)\b[^]*?<\/\1\s*>/gi, ' ')
      .replace(/<[^<>]{0,2000}>/g, ' '),
  )
    .replace(/[^\S\n]+/g, ' ')
    .replace(/\s*\n\s*/g, '\n')
    .trim()
    .slice(0, mostCharacters);

function propertiesOf(value: unknown): Record<string, Plain> {
  if (typeof value !== 'object' || value === null) return {};
  const kept: Record<string, Plain> = Object.create(null) as Record<string, Plain>;
  for (const [name, given] of Object.entries(value).slice(0, mostProperties)) {
    // A KML description comes with its media type.
    const inner: unknown = typeof given === 'object' && given !== null ? (given as { value?: unknown }).value : given;
    if (typeof inner === 'string') kept[name.slice(0, 100)] = plainText(inner);
    else if (typeof inner === 'boolean' || (typeof inner === 'number' && Number.isFinite(inner))) {
      kept[name.slice(0, 100)] = inner;
    }
  }
  return kept;
}

function featuresIn(value: unknown): unknown[] {
  const { type, features } = (value ?? {}) as { type?: unknown; features?: unknown };
  if (type === 'FeatureCollection' && Array.isArray(features)) return features as unknown[];
  if (type === 'Feature') return [value];
  if (typeof type === 'string' && (type in depths || type === 'GeometryCollection')) {
    return [{ type: 'Feature', properties: {}, geometry: value }];
  }
  throw new UnfitFile('is no GeoJSON');
}

/** Features without a geometry are left out. @throws UnfitFile */
export function readShapes(value: unknown): Shapes {
  const found = featuresIn(value);
  if (found.length > mostFeatures) throw new UnfitFile(`has more than ${mostFeatures} features`);
  const reading = new Reading();
  const features = (found as Partial<Feature>[]).flatMap((feature): ShapeFeature[] => {
    if (typeof feature !== 'object' || (feature as unknown) === null || !feature.geometry) return [];
    const properties = propertiesOf(feature.properties);
    if (feature.id !== undefined && !('id' in properties)) properties['id'] = String(feature.id).slice(0, 100);
    return [{ type: 'Feature', properties, geometry: reading.geometry(feature.geometry) }];
  });
  if (features.length === 0) throw new UnfitFile('has nothing with a place in it');
  return { features, bounds: reading.bounds };
}

/** @throws UnfitFile */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\ufeff/, '')) as unknown;
  } catch {
    throw new UnfitFile('is no JSON that can be read');
  }
}

/** Each property with a few of its values, so that a person can tell which one is which. */
export function propertiesIn(
  features: readonly ShapeFeature[],
): { name: string; values: string[]; distinct: number }[] {
  const seen = new Map<string, Set<string>>();
  for (const { properties } of features) {
    for (const [name, value] of Object.entries(properties)) {
      const values = seen.get(name) ?? new Set<string>();
      if (seen.size < 100 || seen.has(name)) seen.set(name, values.add(String(value)));
    }
  }
  return [...seen].map(([name, values]) => ({
    name,
    values: [...values].slice(0, 12).map((value) => value.slice(0, 60)),
    distinct: values.size,
  }));
}

export const collectionOf = (features: readonly ShapeFeature[]): FeatureCollection => ({
  type: 'FeatureCollection',
  features: [...features],
});

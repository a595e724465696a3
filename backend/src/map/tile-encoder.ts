/**
 * Writes Mapbox Vector Tiles 2.1 (https://github.com/mapbox/vector-tile-spec/tree/master/2.1) for markers: layer
 * `cells` with count, severity and category, layer `points` with id, title, category, severity and status.
 */
import { PbfWriter } from 'pbf';
import { gridBits, type TileAddress } from './morton.js';
import type { TileFeatures } from './tile-features.js';

const extent = 4096;

export interface TileWords {
  /** Category codes by index; null stands for none. */
  categories: readonly (string | null)[];
  severities: readonly string[];
  statuses: readonly string[];
}

type Value = string | number;
interface Feature {
  x: number;
  y: number;
  properties: [string, Value | null][];
}

/** Null when there is nothing to show. */
export function encodeTile(tile: TileAddress, features: TileFeatures, words: TileWords): Uint8Array | null {
  if (features.cells.length + features.points.length === 0) return null;
  const scale = extent / 2 ** (gridBits - tile.z);
  const place = ({ x, y }: { x: number; y: number }) => ({
    x: Math.floor(x * scale - tile.x * extent),
    y: Math.floor(y * scale - tile.y * extent),
  });
  const cells = features.cells.map((cell): Feature => {
    const { count, worstSeverity, dominantCategory } = cell;
    const severity = words.severities[worstSeverity] ?? null;
    const category = words.categories[dominantCategory] ?? null;
    return { ...place(cell), properties: Object.entries({ count, severity, category }) };
  });
  const points = features.points.map((point): Feature => {
    const { id, label: title } = point;
    const category = words.categories[point.category] ?? null;
    const severity = words.severities[point.severity] ?? null;
    const status = words.statuses[point.status] ?? null;
    return { ...place(point), properties: Object.entries({ id, title, category, severity, status }) };
  });
  const writer = new PbfWriter();
  if (cells.length > 0) writer.writeMessage(3, writeLayer, { name: 'cells', features: cells });
  if (points.length > 0) writer.writeMessage(3, writeLayer, { name: 'points', features: points });
  return writer.finish();
}

function writeLayer(layer: { name: string; features: Feature[] }, writer: PbfWriter): void {
  const keys = new Map<string, number>();
  const values = new Map<Value, number>();
  writer.writeVarintField(15, 2);
  writer.writeStringField(1, layer.name);
  for (const { x, y, properties } of layer.features) {
    const tags = properties.flatMap(([key, value]) =>
      value === null ? [] : [numberOf(keys, key), numberOf(values, value)],
    );
    writer.writeMessage(2, writeFeature, { tags, x, y });
  }
  for (const key of keys.keys()) writer.writeStringField(3, key);
  for (const value of values.keys()) writer.writeMessage(4, writeValue, value);
  writer.writeVarintField(5, extent);
}

function numberOf<T>(known: Map<T, number>, what: T): number {
  const number = known.get(what) ?? known.size;
  known.set(what, number);
  return number;
}

function writeFeature(feature: { tags: number[]; x: number; y: number }, writer: PbfWriter): void {
  const moveToOnce = 9;
  const zigzag = (value: number): number => (value << 1) ^ (value >> 31);
  writer.writePackedVarint(2, feature.tags);
  writer.writeVarintField(3, 1);
  writer.writePackedVarint(4, [moveToOnce, zigzag(feature.x), zigzag(feature.y)]);
}

function writeValue(value: Value, writer: PbfWriter): void {
  if (typeof value === 'string') writer.writeStringField(1, value);
  else writer.writeVarintField(5, value);
}

/** Writes Mapbox Vector Tiles 2.1 (https://github.com/mapbox/vector-tile-spec/tree/master/2.1). */
import { PbfWriter } from 'pbf';

export const extent = 4096;

const geometryTypes = { point: 1, line: 2, polygon: 3 } as const;
const [moveTo, lineTo, closePath] = [1, 2, 7];

export interface MvtFeature {
  type: keyof typeof geometryTypes;
  /** Lines or rings of x, y, x, y … in tile units; a point is one pair. Rings are not closed by repeating the start. */
  paths: ArrayLike<number>[];
  /** What is null is left out. */
  properties: Record<string, string | number | null>;
}

export interface MvtLayer {
  name: string;
  features: readonly MvtFeature[];
}

/** Layers without features are left out; null when nothing remains. */
export function encodeMvt(layers: readonly MvtLayer[]): Uint8Array | null {
  const filled = layers.filter(({ features }) => features.length > 0);
  if (filled.length === 0) return null;
  const writer = new PbfWriter();
  for (const layer of filled) writer.writeMessage(3, writeLayer, layer);
  return writer.finish();
}

function writeLayer(layer: MvtLayer, writer: PbfWriter): void {
  const keys = new Map<string, number>();
  const values = new Map<string | number, number>();
  writer.writeVarintField(15, 2);
  writer.writeStringField(1, layer.name);
  for (const feature of layer.features) {
    const tags: number[] = [];
    for (const key in feature.properties) {
      const value = feature.properties[key]!;
      if (value !== null) tags.push(numberOf(keys, key), numberOf(values, value));
    }
    writer.writeMessage(2, writeFeature, { feature, tags });
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

function writeFeature({ feature, tags }: { feature: MvtFeature; tags: number[] }, writer: PbfWriter): void {
  writer.writePackedVarint(2, tags);
  writer.writeVarintField(3, geometryTypes[feature.type]);
  writer.writePackedVarint(4, commandsOf(feature));
}

function commandsOf({ type, paths }: MvtFeature): number[] {
  const commands: number[] = [];
  const zigzag = (value: number): number => ((value << 1) ^ (value >> 31)) >>> 0;
  const command = (id: number, count: number): number => (count << 3) | id;
  let [x, y] = [0, 0];
  for (const path of paths) {
    const points = path.length / 2;
    commands.push(command(moveTo, 1));
    for (let at = 0; at < points; at++) {
      if (at === 1) commands.push(command(lineTo, points - 1));
      const [nextX, nextY] = [path[at * 2]!, path[at * 2 + 1]!];
      commands.push(zigzag(nextX - x), zigzag(nextY - y));
      [x, y] = [nextX, nextY];
    }
    if (type === 'polygon') commands.push(command(closePath, 1));
  }
  return commands;
}

function writeValue(value: string | number, writer: PbfWriter): void {
  if (typeof value === 'string') writer.writeStringField(1, value);
  else if (Number.isInteger(value)) writer.writeVarintField(5, value);
  else writer.writeDoubleField(3, value);
}

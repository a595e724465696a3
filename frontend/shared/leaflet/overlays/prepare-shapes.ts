/**
 * Shapes as a canvas draws them: positions once and for all in units of the world, 0 to 1 from the north-west. Ten megabytes
 * of GeoJSON are then a walk over numbers each time the map has moved. Pure.
 */
import type { Feature, FeatureCollection, Geometry, Position } from 'geojson';

export type Properties = Readonly<Record<string, string | number | boolean>>;

export interface Shape {
  kind: 'point' | 'line' | 'area';
  /** Each x, y, x, y, …; of an area the rings of all its parts. */
  parts: readonly Float64Array[];
  west: number;
  north: number;
  east: number;
  south: number;
  properties: Properties;
}

const worldX = (lon: number): number => (lon + 180) / 360;
const worldY = (lat: number): number => {
  const sine = Math.sin((Math.max(-85.051, Math.min(85.051, lat)) * Math.PI) / 180);
  return 0.5 - Math.log((1 + sine) / (1 - sine)) / (4 * Math.PI);
};

function partOf(positions: readonly Position[]): Float64Array {
  const part = new Float64Array(positions.length * 2);
  positions.forEach(([lon = 0, lat = 0], at) => {
    part[at * 2] = worldX(lon);
    part[at * 2 + 1] = worldY(lat);
  });
  return part;
}

function shapeOf(kind: Shape['kind'], lines: readonly (readonly Position[])[], properties: Properties): Shape {
  const parts = lines.map(partOf);
  const box = { west: Infinity, north: Infinity, east: -Infinity, south: -Infinity };
  for (const part of parts) {
    for (let at = 0; at < part.length; at += 2) {
      box.west = Math.min(box.west, part[at]!);
      box.east = Math.max(box.east, part[at]!);
      box.north = Math.min(box.north, part[at + 1]!);
      box.south = Math.max(box.south, part[at + 1]!);
    }
  }
  return { kind, parts, ...box, properties };
}

function shapesIn(geometry: Geometry, properties: Properties): Shape[] {
  switch (geometry.type) {
    case 'Point':
      return [shapeOf('point', [[geometry.coordinates]], properties)];
    case 'MultiPoint':
      return geometry.coordinates.map((position) => shapeOf('point', [[position]], properties));
    case 'LineString':
      return [shapeOf('line', [geometry.coordinates], properties)];
    case 'MultiLineString':
      return [shapeOf('line', geometry.coordinates, properties)];
    case 'Polygon':
      return [shapeOf('area', geometry.coordinates, properties)];
    case 'MultiPolygon':
      return [shapeOf('area', geometry.coordinates.flat(), properties)];
    case 'GeometryCollection':
      return geometry.geometries.flatMap((one) => shapesIn(one, properties));
  }
}

export const prepareShapes = ({ features }: FeatureCollection): Shape[] =>
  (features as Feature<Geometry | null>[]).flatMap(({ geometry, properties }) =>
    geometry === null ? [] : shapesIn(geometry, (properties ?? {}) as Properties),
  );

/** By the even-odd rule, so that holes and parts need no telling apart. */
function isInside(parts: readonly Float64Array[], x: number, y: number): boolean {
  let inside = false;
  for (const part of parts) {
    for (let at = 0, before = part.length - 2; at < part.length; before = at, at += 2) {
      const [ax, ay, bx, by] = [part[at]!, part[at + 1]!, part[before]!, part[before + 1]!];
      if (ay > y !== by > y && x < ((bx - ax) * (y - ay)) / (by - ay) + ax) inside = !inside;
    }
  }
  return inside;
}

function distance(part: Float64Array, x: number, y: number): number {
  let least = Infinity;
  for (let at = 0; at < part.length; at += 2) {
    const [ax, ay] = [part[at]!, part[at + 1]!];
    const [bx, by] = [part[at + 2] ?? ax, part[at + 3] ?? ay];
    const [dx, dy] = [bx - ax, by - ay];
    const length = dx * dx + dy * dy;
    const along = length === 0 ? 0 : Math.max(0, Math.min(1, ((x - ax) * dx + (y - ay) * dy) / length));
    least = Math.min(least, Math.hypot(ax + along * dx - x, ay + along * dy - y));
  }
  return least;
}

/** The topmost shape at a place of the world; points and lines are hit from as far as `reach`. */
export function shapeAt(shapes: readonly Shape[], x: number, y: number, reach: number): Shape | null {
  for (let at = shapes.length - 1; at >= 0; at--) {
    const shape = shapes[at]!;
    const { west, east, north, south, kind, parts } = shape;
    if (x < west - reach || x > east + reach || y < north - reach || y > south + reach) continue;
    if (kind === 'area' ? isInside(parts, x, y) : parts.some((part) => distance(part, x, y) <= reach)) return shape;
  }
  return null;
}

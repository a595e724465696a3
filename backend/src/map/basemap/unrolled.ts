/**
 * The topology is stitched for a globe: rings run across the antimeridian and around the pole. A flat map needs them
 * unrolled, so that no edge jumps from one side of the map to the other; what then reaches over 180 degrees is wrapped
 * by the slicer. Pure.
 */
import type { Feature, FeatureCollection, Position } from 'geojson';

export function unrolled(collection: FeatureCollection): FeatureCollection {
  const features = collection.features.map((one): Feature => {
    const { geometry } = one;
    if (geometry.type === 'Polygon') {
      return { ...one, geometry: { ...geometry, coordinates: unrolledPolygon(geometry.coordinates) } };
    }
    if (geometry.type !== 'MultiPolygon') return one;
    return { ...one, geometry: { ...geometry, coordinates: geometry.coordinates.map(unrolledPolygon) } };
  });
  return { ...collection, features };
}

/** Holes go to the copy of the world in which their outer ring lies. */
function unrolledPolygon(rings: readonly Position[][]): Position[][] {
  const [outer = [], ...holes] = rings.map(unrolledRing);
  const [from, to] = [Math.min(...outer.map(lonOf)), Math.max(...outer.map(lonOf))];
  const moved = holes.map((hole) => {
    const start = lonOf(hole[0] ?? [0, 0]);
    const by = start < from ? 360 : start > to ? -360 : 0;
    return by === 0 ? hole : hole.map(([lon = 0, lat = 0]) => [lon + by, lat]);
  });
  return [outer, ...moved];
}

const lonOf = (position: Position): number => position[0] ?? 0;

function unrolledRing(ring: readonly Position[]): Position[] {
  let turns = 0;
  const line = ring.map(([lon = 0, lat = 0], at): Position => {
    const step = at === 0 ? 0 : lon - lonOf(ring[at - 1]!);
    if (step > 180) turns--;
    else if (step < -180) turns++;
    return [lon + turns * 360, lat];
  });
  if (turns === 0 || line.length === 0) return line;
  // It goes around a pole, which only Antarctica does: closed along the lower edge of the map.
  const [start, end] = [line[0]!, line.at(-1)!];
  return [...line, [lonOf(end), -90], [lonOf(start), -90], start];
}

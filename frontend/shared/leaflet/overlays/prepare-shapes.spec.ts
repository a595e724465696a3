import { describe, expect, it } from '@jest/globals';
import type { Geometry } from 'geojson';
import { prepareShapes, shapeAt } from './prepare-shapes.js';

const shapesOf = (...geometries: Geometry[]) =>
  prepareShapes({
    type: 'FeatureCollection',
    features: geometries.map((geometry, at) => ({ type: 'Feature', properties: { name: String(at) }, geometry })),
  });
const square = (side: number): number[][] => [
  [-side, -side],
  [side, -side],
  [side, side],
  [-side, side],
  [-side, -side],
];
const at = (lon: number, lat: number): [x: number, y: number] => [(lon + 180) / 360, 0.5 - lat / 360];

describe('a shape', () => {
  it('has its positions in units of the world', () => {
    const [point] = shapesOf({ type: 'Point', coordinates: [0, 0] });
    expect([...point!.parts[0]!]).toEqual([0.5, 0.5]);
    const [corner] = shapesOf({ type: 'Point', coordinates: [-180, 85.0511287] });
    expect(corner?.west).toBe(0);
    expect(corner?.north).toBeCloseTo(0, 5);
  });

  it('is found by what is under the pointer, the topmost first, and not in its holes', () => {
    const shapes = shapesOf(
      { type: 'Polygon', coordinates: [square(20)] },
      { type: 'Polygon', coordinates: [square(10), square(5)] },
    );
    const nameAt = (lon: number, lat: number) => shapeAt(shapes, ...at(lon, lat), 0)?.properties['name'];
    expect([nameAt(15, 0), nameAt(7, 0), nameAt(0, 0), nameAt(30, 0)]).toEqual(['0', '1', '0', undefined]);
  });

  it('that is thin is hit from beside it', () => {
    const shapes = shapesOf(
      {
        type: 'LineString',
        coordinates: [
          [0, 0],
          [10, 0],
        ],
      },
      { type: 'GeometryCollection', geometries: [{ type: 'Point', coordinates: [20, 0] }] },
    );
    const nameAt = (lon: number, lat: number) => shapeAt(shapes, ...at(lon, lat), 1 / 360)?.properties['name'];
    expect([nameAt(5, 0.9), nameAt(5, 1.2), nameAt(20.5, 0), nameAt(22, 0)]).toEqual(['0', undefined, '1', undefined]);
  });
});

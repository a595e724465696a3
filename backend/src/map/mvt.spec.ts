import { VectorTile } from '@mapbox/vector-tile';
import { describe, expect, it } from '@jest/globals';
import { PbfReader } from 'pbf';
import { encodeMvt } from './mvt.js';

describe('an encoded vector tile', () => {
  it('gives back lines and polygons as they were put in', () => {
    const ring = [0, 0, 4096, -64, 4160, 4096, 10, 4000];
    const hole = [100, 100, 100, 200, 200, 200];
    const mvt = encodeMvt([
      { name: 'land', features: [{ type: 'polygon', paths: [ring, hole], properties: { name: 'Made up' } }] },
      { name: 'empty', features: [] },
      { name: 'borders', features: [{ type: 'line', paths: [[5, 6, 7, 8]], properties: { rank: 300, none: null } }] },
    ]);
    const { layers } = new VectorTile(new PbfReader(mvt!));
    expect(Object.keys(layers)).toEqual(['land', 'borders']);
    const paths = (layer: string) =>
      layers[layer]!.feature(0)
        .loadGeometry()
        .map((path) => path.flatMap(({ x, y }) => [x, y]));
    // Readers close a ring by its first point.
    expect(paths('land')).toEqual([
      [...ring, 0, 0],
      [...hole, 100, 100],
    ]);
    expect(paths('borders')).toEqual([[5, 6, 7, 8]]);
    expect(layers['borders']!.feature(0).properties).toEqual({ rank: 300 });
  });
});

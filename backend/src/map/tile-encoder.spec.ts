import { VectorTile } from '@mapbox/vector-tile';
import { describe, expect, it } from '@jest/globals';
import { PbfReader } from 'pbf';
import { encodeTile } from './tile-encoder.js';

const words = {
  categories: [null, 'flood'],
  severities: ['low', 'normal', 'high', 'critical'],
  statuses: ['open', 'responding', 'resolved'],
};
const point = { id: 'a-1', x: 0, y: 0, category: 1, severity: 3, status: 0, time: 0, label: '<b>Señal</b>' };

describe('an encoded tile', () => {
  const tile = { z: 1, x: 1, y: 0 };
  const bytes = encodeTile(
    tile,
    {
      cells: [
        {
          ...{ x: 2 ** 25 + 2 ** 24, y: 2 ** 24, count: 12, worstSeverity: 2, isOnePlace: true },
          categories: [
            [0, 4],
            [1, 8],
          ],
          statuses: [[1, 12]],
        },
      ],
      points: [{ ...point, x: 2 ** 25, y: 2 ** 25 - 1 }],
    },
    words,
  );
  const { layers } = new VectorTile(new PbfReader(bytes ?? new Uint8Array()));

  it('is version 2 with an extent of 4096', () => {
    expect(layers['cells']).toMatchObject({ version: 2, extent: 4096, length: 1 });
    expect(layers['points']).toMatchObject({ version: 2, extent: 4096, length: 1 });
  });

  it('carries a cell with its place inside the tile', () => {
    const cell = layers['cells']!.feature(0);
    expect(cell.properties).toEqual({
      ...{ count: 12, severity: 'high', category: 'flood', lat: expect.closeTo(66.51326), lon: expect.closeTo(90) },
      ...{ 'category.none': 4, 'category.flood': 8, 'status.responding': 12 },
    });
    expect(cell.type).toBe(1);
    expect(cell.loadGeometry()[0]![0]).toMatchObject({ x: 2048, y: 2048 });
  });

  it('carries a point with exactly these keys, its text as it is', () => {
    const feature = layers['points']!.feature(0);
    expect(feature.properties).toEqual({
      id: 'a-1',
      title: '<b>Señal</b>',
      category: 'flood',
      severity: 'critical',
      status: 'open',
    });
    expect(feature.loadGeometry()[0]![0]).toMatchObject({ x: 0, y: 4095 });
  });

  it('is nothing when nothing is there', () => {
    expect(encodeTile(tile, { cells: [], points: [] }, words)).toBeNull();
  });
});

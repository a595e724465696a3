import { describe, expect, it } from '@jest/globals';
import { VectorTile } from '@mapbox/vector-tile';
import { PbfReader } from 'pbf';
import { idOf, sampleDeployment } from '../../../test/support/samples.js';
import { Deployment } from '../deployments/index.js';
import { encodeTile } from './tile-encoder.js';
import { tileJsonOf } from './tile-json.js';

const origin = 'https://map.example.org';
const deployment = sampleDeployment();
const incidents = { layer: 'incidents', audience: 'public' } as const;

describe('the description of tiles', () => {
  it('names where they are, how deep, and where there is something', () => {
    const { tilejson, tiles, minzoom, maxzoom, bounds } = tileJsonOf(deployment, incidents, origin);
    expect([tilejson, minzoom, maxzoom, bounds]).toEqual(['3.0.0', 0, 22, [-10, -10, 10, 10]]);
    expect(tiles).toEqual([`${origin}/api/v1/deployments/exercise/tiles/incidents/{z}/{x}/{y}.mvt?audience=public`]);
    const reports = tileJsonOf(deployment, { layer: 'reports', audience: 'responders' }, origin);
    expect(reports.tiles[0]).toMatch(/tiles\/reports\/\{z\}\/\{x\}\/\{y\}\.mvt$/);
  });

  it('takes the whole round for an area across the antimeridian, and names whom to thank as text', () => {
    const area = { west: 170, south: -20, east: -170, north: -10 };
    const pacific = new Deployment(idOf(1), 'pacific', 'Isles <b>', area, ['en'], deployment.policy, 1, []);
    const { bounds, attribution } = tileJsonOf(pacific, incidents, origin);
    expect(bounds).toEqual([-180, -20, 180, -10]);
    expect(attribution).toBe('Isles &lt;b&gt;');
  });

  it('names every field that a tile may hold, and tells the public no sensitive category', () => {
    const [cell, point] = [
      { x: 1, y: 1 },
      { id: idOf(2), label: 'A', x: 1, y: 1, category: 0, severity: 0, status: 0 },
    ];
    const features = {
      cells: [
        {
          ...cell,
          count: 2,
          worstSeverity: 0,
          categories: [
            [0, 1],
            [1, 1],
          ],
          statuses: [[0, 2]],
          isOnePlace: true,
        },
      ],
      points: [point],
    };
    const words = { categories: ['water', null], severities: ['low'], statuses: ['open'] };
    const tile = encodeTile({ z: 0, x: 0, y: 0 }, features as never, words);
    const { layers } = new VectorTile(new PbfReader(tile!));
    const described = tileJsonOf(deployment, incidents, origin).vector_layers;
    expect(described.map(({ id }) => id).sort()).toEqual(Object.keys(layers).sort());
    for (const { id, fields } of described) {
      const held = Object.keys(layers[id]!.feature(0).properties);
      expect(Object.keys(fields)).toEqual(expect.arrayContaining(held));
    }
    const fieldsFor = (audience: 'public' | 'responders') =>
      Object.keys(tileJsonOf(deployment, { layer: 'incidents', audience }, origin).vector_layers[0]!.fields);
    expect(fieldsFor('public')).not.toContain('category.threat');
    expect(fieldsFor('responders')).toContain('category.threat');
  });
});

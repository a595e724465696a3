import { describe, expect, it } from '@jest/globals';
import type { FeatureCollection, Position } from 'geojson';
import { unrolled } from './unrolled.js';

const ringAfter = (...rings: Position[][]) => {
  const geometry = { type: 'Polygon' as const, coordinates: rings };
  const collection: FeatureCollection = {
    type: 'FeatureCollection',
    features: [{ type: 'Feature', properties: {}, geometry }],
  };
  return (unrolled(collection).features[0]!.geometry as typeof geometry).coordinates;
};

describe('an unrolled ring', () => {
  it('crosses the antimeridian without a jump', () => {
    const [ring] = ringAfter([[179, 1], [-179, 1], [-179, -1], [179, -1], [179, 1]]); // prettier-ignore
    expect(ring!.map(([lon]) => lon)).toEqual([179, 181, 181, 179, 179]);
  });

  it('around the pole is closed along the edge of the map', () => {
    const [ring] = ringAfter([[-120, -70], [0, -75], [120, -70], [-120, -70]]); // prettier-ignore
    expect(ring).toEqual([[-120, -70], [0, -75], [120, -70], [240, -70], [240, -90], [-120, -90], [-120, -70]]); // prettier-ignore
  });

  it('takes its holes along', () => {
    const [, hole] = ringAfter(
      [[170, 5], [-170, 5], [-170, -5], [170, -5], [170, 5]], // prettier-ignore
      [[-178, 1], [-176, 1], [-177, 2], [-178, 1]], // prettier-ignore
    );
    expect(hole!.map(([lon]) => lon)).toEqual([182, 184, 183, 182]);
  });

  it('elsewhere stays as it is', () => {
    const ring = [[0, 0], [1, 0], [1, 1], [0, 0]]; // prettier-ignore
    expect(ringAfter(ring)).toEqual([ring]);
  });
});

import { describe, expect, it } from '@jest/globals';
import { idOf, sampleDeployment, sampleIncident } from '../../../test/support/samples.js';
import { presentIncident } from '../incidents/index.js';
import { featureOf, geojsonEnd, geojsonStart } from './geojson.js';

const feature = (parts: Parameters<typeof sampleIncident>[0] = {}) =>
  featureOf(presentIncident(sampleIncident(parts), sampleDeployment()));

describe('a feature', () => {
  it('says longitude first', () => {
    expect(feature({ lat: -1.5, lon: 170.25 })).toMatchObject({
      type: 'Feature',
      id: idOf(200),
      geometry: { type: 'Point', coordinates: [170.25, -1.5] },
    });
  });

  it('has no geometry where no place is known, and its place nowhere else', () => {
    expect(feature({ lat: null, lon: null })['geometry']).toBeNull();
    expect(Object.keys(feature()['properties'] as object)).not.toContain('location');
  });

  it('makes a collection that is JSON, empty or not', () => {
    const one = JSON.stringify(feature());
    for (const inside of ['', one, `${one},\n${one}`]) {
      const collection = JSON.parse(geojsonStart + inside + geojsonEnd) as { features: unknown[] };
      expect(collection).toMatchObject({ type: 'FeatureCollection' });
    }
  });
});

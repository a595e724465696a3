import { describe, expect, it } from '@jest/globals';
import { sampleDeployment, sampleIncident } from '../../../test/support/samples.js';
import { presentPublicIncident } from '../incidents/index.js';
import { Deployment } from '../deployments/index.js';
import { exerciseStart, fileName, marked } from './exercise-mark.js';
import { featureOf, geojsonEnd } from './geojson.js';

const real = sampleDeployment();
const { id, area, languages, policy, categories } = real;
const exercise = new Deployment(id, 'storm', 'Storm', area, languages, policy, 1, categories, true);

describe('a file from an exercise', () => {
  it('says so in its name, in each title and as a property', () => {
    expect(fileName(exercise, 'csv')).toBe('EXERCISE-storm-incidents.csv');
    expect(fileName(real, 'csv')).toBe('exercise-incidents.csv');
    const feature = featureOf(marked(presentPublicIncident(sampleIncident(), exercise)));
    expect(feature['properties']).toMatchObject({ title: 'EXERCISE: Dry well', exercise: true });
    expect(JSON.parse(exerciseStart + geojsonEnd)).toEqual({ type: 'FeatureCollection', exercise: true, features: [] });
  });
});

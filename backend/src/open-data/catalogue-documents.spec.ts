import { describe, expect, it } from '@jest/globals';
import { sampleDeployment } from '../../../test/support/samples.js';
import { dcatCatalogue, projectOpenData } from './catalogue-documents.js';
import { offerOf } from './offer.js';
import type { DataSet } from './open-data-reader.js';

const origin = 'https://map.example.org';
const now = new Date('2026-02-03T04:05:06Z');
const choice = { licence: 'CC-BY-4.0', publisher: 'An Example Aid', dataContact: 'data@example.org' } as const;

function dataSet(policy: Parameters<typeof sampleDeployment>[0] = choice): DataSet {
  const deployment = sampleDeployment(policy);
  const offer = offerOf(deployment);
  if (offer.kind !== 'offered') throw new Error('is not offered');
  const extent = { count: 2, first: new Date(0), last: now, west: 1, south: 2, east: 3, north: 4 };
  const files = [{ name: 'incidents.csv.gz' as const, bytes: 10, sha256: 'a'.repeat(64) }];
  return { deployment, offer, extent, dumps: [{ date: '2026-02-03', precisionMetres: 1000, files }] };
}

describe('whether data is offered', () => {
  it('is said by a licence, never for an exercise', () => {
    const { name, policy } = sampleDeployment(choice);
    expect(offerOf(sampleDeployment()).kind).toBe('no-licence');
    expect(offerOf({ name, policy, isExercise: true }).kind).toBe('exercise');
    expect(offerOf({ name, policy, isExercise: false })).toMatchObject({
      licence: 'CC-BY-4.0',
      contact: 'data@example.org',
    });
    expect(offerOf(sampleDeployment({ licence: 'CC0-1.0' }))).toMatchObject({ publisher: name, contact: null });
  });
});

describe('the catalogue in DCAT', () => {
  const about = { origin, address: `${origin}/data/catalog.jsonld`, title: 'Open data', by: 'Somebody' };
  const catalogue = dcatCatalogue([dataSet()], about) as Record<string, Record<string, unknown>[]>;
  const [set] = catalogue['dcat:dataset']!;

  it('has all that DCAT-AP demands', () => {
    for (const key of ['dct:title', 'dct:description', 'dct:publisher']) expect(catalogue).toHaveProperty([key]);
    for (const key of [
      'dct:title',
      'dct:description',
      'dcat:contactPoint',
      'dcat:keyword',
      'dct:spatial',
      'dct:temporal',
    ])
      expect(set).toHaveProperty([key]);
    const distributions = set!['dcat:distribution'] as Record<string, unknown>[];
    expect(distributions.length).toBeGreaterThan(10);
    for (const each of distributions) {
      expect(each).toHaveProperty(['dcat:accessURL', '@id']);
      expect(each['dct:license']).toEqual({ '@id': 'https://creativecommons.org/licenses/by/4.0/' });
    }
    expect(new Set(distributions.map((each) => each['@id'])).size).toBe(distributions.length);
  });

  it('uses no prefix that it does not explain', () => {
    const { '@context': context, ...rest } = catalogue;
    const used = [...JSON.stringify(rest).matchAll(/"([a-z]+):[a-zA-Z]+"/g)].map(([, prefix]) => prefix);
    expect(Object.keys(context as unknown as object)).toEqual(expect.arrayContaining([...new Set(used)]));
  });
});

describe('the catalogue as data.json', () => {
  it('has what Project Open Data demands of everybody', () => {
    const { conformsTo, dataset } = projectOpenData([dataSet(), dataSet({ licence: 'CC0-1.0' })], origin, now) as {
      conformsTo: string;
      dataset: Record<string, unknown>[];
    };
    expect(conformsTo).toBe('https://project-open-data.cio.gov/v1.1/schema');
    const demanded = 'title description keyword modified publisher contactPoint identifier accessLevel license'.split(
      ' ',
    );
    for (const each of dataset) for (const key of demanded) expect(each).toHaveProperty([key]);
    expect(dataset[0]?.['contactPoint']).toMatchObject({ hasEmail: 'mailto:data@example.org' });
    expect(dataset[1]?.['contactPoint']).toMatchObject({ hasURL: `${origin}/data/exercise` });
  });
});

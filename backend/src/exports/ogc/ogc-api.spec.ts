/** The description and the documents hang together: every reference leads somewhere, every parameter is held. */
import { describe, expect, it } from '@jest/globals';
import { sampleDeployment } from '../../../../test/support/samples.js';
import { collectionsOf, landingOf } from './ogc-documents.js';
import { describeOgcApi } from './ogc-api.js';
import { OgcAddresses } from './ogc-links.js';
import { itemsParameters, limits } from './read-items-query.js';

const at = new OgcAddresses('https://map.example.org', 'a b');
const deployment = sampleDeployment();
const document = describeOgcApi(deployment, at) as unknown as {
  openapi: string;
  paths: Record<string, { get: { operationId: string; parameters: { $ref: string }[]; responses: object } }>;
  components: Record<string, Record<string, Record<string, unknown>>>;
};

describe('the description', () => {
  it('leads from every reference to something that is there', () => {
    const references = [...JSON.stringify(document).matchAll(/"\$ref":"#\/([^"]+)"/g)].map(([, path = '']) => path);
    expect(references.length).toBeGreaterThan(20);
    for (const path of references) {
      const found = path.split('/').reduce<unknown>((part, name) => (part as Record<string, unknown>)[name], document);
      expect([path, typeof found]).toEqual([path, 'object']);
    }
  });

  it('names the operations once each, with answers, and every parameter of their paths', () => {
    const operations = Object.entries(document.paths).map(([path, { get }]) => ({ path, ...get }));
    expect(new Set(operations.map(({ operationId }) => operationId)).size).toBe(7);
    for (const { path, parameters, responses } of operations) {
      expect(Object.keys(responses)).toEqual(expect.arrayContaining(['200', '400']));
      for (const [, name = ''] of path.matchAll(/\{(\w+)\}/g))
        expect(parameters).toContainEqual({ $ref: `#/components/parameters/${name}` });
    }
  });

  it('says of the parameters what is held, in the shape that the tests of the standard look for', () => {
    const { parameters = {} } = document.components;
    const named = document.paths['/collections/incidents/items']?.get.parameters.map(({ $ref }) =>
      $ref.split('/').at(-1),
    );
    expect(named?.sort()).toEqual([...itemsParameters].sort());
    expect(parameters['limit']?.['schema']).toMatchObject({ type: 'integer', minimum: 1, maximum: limits.highest });
    expect(parameters['bbox']).toMatchObject({
      style: 'form',
      explode: false,
      schema: { type: 'array', minItems: 4, maxItems: 6, items: { type: 'number' } },
    });
    expect(parameters['datetime']?.['schema']).toEqual({ type: 'string' });
  });

  it('uses no word of a schema that OpenAPI 3.0 does not know', () => {
    const known = new Set(
      'type format enum items properties required nullable minimum maximum default minItems maxItems $ref'.split(' '),
    );
    const unknown: string[] = [];
    const look = (schema: Record<string, unknown>): void => {
      for (const [word, value] of Object.entries(schema)) {
        if (!known.has(word)) unknown.push(word);
        if (word === 'items') look(value as Record<string, unknown>);
        if (word === 'properties') Object.values(value as Record<string, Record<string, unknown>>).forEach(look);
      }
    };
    Object.values(document.components['schemas'] ?? {}).forEach(look);
    Object.values(document.components['parameters'] ?? {}).forEach(({ schema }) => look(schema as never));
    expect(unknown).toEqual([]);
    expect(document.openapi).toMatch(/^3\.0\.\d$/);
  });
});

describe('the documents', () => {
  it('link to where programs look, with absolute addresses', () => {
    const { links } = landingOf(deployment, at, 'json');
    const byRel = Object.fromEntries(links.map((link) => [link.rel, link]));
    expect(Object.keys(byRel)).toEqual(
      expect.arrayContaining(['self', 'alternate', 'service-desc', 'service-doc', 'conformance', 'data']),
    );
    for (const { href, type } of links) {
      expect(href).toMatch(/^https:\/\/map\.example\.org\/ogc\/a%20b/);
      expect(type).not.toBe('');
    }
    expect(byRel['service-desc']?.type).toBe('application/vnd.oai.openapi+json;version=3.0');
  });

  it('have an extent that covers what is there, rounded outwards, and the area where nothing is', () => {
    const nothing = { count: 0, first: null, last: null, west: null, south: null, east: null, north: null };
    const extentOf = (extent: typeof nothing | object) =>
      collectionsOf(deployment, { ...nothing, ...extent }, at, 'json').collections[0]?.extent;
    expect(extentOf({})).toMatchObject({
      spatial: { bbox: [[-10, -10, 10, 10]] },
      temporal: { interval: [[null, null]] },
    });
    const places = { west: 1.12345678, south: -2.12345678, east: 1.12345678, north: -2.12345678 };
    const times = { first: new Date(0), last: new Date(1000) };
    expect(extentOf({ ...places, ...times })).toMatchObject({
      spatial: { bbox: [[1.123456, -2.123457, 1.123457, -2.123456]] },
      temporal: { interval: [['1970-01-01T00:00:00.000Z', '1970-01-01T00:00:01.000Z']] },
    });
  });
});

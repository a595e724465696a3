/**
 * The description of this API as OpenAPI 3.0, shaped by hand: clients and the tests of the standard read the parameters
 * out of it, so it names them exactly as they are held. Pure.
 */
import { confidences, incidentStatuses, severities } from '@atesto/contract';
import type { Deployment } from '../../deployments/index.js';
import { titleOf } from './ogc-documents.js';
import type { OgcAddresses } from './ogc-links.js';
import { schemas } from './ogc-schemas.js';
import { limits } from './read-items-query.js';

type Part = Record<string, unknown>;

const inQuery = (name: string, description: string, schema: Part, more: Part = {}): Part => ({
  name,
  in: 'query',
  required: false,
  description,
  schema,
  style: 'form',
  explode: false,
  ...more,
});

const word = (values: readonly string[]): Part => ({ type: 'string', enum: [...values] });

const parameters: Record<string, Part> = {
  f: inQuery('f', 'The form of the answer; without it the Accept header decides, and JSON is the usual one.', {
    type: 'string',
    enum: ['json', 'html'],
  }),
  limit: inQuery('limit', 'Most features on a page. A higher number is lowered to the highest.', {
    type: 'integer',
    minimum: 1,
    maximum: limits.highest,
    default: limits.usual,
  }),
  bbox: inQuery(
    'bbox',
    'west,south,east,north in degrees, or six numbers with heights, which are not looked at. West may exceed east: then ' +
      'the box lies across the antimeridian. Features without a place are in every box.',
    { type: 'array', minItems: 4, maxItems: 6, items: { type: 'number' } },
  ),
  datetime: inQuery(
    'datetime',
    'An instant, or an interval as 2026-01-01T00:00:00Z/2026-02-01T00:00:00Z, open at one end by .. or nothing. Finds ' +
      'incidents whose time, from openedAt to updatedAt, has a part in it.',
    { type: 'string' },
  ),
  category: inQuery('category', 'The code of the category itself.', { type: 'string' }),
  severity: inQuery('severity', 'How bad it is.', word(severities)),
  status: inQuery('status', 'How far it has come.', word(incidentStatuses)),
  confidence: inQuery('confidence', 'How sure responders are.', word(confidences)),
  number: inQuery('number', 'The number under which an incident is spoken of.', { type: 'integer', minimum: 1 }),
  cursor: inQuery('cursor', 'The place in the list; comes with the link to the next page.', { type: 'string' }),
  featureId: {
    name: 'featureId',
    in: 'path',
    required: true,
    description: 'The id of a feature.',
    schema: { type: 'string', format: 'uuid' },
  },
};

const at = (kind: string, name: string): Part => ({ $ref: `#/components/${kind}/${name}` });
const problem = (description: string): Part => ({
  description,
  content: { 'application/problem+json': { schema: at('schemas', 'problem') } },
});

interface Operation {
  id: string;
  summary: string;
  schema: string;
  type?: string;
  query?: readonly string[];
  path?: readonly string[];
}

const operation = ({ id, summary, schema, type = 'application/json', query = ['f'], path = [] }: Operation): Part => ({
  get: {
    operationId: id,
    summary,
    tags: [schema.startsWith('feature') ? 'Data' : 'Capabilities'],
    parameters: [...path, ...query].map((name) => at('parameters', name)),
    responses: {
      '200': {
        description: summary,
        content: { [type]: { schema: at('schemas', schema) }, 'text/html': { schema: { type: 'string' } } },
      },
      '400': at('responses', 'Invalid'),
      ...(path.length === 0 ? {} : { '404': at('responses', 'NotFound') }),
    },
  },
});

const itemsQuery = Object.keys(parameters).filter((name) => name !== 'featureId');
const geojson = 'application/geo+json';
const paths: Record<string, Part> = {
  '/': operation({ id: 'getLandingPage', summary: 'The landing page', schema: 'landingPage' }),
  '/conformance': operation({ id: 'getConformance', summary: 'What this conforms to', schema: 'conformance' }),
  '/api': operation({
    id: 'getApi',
    summary: 'This description',
    schema: 'api',
    type: 'application/vnd.oai.openapi+json;version=3.0',
  }),
  '/collections': operation({ id: 'getCollections', summary: 'The collections', schema: 'collections' }),
  '/collections/incidents': operation({ id: 'getIncidents', summary: 'The collection', schema: 'collection' }),
  '/collections/incidents/items': operation({
    id: 'getIncidentsItems',
    summary: 'The incidents, newest first',
    schema: 'featureCollection',
    type: geojson,
    query: itemsQuery,
  }),
  '/collections/incidents/items/{featureId}': operation({
    id: 'getIncidentsItem',
    summary: 'One incident',
    schema: 'feature',
    type: geojson,
    path: ['featureId'],
  }),
};

export function describeOgcApi(deployment: Deployment, addresses: OgcAddresses): Part {
  return {
    openapi: '3.0.3',
    info: {
      title: titleOf(deployment),
      description: 'Incidents of a crisis map by OGC API - Features, Part 1: Core, 1.0.',
      version: '1.0.0',
    },
    servers: [{ url: addresses.base, description: 'This deployment' }],
    tags: [
      { name: 'Capabilities', description: 'What there is' },
      { name: 'Data', description: 'The features' },
    ],
    paths,
    components: {
      parameters,
      responses: {
        Invalid: problem('A parameter is not known or not valid.'),
        NotFound: problem('There is no such feature.'),
      },
      schemas,
    },
  };
}

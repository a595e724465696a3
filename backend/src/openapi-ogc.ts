/** What the description says about the ways in for map programs, which describe themselves more closely. */
import type { Operation } from './openapi-operations.js';

const tiles = '/api/v1/deployments/{deployment}/tiles';
const ogc = '/ogc/{deployment}';
const items = `${ogc}/collections/incidents/items`;

const resource = (summary: string): Operation => ({
  summary,
  answer: 'Record<string, unknown>',
  problems: [400],
});

export const ogcWork: Record<string, Operation> = {
  [`GET ${ogc}`]: resource('OGC API - Features: landing page'),
  [`GET ${ogc}/conformance`]: resource('OGC API - Features: what it conforms to'),
  [`GET ${ogc}/api`]: resource('OGC API - Features: its own description, with all parameters'),
  [`GET ${ogc}/collections`]: resource('OGC API - Features: collections'),
  [`GET ${ogc}/collections/incidents`]: resource('OGC API - Features: the collection of incidents'),
  [`GET ${items}`]: { ...resource('OGC API - Features: incidents'), type: 'application/geo+json' },
  [`GET ${items}/{id}`]: { ...resource('OGC API - Features: one incident'), type: 'application/geo+json' },
  [`GET ${tiles}/incidents.json`]: {
    summary: 'TileJSON of the tiles of incidents',
    answer: 'Record<string, unknown>',
  },
  [`GET ${tiles}/reports.json`]: {
    summary: 'TileJSON of the tiles of reports',
    answer: 'Record<string, unknown>',
  },
};

/**
 * Who may call what: one line a route, written by hand, beside the routes that the server really has. A letter for each
 * caller that is let in: n nobody, o somebody with an account elsewhere, v viewer, r responder, c coordinator, a admin.
 */
import type { Permission } from '@atesto/contract';

export const callers = ['n', 'o', 'v', 'r', 'c', 'a'] as const;
export type Caller = (typeof callers)[number];

const anyone = 'novrca';
const d = '/api/v1/deployments/:deployment';

/** Beside the letters the one scope that lets an API key in; null where a key never counts, true where all do. */
export const matrix: Record<string, [allowed: string, scope: Permission | null | true]> = {
  'GET /healthz': [anyone, true],
  'GET /readyz': [anyone, true],
  'GET /': [anyone, true],
  'GET /map/:deployment': [anyone, true],
  'GET /console': [anyone, true],
  'GET /console/*': [anyone, true],
  'GET /report/:deployment': [anyone, true],
  'POST /report/:deployment': [anyone, true],
  'GET /follow/:token': [anyone, true],
  'POST /follow/:token': [anyone, true],
  'GET /poster/:deployment': [anyone, true],
  'GET /poster/:deployment/qr.svg': [anyone, true],
  'GET /r/:slug': [anyone, true],
  'GET /basemap/:z/:x/:y.mvt': [anyone, true],
  'GET /basemap/config.json': [anyone, true],
  'GET /basemap/places/:z/:x/:y.mvt': [anyone, true],
  'HEAD /api/v1/follow/:token/photos/:id': [anyone, true],
  'PATCH /api/v1/follow/:token/photos/:id': [anyone, true],
  'POST /api/v1/session': [anyone, true],
  'GET /api/v1/session': ['ovrca', null],
  'DELETE /api/v1/session': ['ovrca', null],
  'PATCH /api/v1/account/password': ['ovrca', null],
  'GET /api/v1/organisations': ['ovrca', null],
  'POST /api/v1/organisations': ['oca', null],
  'GET /api/v1/deployments': [anyone, true],
  'POST /api/v1/deployments': ['a', null],
  [`GET ${d}`]: [anyone, true],
  [`GET ${d}/handout`]: [anyone, true],
  [`PATCH ${d}`]: ['ca', 'deployment.edit'],
  [`PUT ${d}/categories`]: ['ca', 'deployment.edit'],
  [`GET ${d}/members`]: ['vrca', 'reports.read'],
  [`POST ${d}/members`]: ['ca', 'members.edit'],
  [`PATCH ${d}/members/:user`]: ['ca', 'members.edit'],
  [`DELETE ${d}/members/:user`]: ['ca', 'members.edit'],
  [`GET ${d}/api-keys`]: ['ca', 'members.edit'],
  [`POST ${d}/api-keys`]: ['ca', 'members.edit'],
  [`DELETE ${d}/api-keys/:key`]: ['ca', 'members.edit'],
  [`POST ${d}/reports`]: [anyone, true],
  [`GET ${d}/reports`]: ['vrca', 'reports.read'],
  [`GET ${d}/reports/:id`]: ['vrca', 'reports.read'],
  [`PATCH ${d}/reports/:id`]: ['rca', 'reports.triage'],
  [`GET ${d}/reports/:id/reporter`]: ['rca', 'reporters.read'],
  [`GET ${d}/reports/:id/history`]: ['vrca', 'reports.read'],
  [`POST ${d}/reports/:id/claim`]: ['rca', 'reports.triage'],
  [`POST ${d}/reports/:id/release`]: ['rca', 'reports.triage'],
  [`POST ${d}/reports/:id/verify`]: ['rca', 'reports.triage'],
  [`POST ${d}/reports/:id/reject`]: ['rca', 'reports.triage'],
  [`POST ${d}/reports/:id/reopen`]: ['rca', 'reports.triage'],
  [`POST ${d}/reports/:id/ask`]: ['rca', 'reports.triage'],
  [`GET ${d}/media/:id`]: ['vrca', 'reports.read'],
  [`GET ${d}/media/:id/thumbnail`]: ['vrca', 'reports.read'],
  [`GET ${d}/incidents`]: [anyone, true],
  [`GET ${d}/incidents/:id`]: [anyone, true],
  [`PATCH ${d}/incidents/:id`]: ['rca', 'reports.triage'],
  [`POST ${d}/incidents/:id/merge`]: ['rca', 'reports.triage'],
  [`POST ${d}/incidents/:id/status`]: ['rca', 'reports.triage'],
  [`GET ${d}/incidents/:id/history`]: ['vrca', 'incidents.read'],
  [`GET ${d}/tiles/incidents/:z/:x/:y.mvt`]: [anyone, true],
  [`GET ${d}/tiles/reports/:z/:x/:y.mvt`]: ['vrca', 'reports.read'],
  [`GET ${d}/exports/incidents.csv`]: [anyone, true],
  [`GET ${d}/exports/incidents.geojson`]: [anyone, true],
  [`POST ${d}/imports`]: ['ca', 'imports.run'],
};

/** What the description of the API says about handing incidents on. */
import {
  ExportQuery,
  FeedQuery,
  NewExportJob,
  NewExportProfile,
  PageQuery,
  PatchExportProfile,
} from '@atesto/contract';
import type { Operation } from './openapi-operations.js';

const d = '/api/v1/deployments/{deployment}';

export const exportWork: Record<string, Operation> = {
  [`GET ${d}/exports/columns`]: {
    summary: 'The columns that a file may have, with their HXL tags and what they mean',
    answer: '{ items: ExportColumnView[] }',
  },
  [`GET ${d}/exports/incidents.{format}`]: {
    summary:
      'Incidents as a file, by the ending: csv, hxl.csv, xlsx, geojson, geojsonl, json, kml, gpx, gpkg. Streamed, with an ETag',
    query: ExportQuery,
    answer: 'File',
    type: 'application/octet-stream',
    problems: [429],
  },
  [`GET ${d}/exports/incidents.atom`]: {
    summary: 'What changed last, as Atom with GeoRSS',
    query: FeedQuery,
    answer: 'RFC 4287',
    type: 'application/atom+xml',
  },
  [`GET ${d}/exports/cap.atom`]: {
    summary: 'What changed last, as Atom of CAP 1.2 alerts',
    query: FeedQuery,
    answer: 'RFC 4287',
    type: 'application/atom+xml',
  },
  [`GET ${d}/cap/{id}`]: {
    summary: 'A public incident as an alert of the Common Alerting Protocol 1.2',
    answer: 'CAP 1.2',
    type: 'application/cap+xml',
  },
  [`GET ${d}/exports/profiles`]: { summary: 'Saved ways to export', answer: '{ items: ExportProfileView[] }' },
  [`POST ${d}/exports/profiles`]: {
    summary: 'Save a way to export',
    body: NewExportProfile,
    answer: 'ExportProfileView',
    problems: [409],
  },
  [`PATCH ${d}/exports/profiles/{id}`]: {
    summary: 'Change it; `address: true` opens a new address that needs no sign-in',
    body: PatchExportProfile,
    answer: 'ExportProfileView',
  },
  [`DELETE ${d}/exports/profiles/{id}`]: { summary: 'Remove it; its address ends' },
  [`GET ${d}/exports/profiles/{id}/incidents.{format}`]: {
    summary: 'A file by a saved way',
    answer: 'File',
    type: 'application/octet-stream',
  },
  'GET /api/v1/exports/{token}/incidents.{format}': {
    summary: 'A file by the address of a saved way, without a sign-in',
    answer: 'File',
    type: 'application/octet-stream',
    problems: [429],
  },
  [`GET ${d}/exports/jobs`]: {
    summary: 'Long exports of the last days',
    query: PageQuery,
    answer: 'Page<ExportJobView>',
  },
  [`POST ${d}/exports/jobs`]: {
    summary: 'Make a file in the background',
    body: NewExportJob,
    answer: 'ExportJobView',
    problems: [429],
  },
  [`GET ${d}/exports/jobs/{id}`]: { summary: 'How far a long export is', answer: 'ExportJobView' },
  [`DELETE ${d}/exports/jobs/{id}`]: { summary: 'Cancel it, or remove its file' },
  'GET /api/v1/exports/files/{token}': {
    summary: 'The file of a long export, until it expires; parts of it by Range',
    answer: 'File',
    type: 'application/octet-stream',
    problems: [410, 416],
  },
};

/** What the description of the API says of overlays and of the areas of authority layers. */
import { NewOverlay, PageQuery, PatchArea, PatchOverlay, PutOverlayOrder } from '@atesto/contract';
import type { Operation } from './openapi-operations.js';

const d = '/api/v1/deployments/{deployment}';
const one = `${d}/overlays/{id}`;

export const overlayWork: Record<string, Operation> = {
  [`GET ${d}/overlays`]: { summary: 'Layers over the map, from the lowest to the topmost', answer: 'OverlayList' },
  [`POST ${d}/overlays`]: { summary: 'Add a layer', body: NewOverlay, answer: 'OverlayDetail', problems: [409] },
  [`PUT ${d}/overlays/order`]: { summary: 'Arrange the layers', body: PutOverlayOrder, answer: 'OverlayList' },
  [`PATCH ${one}`]: { summary: 'Change a layer', body: PatchOverlay, answer: 'OverlayDetail' },
  [`DELETE ${one}`]: { summary: 'Remove a layer', answer: 'OverlayList' },
  [`GET ${one}/data`]: { summary: 'The shapes of a layer', answer: 'FeatureCollection', type: 'application/geo+json' },
  [`GET ${one}/tiles/{z}/{x}/{y}`]: {
    summary: 'A tile of a layer of tiles; empty where there is none',
    type: 'application/vnd.mapbox-vector-tile',
  },
  [`GET ${one}/states`]: { summary: 'In which state each area is', answer: '{ items: AreaStatus[] }' },
  [`GET ${one}/areas`]: { summary: 'The areas with their states', type: 'application/geo+json' },
  [`PUT ${one}/areas`]: {
    summary: 'Replace all areas by those of a GeoJSON, read by the mapping of the layer',
    stream: 'application/geo+json',
    answer: '{ items: AreaStatus[] }',
    problems: [413, 415],
  },
  [`PATCH ${one}/areas/{area}`]: { summary: 'Say in which state an area is', body: PatchArea, answer: 'AreaStatus' },
  [`GET ${one}/areas/{area}/history`]: {
    summary: 'What was said of an area, oldest first',
    query: PageQuery,
    answer: 'Page<AreaHistoryEntry>',
  },
  [`GET ${d}/overlay-files`]: {
    summary: 'Tile archives that lie in the data folder',
    answer: '{ items: OverlayFileView[] }',
  },
  [`POST ${d}/overlay-files`]: {
    summary: 'Send a GeoJSON, KML, KMZ or PMTiles file, and hear what is in it',
    stream: 'application/x-atesto-overlay',
    answer: 'OverlayFileView',
    problems: [413, 415],
  },
};

/**
 * How a map program finds the marker tiles: TileJSON 3.0.0, naming the layers with the fields that are really in them.
 * Pure.
 */
import { incidentStatuses, reportStatuses, type Audience } from '@atesto/contract';
import type { Deployment } from '../deployments/index.js';
import { xmlText } from '../platform/index.js';
import { deepestTile } from './tile-query.js';

export interface TileJson {
  tilejson: '3.0.0';
  name: string;
  tiles: string[];
  minzoom: number;
  maxzoom: number;
  bounds: [west: number, south: number, east: number, north: number];
  attribution: string;
  vector_layers: { id: string; description: string; fields: Record<string, string> }[];
}

export interface TileSource {
  layer: 'incidents' | 'reports';
  audience: Audience;
}

/** Fields of a cell that count what is inside, by category and by status. */
function countFields(deployment: Deployment, { layer, audience }: TileSource): Record<string, string> {
  const shown = deployment.categories.filter(({ id }) => audience !== 'public' || !deployment.isSensitive(id));
  const statuses = layer === 'incidents' ? incidentStatuses : reportStatuses;
  return Object.fromEntries([
    ...shown.map(({ code }) => [`category.${code}`, 'Number, how many are of this category']),
    ['category.none', 'Number, how many are of no category'],
    ...statuses.map((status) => [`status.${status}`, 'Number, how many are in this state']),
  ]) as Record<string, string>;
}

export function tileJsonOf(deployment: Deployment, source: TileSource, origin: string): TileJson {
  const { name, slug, isExercise, area } = deployment;
  const { layer, audience } = source;
  // A box across the antimeridian is not one that programs can be told, so it is the whole round.
  const [west, east] = area.west > area.east ? [-180, 180] : [area.west, area.east];
  // The same for everybody by its address, so that it may be kept in between.
  const query = layer === 'incidents' && audience === 'public' ? '?audience=public' : '';
  const words = { severity: 'String', category: 'String, a code' };
  return {
    tilejson: '3.0.0',
    name: `${isExercise ? 'EXERCISE: ' : ''}${name}: ${layer}`,
    tiles: [`${origin}/api/v1/deployments/${encodeURIComponent(slug)}/tiles/${layer}/{z}/{x}/{y}.mvt${query}`],
    minzoom: 0,
    maxzoom: deepestTile,
    bounds: [west, area.south, east, area.north],
    attribution: xmlText(name),
    vector_layers: [
      {
        id: 'cells',
        description: `Several ${layer} that lie close together at this zoom`,
        fields: {
          count: 'Number, how many there are',
          severity: 'String, the worst of them',
          category: 'String, the most frequent code',
          lat: 'Number, where all lie at one place',
          lon: 'Number, where all lie at one place',
          ...countFields(deployment, source),
        },
      },
      {
        id: 'points',
        description: `Single ${layer}`,
        fields: { id: 'String', title: 'String', ...words, status: 'String' },
      },
    ],
  };
}

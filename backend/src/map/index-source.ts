/**
 * Where an index takes its points from: which rows an audience may see, and where it sees them. What the public may not
 * see never enters a public index, and places enter it already snapped.
 */
import { incidentStatuses, reportStatuses, severities, type Audience } from '@atesto/contract';
import type { Deployment } from '../deployments/index.js';
import type { Sql } from '../platform/index.js';
import {
  gatherStatistics,
  incidentsById,
  pageOfIncidents,
  pageOfReports,
  reportsById,
  type PlacedRow,
} from './map.queries.js';
import { toGrid } from './morton.js';
import type { CategoryTree } from './point-filter.js';
import type { IndexedPoint } from './point-index.js';
import type { TileWords } from './tile-encoder.js';

export type MarkerLayer = 'incidents' | 'reports';

export interface View {
  layer: MarkerLayer;
  /** Reports are for responders only. */
  audience: Audience;
}

/** Anything but single spaces. */
const unevenSpace = /[^\S ]| {2}/;

type Place = Pick<PlacedRow, 'lat' | 'lon'>;
export type Snap = (place: Place, precisionMetres: number) => Place;

export interface IndexPage {
  /** Made when they are wanted: meanwhile the next page is already on its way. */
  points: () => Iterable<IndexedPoint>;
  last: string | null;
}

export interface IndexSource {
  tree: CategoryTree;
  words: TileWords;
  /** The next page by id and the id it ended with, null after the last. */
  page(after: string | null): Promise<IndexPage>;
  /** Those of the ids that are to be shown. */
  byIds(ids: readonly string[]): Promise<IndexedPoint[]>;
}

/** `longReads` gives where to take whole pages from, once for a load; single rows come from `sql`, which is never behind. */
export function indexSource(
  sql: Sql,
  deployment: Deployment,
  view: View,
  snap: Snap,
  longReads: () => Promise<Sql> = () => Promise.resolve(sql),
): IndexSource {
  const isPublic = view.audience === 'public';
  const statuses = view.layer === 'reports' ? reportStatuses : incidentStatuses;
  const numbers = new Map(deployment.categories.map((category, at) => [category.id, at + 1]));
  const precision = deployment.policy.publicPrecisionMetres;
  const sensitive = new Set<string | null>(deployment.sensitiveIds());
  const pointOf = (row: PlacedRow): IndexedPoint => {
    const { lat, lon } = isPublic && precision > 0 ? snap({ lat: row.lat, lon: row.lon }, precision) : row;
    return {
      id: row.id,
      ...toGrid(lat, lon),
      category: numbers.get(row.category_id ?? '') ?? 0,
      severity: Math.max(0, (severities as readonly string[]).indexOf(row.severity)),
      status: Math.max(0, (statuses as readonly string[]).indexOf(row.status)),
      time: row.at,
      label: unevenSpace.test(row.label) ? row.label.replaceAll(/\s+/g, ' ') : row.label,
    };
  };
  function* shown(rows: Iterable<PlacedRow>): Generator<IndexedPoint> {
    for (const row of rows) if (!isPublic || !sensitive.has(row.category_id)) yield pointOf(row);
  }
  const { id } = deployment;
  const rule = { publicOnly: isPublic, fourEyes: deployment.policy.fourEyes };
  const read =
    view.layer === 'reports'
      ? {
          page: (from: Sql, after: string | null) => pageOfReports(from, id, after),
          byIds: (ids: readonly string[]) => reportsById(sql, id, ids),
        }
      : {
          page: (from: Sql, after: string | null) => pageOfIncidents(from, id, rule, after),
          byIds: (ids: readonly string[]) => incidentsById(sql, id, rule, ids),
        };
  let reading = sql;
  const codes = [null, ...deployment.categories.map(({ code }) => code)];
  return {
    tree: { codes, parents: [-1, ...deployment.categories.map(({ parentId }) => numbers.get(parentId ?? '') ?? -1)] },
    words: { categories: codes, severities, statuses },
    page: async (after) => {
      if (after === null) {
        await gatherStatistics(sql, view.layer);
        reading = await longReads();
      }
      const page = await read.page(reading, after);
      return { points: () => shown(page.rows()), last: page.lastId };
    },
    byIds: async (ids) => [...shown(await read.byIds(ids))],
  };
}

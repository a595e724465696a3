/** Which confirmed subscriptions an incident or a broadcast concerns: few are found by their boxes, then each is asked. */
import type { AlertWay, PublicIncident } from '@atesto/contract';
import type { Deployment } from '../deployments/index.js';
import type { Sql } from '../platform/index.js';
import { boxOf, shapeOfColumns, touches, type Shape } from './area-shape.js';
import { concerns, sharesCategory } from './news-of.js';
import { candidatePage, candidatesAt, candidatesTouching, type Candidate } from './subscriptions.queries.js';

export interface Told {
  id: string;
  way: AlertWay;
}

export const idsOf = (deployment: Deployment, codes: readonly string[]): ReadonlySet<string> | null =>
  codes.length === 0 ? null : new Set(deployment.withDescendants(codes));

async function* pages(page: (after: string | null) => Promise<Candidate[]>): AsyncGenerator<Candidate[]> {
  for (let after: string | null = null; ;) {
    const rows: Candidate[] = await page(after);
    yield rows;
    after = rows.at(-1)?.id ?? null;
    if (rows.length < candidatePage) return;
  }
}

export async function toldOfIncident(
  tx: Sql,
  deployment: Deployment,
  incident: PublicIncident,
  categoryId: string | null,
): Promise<Told[]> {
  const told: Told[] = [];
  for await (const rows of pages((after) => candidatesAt(tx, deployment.id, incident.location, after))) {
    for (const row of rows) {
      const { categories, severity } = row;
      const wish = { shape: shapeOfColumns(row), categoryIds: idsOf(deployment, categories), severity };
      if (concerns(wish, incident, categoryId)) told.push({ id: row.id, way: row.way });
    }
  }
  return told;
}

/** One for an address, however many of its subscriptions are concerned: the oldest. */
export async function toldOfBroadcast(
  sql: Sql,
  deployment: Deployment,
  shape: Shape,
  categories: readonly string[],
): Promise<Told[]> {
  const told = new Map<string, Told>();
  const wanted = idsOf(deployment, categories);
  const box = boxOf(shape);
  for await (const rows of pages((after) => candidatesTouching(sql, deployment.id, box, after))) {
    for (const row of rows) {
      const address = row.address_name.toString('base64');
      if (told.has(address) || !touches(shape, shapeOfColumns(row))) continue;
      if (sharesCategory(wanted, idsOf(deployment, row.categories))) told.set(address, { id: row.id, way: row.way });
    }
  }
  return [...told.values()];
}

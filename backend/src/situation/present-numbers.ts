/** The numbers of a situation report out of counted rows. Pure. */
import {
  confidences,
  incidentStatuses,
  severities,
  type Channel,
  type Severity,
  type SituationCategory,
  type SituationNumbers,
} from '@atesto/contract';
import type { Deployment } from '../deployments/index.js';
import type { StandingRow } from './situation.queries.js';

export interface Counted {
  standing: readonly StandingRow[];
  opened: number;
  resolved: number;
  byChannel: { channel: Channel; count: number }[];
}

function sumsOf<Key extends string, Row extends { n: number }>(
  keys: readonly Key[],
  rows: readonly Row[],
  keyOf: (row: Row) => Key,
): Record<Key, number> {
  const sums = Object.fromEntries(keys.map((key) => [key, 0])) as Record<Key, number>;
  for (const row of rows) sums[keyOf(row)] += row.n;
  return sums;
}

const bySeverityOf = (rows: readonly StandingRow[]): Record<Severity, number> =>
  sumsOf(severities, rows, ({ severity }) => severity);

export const totalOf = (sums: Record<string, number>): number => Object.values(sums).reduce((sum, n) => sum + n, 0);

/** In the order in which the deployment shows its categories; those without one last. */
function categoriesOf(rows: readonly StandingRow[], deployment: Deployment): SituationCategory[] {
  const codes = [...deployment.categories.map(({ code }) => code), null];
  return codes
    .map((category) => ({
      category,
      bySeverity: bySeverityOf(rows.filter((row) => deployment.codeOf(row.category_id) === category)),
    }))
    .filter(({ bySeverity }) => totalOf(bySeverity) > 0);
}

export function presentNumbers({ standing, ...rest }: Counted, deployment: Deployment): SituationNumbers {
  const open = standing.filter(({ status }) => status !== 'resolved');
  return {
    byStatus: sumsOf(incidentStatuses, standing, ({ status }) => status),
    byConfidence: sumsOf(confidences, open, ({ confidence }) => confidence),
    bySeverity: bySeverityOf(open),
    byCategory: categoriesOf(open, deployment),
    received: rest.byChannel.reduce((sum, { count }) => sum + count, 0),
    ...rest,
  };
}

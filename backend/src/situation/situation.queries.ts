/** Counts for a situation report. Those of incidents take the audience's own conditions, so none counts what it may not see. */
import type { Channel, Confidence, IncidentStatus, Severity } from '@atesto/contract';
import { bucketSql, Conditions, type BucketRow, type Buckets, type Sql } from '../platform/index.js';
import type { Span } from './span-of.js';

export interface StandingRow {
  status: IncidentStatus;
  severity: Severity;
  confidence: Confidence;
  category_id: string | null;
  n: number;
}

/** `where` speaks of `incidents i`. */
export function countStanding(sql: Sql, where: Conditions): Promise<StandingRow[]> {
  return sql.query<StandingRow>(
    `select i.status, i.severity, i.confidence, i.category_id, count(*)::integer as n
     from incidents i where ${where.toSql()} group by 1, 2, 3, 4`,
    where.params,
  );
}

/** Which of the incidents with these numbers `where` lets through. */
export async function shownNumbers(sql: Sql, where: Conditions, numbers: readonly number[]): Promise<Set<number>> {
  if (numbers.length === 0) return new Set();
  const asked = where.bind(numbers);
  const rows = await sql.query<{ number: number }>(
    `select i.number from incidents i where ${where.toSql()} and i.number = any(${asked}::integer[])`,
    where.params,
  );
  return new Set(rows.map(({ number }) => number));
}

/** Resolved, and it was in the span that somebody said so. */
export async function countResolved(sql: Sql, where: Conditions, { from, to }: Span): Promise<number> {
  const [start, end] = [where.bind(from), where.bind(to)];
  const [row] = await sql.query<{ n: number }>(
    `select count(*)::integer as n from incidents i where ${where.toSql()} and i.status = 'resolved' and exists (
       select from journal j where j.deployment_id = i.deployment_id and j.subject_id = i.id
         and j.kind = 'incident.status_changed' and j.data->>'status' = 'resolved' and j.at >= ${start} and j.at < ${end})`,
    where.params,
  );
  return row?.n ?? 0;
}

/** Reports by channel, without those in quarantine. */
export function countReceived(
  sql: Sql,
  deploymentId: string,
  { from, to }: Span,
): Promise<{ channel: Channel; count: number }[]> {
  return sql.query<{ channel: Channel; count: number }>(
    `select channel, count(*)::integer as count from reports
     where deployment_id = $1 and received_at >= $2 and received_at < $3 and not quarantined
     group by 1 order by 2 desc, 1`,
    [deploymentId, from, to],
  );
}

export function countReceivedTimes(
  sql: Sql,
  deploymentId: string,
  { from, to }: Span,
  buckets: Buckets,
): Promise<BucketRow[]> {
  const where = new Conditions();
  const { bind } = where;
  where.add(`deployment_id = ${bind(deploymentId)} and not quarantined`);
  where.add(`received_at >= ${bind(from)} and received_at < ${bind(to)}`);
  return sql.query<BucketRow>(
    `select ${bucketSql('received_at', buckets, bind)} as bucket, count(*)::integer as n
     from reports where ${where.toSql()} group by 1`,
    where.params,
  );
}

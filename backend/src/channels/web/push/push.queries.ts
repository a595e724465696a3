/** All SQL of push subscriptions. */
import type { Sql } from '../../../platform/index.js';

export interface SubscriptionName {
  report_id: string;
  endpoint_name: Buffer;
}

export interface SubscriptionRecord extends SubscriptionName {
  sealed: Buffer;
  language: string;
}

/** Adds a subscription or renews it, and forgets all but the newest `most` of its report. */
export async function saveSubscription(
  tx: Sql,
  deploymentId: string,
  row: SubscriptionRecord,
  at: Date,
  most: number,
): Promise<void> {
  await tx.query(
    `insert into push_subscriptions (deployment_id, report_id, endpoint_name, sealed, language, created_at)
     values ($1, $2, $3, $4, $5, $6)
     on conflict (deployment_id, report_id, endpoint_name) do update
       set sealed = excluded.sealed, language = excluded.language, created_at = excluded.created_at`,
    [deploymentId, row.report_id, row.endpoint_name, row.sealed, row.language, at],
  );
  await tx.query(
    `delete from push_subscriptions where deployment_id = $1 and report_id = $2 and endpoint_name not in (
       select endpoint_name from push_subscriptions where deployment_id = $1 and report_id = $2
       order by created_at desc, endpoint_name limit $3)`,
    [deploymentId, row.report_id, most],
  );
}

export async function deleteSubscription(
  sql: Sql,
  deploymentId: string,
  reportId: string,
  endpointName: Buffer,
): Promise<void> {
  await sql.query('delete from push_subscriptions where deployment_id = $1 and report_id = $2 and endpoint_name = $3', [
    deploymentId,
    reportId,
    endpointName,
  ]);
}

export async function subscription(
  sql: Sql,
  deploymentId: string,
  reportId: string,
  endpointName: Buffer,
): Promise<SubscriptionRecord | null> {
  const [row] = await sql.query<SubscriptionRecord>(
    `select report_id, endpoint_name, sealed, language from push_subscriptions
     where deployment_id = $1 and report_id = $2 and endpoint_name = $3`,
    [deploymentId, reportId, endpointName],
  );
  return row ?? null;
}

export function subscriptionsOfReport(sql: Sql, deploymentId: string, reportId: string): Promise<SubscriptionName[]> {
  return sql.query<SubscriptionName>(
    'select report_id, endpoint_name from push_subscriptions where deployment_id = $1 and report_id = $2',
    [deploymentId, reportId],
  );
}

export function subscriptionsOfIncident(
  sql: Sql,
  deploymentId: string,
  incidentId: string,
): Promise<SubscriptionName[]> {
  return sql.query<SubscriptionName>(
    `select p.report_id, p.endpoint_name from reports r
     join push_subscriptions p on p.deployment_id = r.deployment_id and p.report_id = r.id
     where r.deployment_id = $1 and r.incident_id = $2`,
    [deploymentId, incidentId],
  );
}

/** An endpoint is a way to reach somebody: it goes when contacts go. */
export async function deleteExpiredSubscriptions(sql: Sql, now: Date): Promise<void> {
  await sql.query(
    `delete from push_subscriptions p using deployments d
     where d.id = p.deployment_id
       and p.created_at < $1::timestamptz - make_interval(days => (d.policy->>'contactRetentionDays')::int)`,
    [now],
  );
}

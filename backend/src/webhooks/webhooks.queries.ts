/** All SQL of webhooks. */
import type { Audience, JournalKind, Severity, WebhookKind } from '@atesto/contract';
import type { Sql } from '../platform/index.js';

export interface WebhookRecord {
  deployment_id: string;
  id: string;
  name: string;
  enabled: boolean;
  audience: Audience;
  kinds: WebhookKind[];
  categories: string[];
  min_severity: Severity;
  sealed: Buffer;
  former_until: Date | null;
  last_sequence: string;
  gone_at: Date | null;
  created_at: Date;
  version: number;
}

export function listWebhooks(sql: Sql, deploymentId: string): Promise<WebhookRecord[]> {
  return sql.query<WebhookRecord>('select * from webhooks where deployment_id = $1 order by created_at, id', [
    deploymentId,
  ]);
}

export async function webhookById(sql: Sql, deploymentId: string, id: string): Promise<WebhookRecord | null> {
  const [row] = await sql.query<WebhookRecord>('select * from webhooks where deployment_id = $1 and id = $2', [
    deploymentId,
    id,
  ]);
  return row ?? null;
}

/** All of them, so that of two that are added at once the second sees the first. */
export function lockWebhooks(tx: Sql, deploymentId: string): Promise<WebhookRecord[]> {
  return tx.query<WebhookRecord>('select * from webhooks where deployment_id = $1 order by id for update', [
    deploymentId,
  ]);
}

export type WebhookFields = Pick<
  WebhookRecord,
  'name' | 'enabled' | 'audience' | 'kinds' | 'categories' | 'min_severity' | 'sealed' | 'former_until' | 'gone_at'
>;

const valuesOf = (row: WebhookFields): unknown[] => [
  row.name,
  row.enabled,
  row.audience,
  JSON.stringify(row.kinds),
  JSON.stringify(row.categories),
  row.min_severity,
  row.sealed,
  row.former_until,
  row.gone_at,
];

export async function insertWebhook(
  tx: Sql,
  deploymentId: string,
  id: string,
  row: WebhookFields,
  at: Date,
): Promise<void> {
  await tx.query(
    `insert into webhooks (deployment_id, id, created_at, name, enabled, audience, kinds, categories, min_severity,
       sealed, former_until, gone_at)
     values ($1, $2, $3, $4, $5, $6, $7::jsonb, $8::jsonb, $9, $10, $11, $12)`,
    [deploymentId, id, at, ...valuesOf(row)],
  );
}

export async function writeWebhook(tx: Sql, deploymentId: string, id: string, row: WebhookFields): Promise<void> {
  await tx.query(
    `update webhooks set name = $3, enabled = $4, audience = $5, kinds = $6::jsonb, categories = $7::jsonb,
       min_severity = $8, sealed = $9, former_until = $10, gone_at = $11, version = version + 1
     where deployment_id = $1 and id = $2`,
    [deploymentId, id, ...valuesOf(row)],
  );
}

export async function deleteWebhook(tx: Sql, deploymentId: string, id: string): Promise<void> {
  await tx.query('delete from webhook_told where deployment_id = $1 and webhook_id = $2', [deploymentId, id]);
  await tx.query('delete from webhooks where deployment_id = $1 and id = $2', [deploymentId, id]);
}

/** Takes so many numbers and resolves to the last of them. */
export async function takeSequence(tx: Sql, deploymentId: string, id: string, count: number): Promise<number> {
  const [row] = await tx.query<{ last: string }>(
    `update webhooks set last_sequence = last_sequence + $3 where deployment_id = $1 and id = $2
     returning last_sequence::text as last`,
    [deploymentId, id, count],
  );
  return Number(row?.last ?? 0);
}

export interface Told {
  webhook_id: string;
  incident_id: string;
}

export function toldOf(sql: Sql, deploymentId: string, incidentIds: readonly string[]): Promise<Told[]> {
  return sql.query<Told>(
    `select webhook_id, incident_id from webhook_told where deployment_id = $1 and incident_id = any($2::uuid[])`,
    [deploymentId, incidentIds],
  );
}

/** All that was told to anybody, in pages by key. */
export function toldAfter(sql: Sql, deploymentId: string, after: Told | null, limit: number): Promise<Told[]> {
  return sql.query<Told>(
    `select webhook_id, incident_id from webhook_told
     where deployment_id = $1 and ($2::uuid is null or (webhook_id, incident_id) > ($2::uuid, $3::uuid))
     order by webhook_id, incident_id limit $4`,
    [deploymentId, after?.webhook_id ?? null, after?.incident_id ?? null, limit],
  );
}

export async function writeTold(
  tx: Sql,
  deploymentId: string,
  webhookId: string,
  incidentIds: readonly string[],
): Promise<void> {
  await tx.query(
    `insert into webhook_told (deployment_id, webhook_id, incident_id) select $1, $2, unnest($3::uuid[])
     on conflict do nothing`,
    [deploymentId, webhookId, incidentIds],
  );
}

export async function forgetTold(
  tx: Sql,
  deploymentId: string,
  webhookId: string,
  incidentIds: readonly string[],
): Promise<void> {
  await tx.query(
    'delete from webhook_told where deployment_id = $1 and webhook_id = $2 and incident_id = any($3::uuid[])',
    [deploymentId, webhookId, incidentIds],
  );
}

export interface Step {
  subject_id: string;
  seq: string;
  kind: JournalKind;
  data: Record<string, unknown>;
}

/** What happened to these incidents from there on, newest first. */
export function stepsFrom(
  sql: Sql,
  deploymentId: string,
  incidentIds: readonly string[],
  seq: string,
): Promise<Step[]> {
  return sql.query<Step>(
    `select subject_id, seq::text, kind, data from journal
     where deployment_id = $1 and subject_id = any($2::uuid[]) and seq >= $3::bigint and kind like 'incident.%'
     order by seq desc`,
    [deploymentId, incidentIds, seq],
  );
}

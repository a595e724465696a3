/** All SQL of broadcasts. */
import type { AlertWay } from '@atesto/contract';
import type { Slice, Sql } from '../platform/index.js';
import type { BroadcastRow } from './alerts.entities.js';

/**
 * Two who send at once come one after the other, by a row of its own: the deployment's is wanted by everybody who
 * verifies, while deliveries to thousands are written here.
 */
export async function lockBroadcasts(tx: Sql, deploymentId: string, now: Date): Promise<void> {
  await tx.query(
    `insert into alert_guards (deployment_id, name, since, taken) values ($1, 'broadcasts'::bytea, $2, 1)
     on conflict (deployment_id, name) do update set since = excluded.since`,
    [deploymentId, now],
  );
}

export async function broadcastById(sql: Sql, deploymentId: string, id: string): Promise<BroadcastRow | null> {
  const [row] = await sql.query<BroadcastRow>('select * from broadcasts where deployment_id = $1 and id = $2', [
    deploymentId,
    id,
  ]);
  return row ?? null;
}

/** Newest first. */
export function broadcastsSince(
  sql: Sql,
  deploymentId: string,
  since: Date,
  { after, limit }: Slice,
): Promise<BroadcastRow[]> {
  return sql.query<BroadcastRow>(
    `select * from broadcasts where deployment_id = $1 and at > $2
       and ($3::timestamptz is null or (at, id) < ($3, $4::uuid)) order by at desc, id desc limit $5`,
    [deploymentId, since, after?.at ?? null, after?.id ?? null, limit],
  );
}

const columns = [
  'deployment_id',
  'id',
  'subject',
  'text',
  'severity',
  'categories',
  'lat',
  'lon',
  'radius_metres',
  'ring',
  'sent_by',
  'at',
] as const satisfies (keyof BroadcastRow)[];

export async function insertBroadcast(tx: Sql, row: BroadcastRow): Promise<void> {
  await tx.query(
    `insert into broadcasts (${columns.join(', ')}) values (${columns.map((_, at) => `$${at + 1}`).join(', ')})`,
    columns.map((column) => row[column]),
  );
}

export interface DeliveryCount {
  subject_id: string;
  way: AlertWay;
  state: 'sent' | 'failed' | 'waiting';
  count: number;
}

/** What was withheld because it was ended counts nowhere. */
export function countDeliveries(sql: Sql, deploymentId: string, ids: readonly string[]): Promise<DeliveryCount[]> {
  return sql.query<DeliveryCount>(
    `select subject_id, way, case when state in ('waiting', 'sending') then 'waiting' else state end as state,
       count(*)::int as count
     from alert_deliveries
     where deployment_id = $1 and subject_id = any($2::uuid[]) and news = 'broadcast' and state <> 'withheld'
     group by 1, 2, 3`,
    [deploymentId, ids],
  );
}

export function namesOf(sql: Sql, ids: readonly string[]): Promise<{ id: string; name: string }[]> {
  return sql.query<{ id: string; name: string }>('select id, name from users where id = any($1::uuid[])', [ids]);
}

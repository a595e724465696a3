/** All SQL of subscriptions: asked for, confirmed, ended, and found by place. */
import type { Bounds } from '@atesto/contract';
import type { Sql } from '../platform/index.js';
import type { AlertSubscriptionRow } from './alerts.entities.js';
import type { Known } from './news-of.js';
import type { Point } from './area-shape.js';

export type NewSubscription = Omit<AlertSubscriptionRow, 'code_tries'>;

/**
 * Counts what is asked for under a name; false once `most` were asked for since the first of them, for `windowMs`. Holds
 * the name until the transaction ends, so that two who ask at once come one after the other.
 */
export async function takeGuard(
  tx: Sql,
  deploymentId: string,
  name: Buffer,
  { most, windowMs, now }: { most: number; windowMs: number; now: Date },
): Promise<boolean> {
  const rows = await tx.query(
    `insert into alert_guards as g (deployment_id, name, since, taken) values ($1, $2, $3, 1)
     on conflict (deployment_id, name) do update set
       taken = case when g.since <= $4 then 1 else g.taken + 1 end,
       since = case when g.since <= $4 then $3 else g.since end
     where g.since <= $4 or g.taken < $5 returning 1`,
    [deploymentId, name, now, new Date(now.getTime() - windowMs), most],
  );
  return rows.length > 0;
}

export async function subscriptionByWish(
  tx: Sql,
  deploymentId: string,
  addressName: Buffer,
  wish: Buffer,
): Promise<AlertSubscriptionRow | null> {
  const [row] = await tx.query<AlertSubscriptionRow>(
    'select * from alert_subscriptions where deployment_id = $1 and address_name = $2 and wish = $3 for update',
    [deploymentId, addressName, wish],
  );
  return row ?? null;
}

export async function subscriptionById(
  sql: Sql,
  deploymentId: string,
  id: string,
): Promise<AlertSubscriptionRow | null> {
  const [row] = await sql.query<AlertSubscriptionRow>(
    'select * from alert_subscriptions where deployment_id = $1 and id = $2',
    [deploymentId, id],
  );
  return row ?? null;
}

export async function lockSubscription(
  tx: Sql,
  deploymentId: string,
  id: string,
): Promise<AlertSubscriptionRow | null> {
  const [row] = await tx.query<AlertSubscriptionRow>(
    'select * from alert_subscriptions where deployment_id = $1 and id = $2 for update',
    [deploymentId, id],
  );
  return row ?? null;
}

export async function countOfAddress(tx: Sql, deploymentId: string, addressName: Buffer): Promise<number> {
  const [row] = await tx.query<{ count: number }>(
    'select count(*)::int as count from alert_subscriptions where deployment_id = $1 and address_name = $2',
    [deploymentId, addressName],
  );
  return row?.count ?? 0;
}

const columns = [
  'deployment_id',
  'id',
  'way',
  'address_name',
  'sealed',
  'wish',
  'language',
  'lat',
  'lon',
  'radius_metres',
  'ring',
  'place',
  'west',
  'south',
  'east',
  'north',
  'categories',
  'severity',
  'state',
  'code_until',
  'created_at',
  'confirmed_at',
] as const satisfies (keyof NewSubscription)[];

/** The same wish of a browser is renewed: its keys may have changed. */
export async function insertSubscription(tx: Sql, row: NewSubscription): Promise<void> {
  await tx.query(
    `insert into alert_subscriptions (${columns.join(', ')}) values (${columns.map((_, at) => `$${at + 1}`).join(', ')})
     on conflict (deployment_id, address_name, wish) do update set sealed = excluded.sealed, language = excluded.language`,
    columns.map((column) => row[column]),
  );
}

/** Asked for again before it was confirmed. */
export async function renewSubscription(
  tx: Sql,
  deploymentId: string,
  id: string,
  now: Date,
  codeUntil: Date | null,
): Promise<void> {
  await tx.query(
    `update alert_subscriptions set created_at = $3, code_until = $4, code_tries = 0
     where deployment_id = $1 and id = $2 and state = 'pending'`,
    [deploymentId, id, now, codeUntil],
  );
}

/** False for one that is not there any more, or was asked for before `since`. */
export async function confirmSubscription(
  tx: Sql,
  deploymentId: string,
  id: string,
  since: Date,
  now: Date,
): Promise<boolean> {
  const rows = await tx.query(
    `update alert_subscriptions set state = 'confirmed', confirmed_at = coalesce(confirmed_at, $4), code_until = null
     where deployment_id = $1 and id = $2 and (state = 'confirmed' or created_at > $3) returning id`,
    [deploymentId, id, since, now],
  );
  return rows.length > 0;
}

/** One more try at the code. */
export async function countTry(tx: Sql, deploymentId: string, id: string): Promise<void> {
  await tx.query('update alert_subscriptions set code_tries = code_tries + 1 where deployment_id = $1 and id = $2', [
    deploymentId,
    id,
  ]);
}

/** All that goes to the address of one of them, so that nothing is left of it; what waits for them is not sent. */
export async function endSubscriptions(tx: Sql, deploymentId: string, id: string, now: Date): Promise<void> {
  await tx.query(
    `with ended as (
       delete from alert_subscriptions where deployment_id = $1 and address_name = (
         select address_name from alert_subscriptions where deployment_id = $1 and id = $2)
       returning id
     )
     update alert_deliveries d set state = 'withheld', detail = 'It was ended.', handled_at = $3
     from ended where d.deployment_id = $1 and d.subscription_id = ended.id and d.state = 'waiting'`,
    [deploymentId, id, now],
  );
}

/** What nobody confirmed, with its address; and the guards of a day that is over. */
export async function forgetPending(sql: Sql, before: Date, guardsBefore: Date): Promise<void> {
  await sql.query(`delete from alert_subscriptions where state = 'pending' and created_at <= $1`, [before]);
  await sql.query('delete from alert_guards where since <= $1', [guardsBefore]);
}

export type Candidate = Pick<
  AlertSubscriptionRow,
  'id' | 'way' | 'address_name' | 'lat' | 'lon' | 'radius_metres' | 'ring' | 'categories' | 'severity'
>;

const candidate = 'id, way, address_name, lat, lon, radius_metres, ring, categories, severity';
export const candidatePage = 2_000;

/** Confirmed ones whose box may hold the place, by id after `after`. */
export function candidatesAt(
  tx: Sql,
  deploymentId: string,
  place: Point | null,
  after: string | null,
): Promise<Candidate[]> {
  return tx.query<Candidate>(
    `select ${candidate} from alert_subscriptions
     where deployment_id = $1 and state = 'confirmed' and ($4::uuid is null or id > $4)
       and (south is null or ($2::float8 between south and north and $3::float8 between west and east))
     order by id limit ${candidatePage}`,
    [deploymentId, place?.lat ?? null, place?.lon ?? null, after],
  );
}

/** Confirmed ones whose box may touch the box, by id after `after`. */
export function candidatesTouching(
  sql: Sql,
  deploymentId: string,
  box: Bounds | null,
  after: string | null,
): Promise<Candidate[]> {
  return sql.query<Candidate>(
    `select ${candidate} from alert_subscriptions
     where deployment_id = $1 and state = 'confirmed' and ($6::uuid is null or id > $6)
       and (south is null or $2::float8 is null or (west <= $4 and east >= $2 and south <= $5 and north >= $3))
     order by id limit ${candidatePage}`,
    [deploymentId, box?.west ?? null, box?.south ?? null, box?.east ?? null, box?.north ?? null, after],
  );
}

/** What the public knew, held until the transaction ends. */
export async function knownOf(tx: Sql, deploymentId: string, incidentId: string): Promise<Known | null> {
  const [row] = await tx.query<Known>(
    'select severity, status from alert_incidents where deployment_id = $1 and incident_id = $2 for update',
    [deploymentId, incidentId],
  );
  return row ?? null;
}

export async function saveKnown(tx: Sql, deploymentId: string, incidentId: string, known: Known): Promise<void> {
  await tx.query(
    `insert into alert_incidents (deployment_id, incident_id, severity, status) values ($1, $2, $3, $4)
     on conflict (deployment_id, incident_id) do update set severity = excluded.severity, status = excluded.status`,
    [deploymentId, incidentId, known.severity, known.status],
  );
}

/** All SQL of what is sent: what waits, what goes together, and what became of it. */
import type { AlertWay } from '@atesto/contract';
import type { Sql } from '../platform/index.js';
import type { Pace } from './alert-pace.js';
import type { AlertDeliveryRow } from './alerts.entities.js';

export type DeliveryNews = AlertDeliveryRow['news'];

const isIncident = `news not in ('broadcast', 'confirm')`;

/** Each subscription is told each news of a subject once; returns those that were not told yet. */
export async function insertDeliveries(
  tx: Sql,
  deploymentId: string,
  subjectId: string,
  news: DeliveryNews,
  to: readonly { id: string; way: AlertWay }[],
  now: Date,
): Promise<string[]> {
  const rows = await tx.query<{ subscription_id: string }>(
    `insert into alert_deliveries (deployment_id, subject_id, news, due_at, subscription_id, way)
     select $1, $2, $3, $4, * from unnest($5::uuid[], $6::text[])
     on conflict do nothing returning subscription_id`,
    [deploymentId, subjectId, news, now, to.map(({ id }) => id), to.map(({ way }) => way)],
  );
  return rows.map(({ subscription_id: id }) => id);
}

/** Asked for once more: the message with the link or the code is sent again. */
export async function renewConfirmation(
  tx: Sql,
  deploymentId: string,
  subscriptionId: string,
  way: AlertWay,
  now: Date,
): Promise<void> {
  await tx.query(
    `insert into alert_deliveries (deployment_id, subscription_id, subject_id, news, way, due_at)
     values ($1, $2, $2, 'confirm', $3, $4)
     on conflict (deployment_id, subscription_id, subject_id, news) do update
       set state = 'waiting', due_at = excluded.due_at, attempts = 0`,
    [deploymentId, subscriptionId, way, now],
  );
}

/** One message that is due: all news of incidents together, a broadcast or a confirmation by itself. */
export interface DueMessage {
  deployment_id: string;
  subscription_id: string;
  /** Null for the news of incidents. */
  subject_id: string | null;
}

export function dueMessages(sql: Sql, now: Date): Promise<DueMessage[]> {
  return sql.query<DueMessage>(
    `select deployment_id, subscription_id, case when ${isIncident} then null else subject_id end as subject_id
     from alert_deliveries where state = 'waiting' and due_at <= $1
     group by 1, 2, 3 order by min(due_at) limit 1000`,
    [now],
  );
}

export async function paceOf(tx: Sql, deploymentId: string, subscriptionId: string, dayAgo: Date): Promise<Pace> {
  const [row] = await tx.query<{ last_at: Date | null; today: number }>(
    `select max(handled_at) as last_at, count(distinct message_id)::int as today from alert_deliveries
     where deployment_id = $1 and subscription_id = $2 and ${isIncident} and state in ('sent', 'sending')
       and handled_at > $3`,
    [deploymentId, subscriptionId, dayAgo],
  );
  return { lastAt: row?.last_at ?? null, today: row?.today ?? 0 };
}

export async function putOff(
  tx: Sql,
  deploymentId: string,
  subscriptionId: string,
  now: Date,
  until: Date,
): Promise<void> {
  await tx.query(
    `update alert_deliveries set due_at = $4 where deployment_id = $1 and subscription_id = $2 and ${isIncident}
       and state = 'waiting' and due_at <= $3`,
    [deploymentId, subscriptionId, now, until],
  );
}

export interface Taken {
  subject_id: string;
  news: DeliveryNews;
  attempts: number;
}

/** Marks what is due of a message as under way. */
export function takeDue(
  tx: Sql,
  { deployment_id: deploymentId, subscription_id: subscriptionId, subject_id: subjectId }: DueMessage,
  messageId: string,
  now: Date,
): Promise<Taken[]> {
  return tx.query<Taken>(
    `update alert_deliveries set state = 'sending', message_id = $4, attempts = attempts + 1, handled_at = $5
     where deployment_id = $1 and subscription_id = $2 and state = 'waiting' and due_at <= $5
       and case when $3::uuid is null then ${isIncident} else not (${isIncident}) and subject_id = $3 end
     returning subject_id, news, attempts`,
    [deploymentId, subscriptionId, subjectId, messageId, now],
  );
}

export async function noteSent(
  sql: Sql,
  deploymentId: string,
  messageId: string,
  noted: { state: AlertDeliveryRow['state']; detail: string | null; dueAt: Date | null; at: Date },
): Promise<void> {
  await sql.query(
    `update alert_deliveries set state = $3, detail = $4, due_at = coalesce($5, due_at), handled_at = $6
     where deployment_id = $1 and message_id = $2 and state = 'sending'`,
    [deploymentId, messageId, noted.state, noted.detail, noted.dueAt, noted.at],
  );
}

/** The server ended while these were under way: nobody knows whether they arrived, and nothing is sent twice. */
export async function giveUpSending(sql: Sql, before: Date): Promise<void> {
  await sql.query(
    `update alert_deliveries set state = 'failed', detail = 'The server ended while this was sent; it may have arrived.'
     where state = 'sending' and handled_at < $1`,
    [before],
  );
}

/** What waits for who is not there any more. */
export async function withholdLeft(tx: Sql, deploymentId: string, subscriptionId: string, now: Date): Promise<void> {
  await tx.query(
    `update alert_deliveries set state = 'withheld', detail = 'It was ended.', handled_at = $3
     where deployment_id = $1 and subscription_id = $2 and state = 'waiting'`,
    [deploymentId, subscriptionId, now],
  );
}

export async function forgetDeliveries(sql: Sql, before: Date): Promise<void> {
  await sql.query(`delete from alert_deliveries where due_at < $1 and state <> 'sending'`, [before]);
}

/** All SQL of what is sent: what waits, what goes together, and what became of it. */
import type { NoticeDelivery, NoticeKind, NoticeWay, Severity } from '@atesto/contract';
import type { Slice, Sql } from '../platform/index.js';
import type { Preferences } from './preferences.js';

export interface NewDelivery {
  user_id: string;
  way: NoticeWay;
  due_at: Date;
}

export async function insertDeliveries(
  tx: Sql,
  deploymentId: string,
  seq: string,
  rows: readonly NewDelivery[],
): Promise<void> {
  await tx.query(
    `insert into notice_deliveries (deployment_id, seq, user_id, way, due_at)
     select $1, $2::bigint, * from unnest($3::uuid[], $4::text[], $5::timestamptz[]) on conflict do nothing`,
    [deploymentId, seq, rows.map((row) => row.user_id), rows.map((row) => row.way), rows.map((row) => row.due_at)],
  );
}

export interface BusyRow {
  user_id: string;
  way: NoticeWay;
  /** Something else that is due waits already. */
  is_waiting: boolean;
  /** When the last message left. */
  last_at: Date | null;
}

/** How busy the ways are by which an entry is to be told now. */
export function busyWays(
  tx: Sql,
  deploymentId: string,
  seq: string,
  rows: readonly NewDelivery[],
  now: Date,
): Promise<BusyRow[]> {
  return tx.query<BusyRow>(
    `select t.user_id, t.way,
       exists (select from notice_deliveries o where o.deployment_id = $1 and o.user_id = t.user_id and o.way = t.way
         and o.state = 'waiting' and o.seq <> $2::bigint and o.due_at <= $5) as is_waiting,
       (select o.handled_at from notice_deliveries o where o.deployment_id = $1 and o.user_id = t.user_id
         and o.way = t.way and o.state in ('sent', 'sending') and o.handled_at is not null
        order by o.handled_at desc limit 1) as last_at
     from unnest($3::uuid[], $4::text[]) as t (user_id, way)`,
    [deploymentId, seq, rows.map((row) => row.user_id), rows.map((row) => row.way), now],
  );
}

export interface DueBundle {
  deployment_id: string;
  user_id: string;
  way: NoticeWay;
}

export function dueBundles(sql: Sql, now: Date): Promise<DueBundle[]> {
  return sql.query<DueBundle>(
    `select distinct deployment_id, user_id, way from notice_deliveries where state = 'waiting' and due_at <= $1
     limit 1000`,
    [now],
  );
}

/** What is due in quiet hours waits for their end, also where it was held up until they began. */
export async function putOff(
  tx: Sql,
  { deployment_id: deploymentId, user_id: userId, way }: DueBundle,
  now: Date,
  quiet: { until: Date; criticalPasses: boolean },
): Promise<void> {
  await tx.query(
    `update notice_deliveries d set due_at = $5
     where deployment_id = $1 and user_id = $2 and way = $3 and state = 'waiting' and due_at <= $4
       and not ($6::boolean and exists (select 1 from notices n where n.deployment_id = d.deployment_id
         and n.user_id = d.user_id and n.seq = d.seq and n.severity = 'critical'))`,
    [deploymentId, userId, way, now, quiet.until, quiet.criticalPasses],
  );
}

/**
 * Takes what is due for a person by a way, to be sent as one message; nothing while the last message is younger than
 * `gapMs`, so that a storm comes as few messages.
 */
export async function takeDue(
  tx: Sql,
  { deployment_id: deploymentId, user_id: userId, way }: DueBundle,
  messageId: string,
  now: Date,
  gapMs: number,
): Promise<{ seqs: string[]; attempts: number }> {
  const rows = await tx.query<{ seq: string; attempts: number }>(
    `update notice_deliveries set state = 'sending', message_id = $4, attempts = attempts + 1, handled_at = $5
     where deployment_id = $1 and user_id = $2 and way = $3 and state = 'waiting' and due_at <= $5
       and not exists (select 1 from notice_deliveries o where o.deployment_id = $1 and o.user_id = $2 and o.way = $3
         and o.state in ('sent', 'sending') and o.handled_at > $6)
     returning seq::text, attempts`,
    [deploymentId, userId, way, messageId, now, new Date(now.getTime() - gapMs)],
  );
  return { seqs: rows.map(({ seq }) => seq), attempts: Math.max(0, ...rows.map(({ attempts }) => attempts)) };
}

export async function noteDelivery(
  sql: Sql,
  deploymentId: string,
  messageId: string,
  noted: { state: NoticeDelivery['state']; detail: string | null; dueAt: Date | null; at: Date },
): Promise<void> {
  await sql.query(
    `update notice_deliveries set state = $3, detail = $4, due_at = coalesce($5, due_at), handled_at = $6
     where deployment_id = $1 and message_id = $2`,
    [deploymentId, messageId, noted.state, noted.detail, noted.dueAt, noted.at],
  );
}

/** The server ended while these were under way: nobody knows whether they arrived, and nothing is sent twice. */
export async function giveUpSending(sql: Sql, before: Date): Promise<void> {
  await sql.query(
    `update notice_deliveries set state = 'failed', detail = 'The server ended while this was sent; it may have arrived.'
     where state = 'sending' and handled_at < $1`,
    [before],
  );
}

export interface SentNotice {
  kind: NoticeKind;
  subject_kind: 'report' | 'incident';
  subject_id: string;
  number: number | null;
  category_id: string | null;
  severity: Severity;
}

export function noticesBySeq(sql: Sql, deploymentId: string, userId: string, seqs: string[]): Promise<SentNotice[]> {
  return sql.query<SentNotice>(
    `select kind, subject_kind, subject_id, number, category_id, severity from notices
     where deployment_id = $1 and user_id = $2 and seq = any($3::bigint[]) order by seq`,
    [deploymentId, userId, seqs],
  );
}

export interface RecipientRecord {
  email: string;
  preferences: Preferences | null;
  chat_sealed: Buffer | null;
  phone_sealed: Buffer | null;
  phone_confirmed: boolean | null;
}

/** Null for who is no member any more. */
export async function recipientOf(sql: Sql, deploymentId: string, userId: string): Promise<RecipientRecord | null> {
  const [row] = await sql.query<RecipientRecord>(
    `select u.email, p.preferences, p.chat_sealed, p.phone_sealed, p.phone_confirmed from users u
     left join memberships m on m.deployment_id = $1 and m.user_id = u.id
     left join notice_preferences p on p.deployment_id = $1 and p.user_id = u.id
     where u.id = $2 and (m.user_id is not null or u.is_admin)`,
    [deploymentId, userId],
  );
  return row ?? null;
}

export interface DeliveryRecord {
  /** Of the message, made of what it is. */
  id: string;
  at: Date;
  way: NoticeWay;
  notices: number;
  state: NoticeDelivery['state'];
  detail: string | null;
}

/** One line a message, and one for what still waits, newest first. */
export function listDeliveries(
  sql: Sql,
  deploymentId: string,
  userId: string,
  { after, limit }: Slice,
): Promise<DeliveryRecord[]> {
  return sql.query<DeliveryRecord>(
    `select * from (
       select md5(concat_ws(' ', message, way, state))::uuid as id, max(coalesce(handled_at, due_at)) as at, way,
         count(*)::int as notices, state, max(detail) as detail
       from (select *, case when state = 'waiting' then null else message_id end as message from notice_deliveries
         where deployment_id = $1 and user_id = $2) as sent
       group by message, way, state) as messages
     where $3::timestamptz is null or (at, id) < ($3, $4::uuid) order by at desc, id desc limit $5`,
    [deploymentId, userId, after?.at ?? null, after?.id ?? null, limit],
  );
}

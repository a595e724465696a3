/** All SQL of notices: whom they are for, what they are about, and what was told in the console. */
import type { NoticeKind, Severity } from '@atesto/contract';
import type { Sql } from '../platform/index.js';
import type { Preferences } from './preferences.js';

export interface RosterRecord {
  user_id: string;
  organisation_id: string | null;
  preferences: Preferences | null;
}

/** Everybody who may read the deployment's reports. */
export function roster(sql: Sql, deploymentId: string): Promise<RosterRecord[]> {
  return sql.query<RosterRecord>(
    `select u.id as user_id, u.organisation_id, p.preferences from users u
     left join memberships m on m.deployment_id = $1 and m.user_id = u.id
     left join notice_preferences p on p.deployment_id = $1 and p.user_id = u.id
     where m.user_id is not null or u.is_admin`,
    [deploymentId],
  );
}

export interface SubjectRecord {
  kind: 'report' | 'incident';
  number: number | null;
  category_id: string | null;
  severity: Severity;
  lat: number | null;
  lon: number | null;
  quarantined: boolean;
}

export async function subjectOf(tx: Sql, deploymentId: string, id: string): Promise<SubjectRecord | null> {
  const [row] = await tx.query<SubjectRecord>(
    `select 'report' as kind, null::integer as number, category_id, priority as severity, st_y(location) as lat,
       st_x(location) as lon, quarantined from reports where deployment_id = $1 and id = $2
     union all
     select 'incident', number, category_id, severity, st_y(location), st_x(location), false
     from incidents where deployment_id = $1 and id = $2`,
    [deploymentId, id],
  );
  return row ?? null;
}

/** Who asked the reporter, and who holds the report. */
export async function askersOf(tx: Sql, deploymentId: string, reportId: string): Promise<string[]> {
  const rows = await tx.query<{ id: string | null }>(
    `select actor_id as id from journal where deployment_id = $1 and subject_id = $2 and kind = 'report.asked'
     union select claimed_by from reports where deployment_id = $1 and id = $2`,
    [deploymentId, reportId],
  );
  return rows.flatMap(({ id }) => (id === null ? [] : [id]));
}

export interface NewNotice {
  user_id: string;
  seq: string;
  kind: NoticeKind;
  subject_kind: 'report' | 'incident';
  subject_id: string;
  number: number | null;
  category_id: string | null;
  severity: Severity;
  at: Date;
}

/** One for a person and an entry of the journal, whatever is read twice. */
export async function insertNotices(tx: Sql, deploymentId: string, rows: readonly NewNotice[]): Promise<void> {
  await tx.query(
    `insert into notices (deployment_id, user_id, seq, kind, subject_kind, subject_id, number, category_id, severity, at)
     select $1, * from unnest($2::uuid[], $3::bigint[], $4::text[], $5::text[], $6::uuid[], $7::integer[], $8::uuid[],
       $9::text[], $10::timestamptz[])
     on conflict do nothing`,
    [
      deploymentId,
      rows.map((row) => row.user_id),
      rows.map((row) => row.seq),
      rows.map((row) => row.kind),
      rows.map((row) => row.subject_kind),
      rows.map((row) => row.subject_id),
      rows.map((row) => row.number),
      rows.map((row) => row.category_id),
      rows.map((row) => row.severity),
      rows.map((row) => row.at),
    ],
  );
}

export interface NoticeRecord {
  seq: string;
  kind: NoticeKind;
  subject_kind: 'report' | 'incident';
  subject_id: string;
  number: number | null;
  title: string | null;
  category_id: string | null;
  severity: Severity;
  at: Date;
  read_at: Date | null;
}

/** Newest first, with what each is called today. */
export function listNotices(sql: Sql, deploymentId: string, userId: string, limit: number): Promise<NoticeRecord[]> {
  return sql.query<NoticeRecord>(
    `select n.seq::text, n.kind, n.subject_kind, n.subject_id, n.number, coalesce(i.title, left(r.text, 140)) as title,
       n.category_id, n.severity, n.at, n.read_at
     from notices n
     left join incidents i on i.deployment_id = n.deployment_id and i.id = n.subject_id
     left join reports r on r.deployment_id = n.deployment_id and r.id = n.subject_id
     where n.deployment_id = $1 and n.user_id = $2 order by n.seq desc limit $3`,
    [deploymentId, userId, limit],
  );
}

export async function unreadCount(sql: Sql, deploymentId: string, userId: string): Promise<number> {
  const [row] = await sql.query<{ count: number }>(
    `select count(*)::int as count from (
       select 1 from notices where deployment_id = $1 and user_id = $2 and read_at is null limit 1000) as unread`,
    [deploymentId, userId],
  );
  return row?.count ?? 0;
}

export async function markRead(sql: Sql, deploymentId: string, userId: string, upTo: string, now: Date): Promise<void> {
  await sql.query(
    `update notices set read_at = $4 where deployment_id = $1 and user_id = $2 and seq <= $3::bigint and read_at is null`,
    [deploymentId, userId, upTo, now],
  );
}

export async function forgetNotices(sql: Sql, before: Date): Promise<void> {
  await sql.query('delete from notice_deliveries where due_at < $1', [before]);
  await sql.query('delete from notices where at < $1', [before]);
}

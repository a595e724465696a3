/** All SQL that reads and changes reports. New ones come in through the intake. */
import type { Channel, Delivery, RejectionReason, ReportStatus, Severity } from '@atesto/contract';
import type { Conditions, Keyset, Sql } from '../platform/index.js';
import { assigneeColumns, assigneeJoins, type AssigneeColumns } from './assignee.js';

export interface ReportRecord extends AssigneeColumns {
  id: string;
  channel: Channel;
  external_id: string;
  status: ReportStatus;
  priority: Severity;
  version: number;
  text: string;
  category_id: string | null;
  lat: number | null;
  lon: number | null;
  accuracy_metres: number | null;
  place: string | null;
  language: string | null;
  observed_at: Date | null;
  received_at: Date;
  answers: Record<string, unknown>;
  contactable: boolean;
  media_count: number;
  media_expected: number;
  quarantined: boolean;
  claimed_by: string | null;
  claimed_until: Date | null;
  claimer_name: string | null;
  incident_id: string | null;
  incident_number: number | null;
  incident_title: string | null;
  rejection_reason: RejectionReason | null;
  rejection_note: string | null;
}

const selectReports = `select r.id, r.channel, r.external_id, r.status, r.priority, r.version, r.text, r.category_id,
    st_y(r.location) as lat, st_x(r.location) as lon, r.accuracy_metres, r.place, r.language, r.observed_at,
    r.received_at, r.answers, r.contactable, r.media_count, r.media_expected,
    r.quarantined, r.claimed_by, r.claimed_until, u.name as claimer_name,
    r.incident_id, i.number as incident_number, i.title as incident_title, r.rejection_reason, r.rejection_note,
    ${assigneeColumns('r')}
  from reports r
  left join users u on u.id = r.claimed_by
  ${assigneeJoins('r')}
  left join incidents i on i.deployment_id = r.deployment_id and i.id = r.incident_id`;

/** Newest first, at most `limit` after the place `after`. */
export function listReports(
  sql: Sql,
  where: Conditions,
  limit: number,
  after: Keyset | null = null,
): Promise<ReportRecord[]> {
  if (after !== null) where.add(`(r.received_at, r.id) < (${where.bind(after.at)}, ${where.bind(after.id)}::uuid)`);
  const bound = where.bind(limit);
  return sql.query<ReportRecord>(
    `${selectReports} where ${where.toSql()} order by r.received_at desc, r.id desc limit ${bound}`,
    where.params,
  );
}

export function reportsById(sql: Sql, deploymentId: string, ids: readonly string[]): Promise<ReportRecord[]> {
  return sql.query<ReportRecord>(`${selectReports} where r.deployment_id = $1 and r.id = any($2::uuid[])`, [
    deploymentId,
    ids,
  ]);
}

export function reportsOfIncident(sql: Sql, deploymentId: string, incidentId: string): Promise<ReportRecord[]> {
  return sql.query<ReportRecord>(
    `${selectReports} where r.deployment_id = $1 and r.incident_id = $2 order by r.received_at, r.id limit 500`,
    [deploymentId, incidentId],
  );
}

/** The report, locked until the transaction ends. */
export async function lockReport(tx: Sql, deploymentId: string, id: string): Promise<ReportRecord | null> {
  const [row] = await tx.query<ReportRecord>(
    `${selectReports} where r.deployment_id = $1 and r.id = $2 for update of r`,
    [deploymentId, id],
  );
  return row ?? null;
}

export interface TriageFields {
  status: ReportStatus;
  claimedBy: string | null;
  claimedUntil: Date | null;
  incidentId: string | null;
  rejectionReason: RejectionReason | null;
  rejectionNote: string | null;
}

/** Writes what triage decides. The row is locked by the caller. */
export async function writeTriage(tx: Sql, deploymentId: string, id: string, fields: TriageFields): Promise<void> {
  await tx.query(
    `update reports set status = $3, claimed_by = $4, claimed_until = $5, incident_id = $6, rejection_reason = $7,
       rejection_note = $8, version = version + 1
     where deployment_id = $1 and id = $2`,
    [
      deploymentId,
      id,
      fields.status,
      fields.claimedBy,
      fields.claimedUntil,
      fields.incidentId,
      fields.rejectionReason,
      fields.rejectionNote,
    ],
  );
}

export interface EditableFields {
  categoryId: string | null;
  priority: Severity;
  location: { lat: number; lon: number; accuracy?: number } | null;
  place: string | null;
}

export async function writeEdits(tx: Sql, deploymentId: string, id: string, fields: EditableFields): Promise<void> {
  await tx.query(
    `update reports set category_id = $3, priority = $4, place = $5, accuracy_metres = $6,
       location = case when $7::float8 is null then null else st_setsrid(st_makepoint($7, $8), 4326) end,
       version = version + 1
     where deployment_id = $1 and id = $2`,
    [
      deploymentId,
      id,
      fields.categoryId,
      fields.priority,
      fields.place,
      fields.location?.accuracy ?? null,
      fields.location?.lon ?? null,
      fields.location?.lat ?? null,
    ],
  );
}

export interface ExpiredClaim {
  deployment_id: string;
  id: string;
}

/** Gives back what nobody decided in time. */
export function releaseExpiredClaims(tx: Sql, now: Date): Promise<ExpiredClaim[]> {
  return tx.query<ExpiredClaim>(
    `update reports set claimed_by = null, claimed_until = null, version = version + 1,
       status = case when status = 'in_review' then 'new' else status end
     where claimed_until <= $1 returning deployment_id, id`,
    [now],
  );
}

export interface MessageRecord {
  id: string;
  direction: 'in' | 'out';
  text: string;
  at: Date;
  author_id: string | null;
  author_name: string | null;
  delivery: Delivery | null;
  delivery_detail: string | null;
  delivery_at: Date | null;
}

export function messagesOf(sql: Sql, deploymentId: string, reportId: string): Promise<MessageRecord[]> {
  return sql.query<MessageRecord>(
    `select m.id, m.direction, m.text, m.at, m.author_id, u.name as author_name, m.delivery, m.delivery_detail,
       m.delivery_at
     from messages m left join users u on u.id = m.author_id
     where m.deployment_id = $1 and m.report_id = $2 order by m.at, m.id`,
    [deploymentId, reportId],
  );
}

export interface NewMessage {
  id: string;
  reportId: string;
  direction: 'in' | 'out';
  text: string;
  authorId: string | null;
  at: Date;
}

export async function insertMessage(tx: Sql, deploymentId: string, message: NewMessage): Promise<void> {
  await tx.query(
    `insert into messages (deployment_id, id, report_id, direction, text, author_id, at)
     values ($1, $2, $3, $4, $5, $6, $7)`,
    [deploymentId, message.id, message.reportId, message.direction, message.text, message.authorId, message.at],
  );
}

export async function sealedReporter(sql: Sql, deploymentId: string, reportId: string): Promise<Buffer | null> {
  const [row] = await sql.query<{ sealed: Buffer }>(
    'select sealed from reporters where deployment_id = $1 and report_id = $2',
    [deploymentId, reportId],
  );
  return row?.sealed ?? null;
}

/** Erases contacts received before `before` and returns whose they were. */
export function eraseReporters(tx: Sql, deploymentId: string, before: Date): Promise<{ report_id: string }[]> {
  return tx.query<{ report_id: string }>(
    `with erased as (
       delete from reporters where deployment_id = $1 and received_at < $2 returning report_id
     )
     update reports r set contactable = false, version = version + 1
     from erased e where r.deployment_id = $1 and r.id = e.report_id returning r.id as report_id`,
    [deploymentId, before],
  );
}

/** Names of the people who appear in a history. */
export function namesOf(sql: Sql, ids: string[]): Promise<{ id: string; name: string }[]> {
  return sql.query<{ id: string; name: string }>('select id, name from users where id = any($1::uuid[])', [ids]);
}

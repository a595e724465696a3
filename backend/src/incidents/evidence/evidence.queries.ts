/** All SQL of evidence. The incident's row is locked by whoever writes. */
import type { EvidenceKind } from '@atesto/contract';
import type { Slice, Sql } from '../../platform/index.js';
import type { EvidenceInput } from './read-evidence-input.js';

export interface EvidenceRecord {
  id: string;
  kind: EvidenceKind;
  report_id: string | null;
  medium_id: string | null;
  url: string | null;
  note: string;
  given_by: string;
  giver_name: string | null;
  at: Date;
  withdrawn_by: string | null;
  withdrawer_name: string | null;
  withdrawn_at: Date | null;
}

const selectEvidence = `select e.id, e.kind, e.report_id, e.medium_id, e.url, e.note, e.given_by, g.name as giver_name, e.at,
    e.withdrawn_by, w.name as withdrawer_name, e.withdrawn_at
  from evidence e left join users g on g.id = e.given_by left join users w on w.id = e.withdrawn_by
  where e.deployment_id = $1 and e.incident_id = $2`;

/** Oldest first. */
export function evidenceOf(
  sql: Sql,
  deploymentId: string,
  incidentId: string,
  { after, limit }: Slice,
): Promise<EvidenceRecord[]> {
  return sql.query<EvidenceRecord>(
    `${selectEvidence} and ($3::timestamptz is null or (e.at, e.id) > ($3, $4::uuid)) order by e.at, e.id limit $5`,
    [deploymentId, incidentId, after?.at ?? null, after?.id ?? null, limit],
  );
}

/** What people said as second person, withdrawn or not, oldest first. */
export function secondsOf(sql: Sql, deploymentId: string, incidentId: string): Promise<EvidenceRecord[]> {
  return sql.query<EvidenceRecord>(`${selectEvidence} and e.kind = 'second_person' order by e.at, e.id`, [
    deploymentId,
    incidentId,
  ]);
}

export const isGivenBy =
  (userId: string) =>
  ({ given_by, withdrawn_at }: EvidenceRecord): boolean =>
    given_by === userId && withdrawn_at === null;

export async function standingEvidence(
  tx: Sql,
  deploymentId: string,
  incidentId: string,
  id: string,
): Promise<{ kind: EvidenceKind } | null> {
  const [row] = await tx.query<{ kind: EvidenceKind }>(
    `select kind from evidence
     where deployment_id = $1 and incident_id = $2 and id = $3 and withdrawn_at is null for update`,
    [deploymentId, incidentId, id],
  );
  return row ?? null;
}

export async function insertEvidence(
  tx: Sql,
  deploymentId: string,
  incidentId: string,
  evidence: EvidenceInput & { id: string; by: string; at: Date },
): Promise<void> {
  await tx.query(
    `insert into evidence (deployment_id, id, incident_id, given_for, kind, report_id, medium_id, url, note, given_by, at)
     values ($1, $2, $3, $3, $4, $5, $6, $7, $8, $9, $10)`,
    [
      deploymentId,
      evidence.id,
      incidentId,
      evidence.kind,
      evidence.report,
      evidence.medium,
      evidence.url,
      evidence.note,
      evidence.by,
      evidence.at,
    ],
  );
}

export async function withdrawEvidence(tx: Sql, deploymentId: string, id: string, by: string, at: Date): Promise<void> {
  await tx.query('update evidence set withdrawn_by = $3, withdrawn_at = $4 where deployment_id = $1 and id = $2', [
    deploymentId,
    id,
    by,
    at,
  ]);
}

/** Who opened the incident, accepted it from others, or verified one of its reports, has seen it with the first pair of eyes. */
export async function isAuthor(sql: Sql, deploymentId: string, incidentId: string, userId: string): Promise<boolean> {
  // Two questions, for each to be answered by the index over subjects.
  const rows = await sql.query(
    `select 1 from journal
     where deployment_id = $1 and subject_id = $2 and actor_id = $3 and kind in ('incident.opened', 'share.accepted')
     union all
     select 1 from reports r join journal j on j.deployment_id = r.deployment_id and j.subject_id = r.id
     where r.deployment_id = $1 and r.incident_id = $2 and j.actor_id = $3 and j.kind = 'report.verified'
     limit 1`,
    [deploymentId, incidentId, userId],
  );
  return rows.length > 0;
}

/**
 * Notes on the incident who confirmed it as second person: the first who did and did not take it back. What was
 * confirmed of another incident before a merge says nothing of this one.
 */
export async function writeSecond(tx: Sql, deploymentId: string, incidentId: string): Promise<string | null> {
  const [row] = await tx.query<{ seconded_by: string | null }>(
    `update incidents i set seconded_by =
       (select e.given_by from evidence e
        where e.deployment_id = $1 and e.incident_id = $2 and e.given_for = $2 and e.kind = 'second_person'
          and e.withdrawn_at is null
        order by e.at, e.id limit 1)
     where i.deployment_id = $1 and i.id = $2 returning i.seconded_by`,
    [deploymentId, incidentId],
  );
  return row?.seconded_by ?? null;
}

/** All evidence of one incident goes with its reports to another. */
export async function moveEvidence(tx: Sql, deploymentId: string, from: string, into: string): Promise<void> {
  await tx.query('update evidence set incident_id = $3 where deployment_id = $1 and incident_id = $2', [
    deploymentId,
    from,
    into,
  ]);
}

/** The evidence that lies in these reports, and no other, goes with them. */
export async function moveEvidenceOfReports(
  tx: Sql,
  deploymentId: string,
  reportIds: readonly string[],
  into: string,
): Promise<void> {
  await tx.query(
    `update evidence e set incident_id = $3
     where e.deployment_id = $1 and (e.report_id = any($2::uuid[]) or e.medium_id in
       (select m.id from media m where m.deployment_id = $1 and m.report_id = any($2::uuid[])))`,
    [deploymentId, reportIds, into],
  );
}

export async function isReportOf(tx: Sql, deploymentId: string, incidentId: string, id: string): Promise<boolean> {
  const rows = await tx.query('select 1 from reports where deployment_id = $1 and id = $3 and incident_id = $2', [
    deploymentId,
    incidentId,
    id,
  ]);
  return rows.length > 0;
}

export async function isPhotoOf(tx: Sql, deploymentId: string, incidentId: string, id: string): Promise<boolean> {
  const rows = await tx.query(
    `select 1 from media m join reports r on r.deployment_id = m.deployment_id and r.id = m.report_id
     where m.deployment_id = $1 and m.id = $3 and r.incident_id = $2 and m.type like 'image/%'`,
    [deploymentId, incidentId, id],
  );
  return rows.length > 0;
}

/** Photos of the incident's reports to choose from: the first ones. */
export function photosOf(
  sql: Sql,
  deploymentId: string,
  incidentId: string,
): Promise<{ id: string; report_id: string }[]> {
  return sql.query<{ id: string; report_id: string }>(
    `select m.id, m.report_id from media m join reports r on r.deployment_id = m.deployment_id and r.id = m.report_id
     where r.deployment_id = $1 and r.incident_id = $2 and m.type like 'image/%'
     order by m.created_at, m.id limit 100`,
    [deploymentId, incidentId],
  );
}

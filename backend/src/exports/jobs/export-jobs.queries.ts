/** All SQL of long exports. */
import type { Audience, ExportColumnChoice, ExportFormatName, ExportJobState } from '@atesto/contract';
import type { Slice, Sql } from '../../platform/index.js';

export interface ExportJobRecord {
  deployment_id: string;
  id: string;
  format: ExportFormatName;
  audience: Audience;
  filter: string;
  columns: ExportColumnChoice[];
  state: ExportJobState;
  expected: number | null;
  rows: number;
  bytes: string | null;
  detail: string | null;
  created_by: string;
  author_name: string | null;
  created_at: Date;
  ended_at: Date | null;
  expires_at: Date | null;
}

const selectJobs = `select j.deployment_id, j.id, j.format, j.audience, j.filter, j.columns, j.state, j.expected, j.rows,
    j.bytes, j.detail, j.created_by, u.name as author_name, j.created_at, j.ended_at, j.expires_at
  from export_jobs j left join users u on u.id = j.created_by`;

/** The newest first. */
export function listJobs(sql: Sql, deploymentId: string, { after, limit }: Slice): Promise<ExportJobRecord[]> {
  return sql.query<ExportJobRecord>(
    `${selectJobs} where j.deployment_id = $1 and ($2::timestamptz is null or (j.created_at, j.id) < ($2, $3::uuid))
     order by j.created_at desc, j.id desc limit $4`,
    [deploymentId, after?.at ?? null, after?.id ?? null, limit],
  );
}

export async function jobById(sql: Sql, deploymentId: string, id: string): Promise<ExportJobRecord | null> {
  const [row] = await sql.query<ExportJobRecord>(`${selectJobs} where j.deployment_id = $1 and j.id = $2`, [
    deploymentId,
    id,
  ]);
  return row ?? null;
}

/** How many are not at their end. */
export async function countOpenJobs(sql: Sql, deploymentId: string): Promise<number> {
  const [row] = await sql.query<{ count: number }>(
    `select count(*)::integer as count from export_jobs where deployment_id = $1 and state in ('waiting', 'running')`,
    [deploymentId],
  );
  return row?.count ?? 0;
}

export type NewJob = Pick<
  ExportJobRecord,
  'deployment_id' | 'id' | 'format' | 'audience' | 'filter' | 'columns' | 'created_by' | 'created_at'
>;

export async function insertJob(tx: Sql, job: NewJob): Promise<void> {
  await tx.query(
    `insert into export_jobs (deployment_id, id, format, audience, filter, columns, state, created_by, created_at)
     values ($1, $2, $3, $4, $5, $6::jsonb, 'waiting', $7, $8)`,
    [
      job.deployment_id,
      job.id,
      job.format,
      job.audience,
      job.filter,
      JSON.stringify(job.columns),
      job.created_by,
      job.created_at,
    ],
  );
}

/** Begins it, or begins it again after a restart; false when it was cancelled meanwhile. */
export async function beginJob(sql: Sql, deploymentId: string, id: string, expected: number): Promise<boolean> {
  const rows = await sql.query(
    `update export_jobs set state = 'running', expected = $3, rows = 0
     where deployment_id = $1 and id = $2 and state in ('waiting', 'running') returning id`,
    [deploymentId, id, expected],
  );
  return rows.length > 0;
}

/** False when it was cancelled meanwhile. */
export async function noteProgress(sql: Sql, deploymentId: string, id: string, count: number): Promise<boolean> {
  const rows = await sql.query(
    `update export_jobs set rows = $3 where deployment_id = $1 and id = $2 and state = 'running' returning id`,
    [deploymentId, id, count],
  );
  return rows.length > 0;
}

export interface JobEnd {
  state: ExportJobState;
  rows: number;
  bytes: number | null;
  detail: string | null;
  endedAt: Date;
  expiresAt: Date | null;
}

/** False when it has ended already. */
export async function endJob(tx: Sql, deploymentId: string, id: string, end: JobEnd): Promise<boolean> {
  const rows = await tx.query(
    `update export_jobs set state = $3, rows = $4, bytes = $5, detail = $6, ended_at = $7, expires_at = $8
     where deployment_id = $1 and id = $2 and state in ('waiting', 'running') returning id`,
    [deploymentId, id, end.state, end.rows, end.bytes, end.detail, end.endedAt, end.expiresAt],
  );
  return rows.length > 0;
}

/** Those whose file is to go; their rows stay for a while, to be seen. */
export function expireJobs(sql: Sql, now: Date): Promise<{ deployment_id: string; id: string; format: string }[]> {
  return sql.query(
    `update export_jobs set state = 'expired' where state = 'done' and expires_at <= $1
     returning deployment_id, id, format`,
    [now],
  );
}

export async function removeFile(tx: Sql, deploymentId: string, id: string): Promise<void> {
  await tx.query(`update export_jobs set state = 'expired' where deployment_id = $1 and id = $2 and state = 'done'`, [
    deploymentId,
    id,
  ]);
}

export async function forgetJobs(sql: Sql, before: Date): Promise<void> {
  await sql.query('delete from export_jobs where created_at < $1', [before]);
}

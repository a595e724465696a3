/** All SQL of export profiles. */
import type { Audience, ExportColumnChoice } from '@atesto/contract';
import type { Sql } from '../../platform/index.js';

export interface ProfileRecord {
  deployment_id: string;
  id: string;
  name: string;
  audience: Audience;
  filter: string;
  columns: ExportColumnChoice[];
  token_hash: Buffer | null;
  created_by: string;
  author_name: string | null;
  created_at: Date;
  last_used_at: Date | null;
}

const selectProfiles = `select p.deployment_id, p.id, p.name, p.audience, p.filter, p.columns, p.token_hash, p.created_by,
    u.name as author_name, p.created_at, p.last_used_at
  from export_profiles p left join users u on u.id = p.created_by`;

export function listProfiles(sql: Sql, deploymentId: string): Promise<ProfileRecord[]> {
  return sql.query<ProfileRecord>(`${selectProfiles} where p.deployment_id = $1 order by p.name, p.id limit 200`, [
    deploymentId,
  ]);
}

export async function profileById(sql: Sql, deploymentId: string, id: string): Promise<ProfileRecord | null> {
  const [row] = await sql.query<ProfileRecord>(`${selectProfiles} where p.deployment_id = $1 and p.id = $2`, [
    deploymentId,
    id,
  ]);
  return row ?? null;
}

export async function profileByToken(sql: Sql, tokenHash: Buffer): Promise<ProfileRecord | null> {
  const [row] = await sql.query<ProfileRecord>(`${selectProfiles} where p.token_hash = $1`, [tokenHash]);
  return row ?? null;
}

export type ProfileFields = Pick<ProfileRecord, 'name' | 'audience' | 'filter' | 'columns' | 'token_hash'>;

export async function insertProfile(
  tx: Sql,
  deploymentId: string,
  id: string,
  fields: ProfileFields,
  createdBy: string,
  at: Date,
): Promise<void> {
  await tx.query(
    `insert into export_profiles (deployment_id, id, name, audience, filter, columns, created_by, created_at)
     values ($1, $2, $3, $4, $5, $6::jsonb, $7, $8)`,
    [deploymentId, id, fields.name, fields.audience, fields.filter, JSON.stringify(fields.columns), createdBy, at],
  );
}

export async function writeProfile(tx: Sql, deploymentId: string, id: string, fields: ProfileFields): Promise<void> {
  await tx.query(
    `update export_profiles set name = $3, audience = $4, filter = $5, columns = $6::jsonb, token_hash = $7,
       version = version + 1
     where deployment_id = $1 and id = $2`,
    [deploymentId, id, fields.name, fields.audience, fields.filter, JSON.stringify(fields.columns), fields.token_hash],
  );
}

export async function deleteProfile(tx: Sql, deploymentId: string, id: string): Promise<boolean> {
  const rows = await tx.query('delete from export_profiles where deployment_id = $1 and id = $2 returning id', [
    deploymentId,
    id,
  ]);
  return rows.length > 0;
}

/** Once an hour is enough to know whether it is still used. */
export async function noteUse(sql: Sql, deploymentId: string, id: string, at: Date): Promise<void> {
  await sql.query(
    `update export_profiles set last_used_at = $3
     where deployment_id = $1 and id = $2 and (last_used_at is null or last_used_at < $3::timestamptz - interval '1 hour')`,
    [deploymentId, id, at],
  );
}

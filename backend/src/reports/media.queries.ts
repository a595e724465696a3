/** All SQL of media. */
import type { Sql } from '../platform/index.js';

export interface MediumRecord {
  id: string;
  report_id: string;
  digest: string;
  type: string;
  width: number | null;
  height: number | null;
  bytes: number;
  lat: number | null;
  lon: number | null;
  transcript: string | null;
}

const selectMedia = `select id, report_id, digest, type, width, height, bytes, st_y(location) as lat,
  st_x(location) as lon, transcript from media`;

export function mediaOf(sql: Sql, deploymentId: string, reportId: string): Promise<MediumRecord[]> {
  return sql.query<MediumRecord>(`${selectMedia} where deployment_id = $1 and report_id = $2 order by created_at, id`, [
    deploymentId,
    reportId,
  ]);
}

export async function mediumById(sql: Sql, deploymentId: string, id: string): Promise<MediumRecord | null> {
  const [row] = await sql.query<MediumRecord>(`${selectMedia} where deployment_id = $1 and id = $2`, [
    deploymentId,
    id,
  ]);
  return row ?? null;
}

export interface NewMedium {
  id: string;
  reportId: string;
  digest: string;
  type: string;
  width: number | null;
  height: number | null;
  bytes: number;
  location: { lat: number; lon: number } | null;
}

/** Adds a medium and counts it on its report. */
export async function insertMedium(tx: Sql, deploymentId: string, medium: NewMedium): Promise<void> {
  await tx.query(
    `with added as (
       insert into media (deployment_id, id, report_id, digest, type, width, height, bytes, location)
       values ($1, $2, $3, $4, $5, $6, $7, $8,
         case when $9::float8 is null then null else st_setsrid(st_makepoint($9, $10), 4326) end)
       returning report_id
     )
     update reports set media_count = media_count + 1 from added where deployment_id = $1 and id = added.report_id`,
    [
      deploymentId,
      medium.id,
      medium.reportId,
      medium.digest,
      medium.type,
      medium.width,
      medium.height,
      medium.bytes,
      medium.location?.lon ?? null,
      medium.location?.lat ?? null,
    ],
  );
}

/** The medium, locked until the transaction ends. */
export async function lockMedium(tx: Sql, deploymentId: string, id: string): Promise<MediumRecord | null> {
  const [row] = await tx.query<MediumRecord>(`${selectMedia} where deployment_id = $1 and id = $2 for update`, [
    deploymentId,
    id,
  ]);
  return row ?? null;
}

export async function writeTranscript(
  tx: Sql,
  deploymentId: string,
  id: string,
  transcript: string | null,
  by: string,
): Promise<void> {
  await tx.query('update media set transcript = $3, transcribed_by = $4 where deployment_id = $1 and id = $2', [
    deploymentId,
    id,
    transcript,
    by,
  ]);
}

/** SQL for what reporters add to their reports later, many at once: words, places, photos that follow. */
import type { ReportStatus } from '@atesto/contract';
import type { Sql } from '../platform/index.js';

/** What an answer may complete. */
export interface OpenReport {
  deploymentId: string;
  id: string;
  status: ReportStatus;
  hasLocation: boolean;
  place: string | null;
}

interface OpenReportRecord {
  deployment_id: string;
  id: string;
  status: ReportStatus;
  has_location: boolean;
  place: string | null;
}

/** Those of the reports that are there, locked until the transaction ends, always in the same order. */
export async function lockReports(
  tx: Sql,
  reports: readonly { deploymentId: string; id: string }[],
): Promise<OpenReport[]> {
  if (reports.length === 0) return [];
  const rows = await tx.query<OpenReportRecord>(
    `select r.deployment_id, r.id, r.status, r.location is not null as has_location, r.place
     from unnest($1::uuid[], $2::uuid[]) as k(deployment_id, id)
     join reports r using (deployment_id, id)
     order by r.deployment_id, r.id for update of r`,
    [reports.map(({ deploymentId }) => deploymentId), reports.map(({ id }) => id)],
  );
  return rows.map((row) => ({
    deploymentId: row.deployment_id,
    id: row.id,
    status: row.status,
    hasLocation: row.has_location,
    place: row.place,
  }));
}

export interface CompletedReport {
  deploymentId: string;
  id: string;
  status: ReportStatus;
  /** Null leaves what is there; so does `place`. */
  location: { lat: number; lon: number; accuracy?: number | undefined } | null;
  place: string | null;
  /** Photos that will follow beside those already announced. */
  moreMedia: number;
}

/** Each report must be given once. The rows are locked by the caller. */
export async function completeReports(tx: Sql, reports: readonly CompletedReport[]): Promise<void> {
  await tx.query(
    `update reports r set status = n.status, place = coalesce(n.place, r.place), version = r.version + 1,
       media_expected = r.media_expected + n.more_media,
       accuracy_metres = case when n.lon is null then r.accuracy_metres else n.accuracy end,
       location = case when n.lon is null then r.location else st_setsrid(st_makepoint(n.lon, n.lat), 4326) end
     from unnest($1::uuid[], $2::uuid[], $3::text[], $4::text[], $5::integer[], $6::float8[], $7::float8[], $8::real[])
       as n(deployment_id, id, status, place, more_media, lon, lat, accuracy)
     where r.deployment_id = n.deployment_id and r.id = n.id`,
    [
      reports.map(({ deploymentId }) => deploymentId),
      reports.map(({ id }) => id),
      reports.map(({ status }) => status),
      reports.map(({ place }) => place),
      reports.map(({ moreMedia }) => moreMedia),
      reports.map(({ location }) => location?.lon ?? null),
      reports.map(({ location }) => location?.lat ?? null),
      reports.map(({ location }) => location?.accuracy ?? null),
    ],
  );
}

export interface IncomingMessage {
  deploymentId: string;
  id: string;
  reportId: string;
  text: string;
}

export async function insertAnswers(tx: Sql, messages: readonly IncomingMessage[], at: Date): Promise<void> {
  await tx.query(
    `insert into messages (deployment_id, id, report_id, text, direction, at)
     select *, 'in', $5::timestamptz from unnest($1::uuid[], $2::uuid[], $3::uuid[], $4::text[])`,
    [
      messages.map(({ deploymentId }) => deploymentId),
      messages.map(({ id }) => id),
      messages.map(({ reportId }) => reportId),
      messages.map(({ text }) => text),
      at,
    ],
  );
}

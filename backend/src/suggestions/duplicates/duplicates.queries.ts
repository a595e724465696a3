/** All SQL of what may be the same. */
import type { ReportStatus, Severity } from '@atesto/contract';
import type { Sql } from '../../platform/index.js';

export interface ReportTraits {
  id: string;
  status: ReportStatus;
  priority: Severity;
  /** With what was written down of recordings. */
  text: string;
  category_id: string | null;
  lat: number | null;
  lon: number | null;
  accuracy_metres: number | null;
  at: Date;
  received_at: Date;
  incident_id: string | null;
}

const selectTraits = `select r.id, r.received_at, r.status, r.priority, r.category_id, st_y(r.location) as lat, st_x(r.location) as lon,
    r.accuracy_metres, coalesce(r.observed_at, r.received_at) as at, r.incident_id,
    case when r.media_count = 0 then r.text else concat_ws(E'\\n\\n', nullif(r.text, ''), (
      select string_agg(m.transcript, E'\\n\\n' order by m.id) from media m
      where m.deployment_id = r.deployment_id and m.report_id = r.id)) end as text
  from reports r`;

export function traitsOf(sql: Sql, deploymentId: string, ids: readonly string[]): Promise<ReportTraits[]> {
  return sql.query<ReportTraits>(`${selectTraits} where r.deployment_id = $1 and r.id = any($2::uuid[])`, [
    deploymentId,
    ids,
  ]);
}

/** Those that may be suggested: neither set aside nor in quarantine. */
export function openTraits(sql: Sql, deploymentId: string, ids: readonly string[]): Promise<ReportTraits[]> {
  return sql.query<ReportTraits>(
    `${selectTraits} where r.deployment_id = $1 and r.id = any($2::uuid[])
       and r.status <> 'rejected' and not r.quarantined`,
    [deploymentId, ids],
  );
}

/** What waits for a decision, the newest first, a page after the place `after`. */
export function waitingTraits(
  sql: Sql,
  deploymentId: string,
  after: { receivedAt: Date; id: string } | null,
  limit: number,
): Promise<ReportTraits[]> {
  return sql.query<ReportTraits>(
    `${selectTraits}
     where r.deployment_id = $1 and r.status in ('new', 'in_review', 'needs_info') and not r.quarantined
       and ($2::timestamptz is null or (r.received_at, r.id) < ($2, $3::uuid))
     order by r.received_at desc, r.id desc limit $4`,
    [deploymentId, after?.receivedAt ?? null, after?.id ?? null, limit],
  );
}

/** Under each mark the nearest in time, so many each way: however many share it, no more are read. */
export function reportsUnder(
  sql: Sql,
  deploymentId: string,
  searches: readonly { mark: number; take: number }[],
  at: Date,
): Promise<{ report_id: string }[]> {
  return sql.query<{ report_id: string }>(
    `select distinct found.report_id
     from unnest($2::bigint[], $3::int[]) as search (mark, take)
     cross join lateral (
       (select m.report_id from report_marks m
        where m.deployment_id = $1 and m.mark = search.mark and m.at >= $4 order by m.at limit search.take)
       union all
       (select m.report_id from report_marks m
        where m.deployment_id = $1 and m.mark = search.mark and m.at < $4 order by m.at desc limit search.take)
     ) found`,
    [deploymentId, searches.map(({ mark }) => mark), searches.map(({ take }) => take), at],
  );
}

/** The latest reports from the address that a report came from. */
export function reportsFromSame(
  sql: Sql,
  deploymentId: string,
  reportId: string,
  limit: number,
): Promise<{ report_id: string }[]> {
  return sql.query<{ report_id: string }>(
    `select other.report_id from reporters one
     join reporters other on other.deployment_id = one.deployment_id and other.address_name = one.address_name
     where one.deployment_id = $1 and one.report_id = $2
     order by other.received_at desc limit $3`,
    [deploymentId, reportId, limit],
  );
}

export interface NewMark {
  mark: number;
  at: Date;
  reportId: string;
}

/** Again does no harm. */
export async function insertMarks(tx: Sql, deploymentId: string, marks: readonly NewMark[]): Promise<void> {
  await tx.query(
    `insert into report_marks (deployment_id, mark, at, report_id)
     select $1, * from unnest($2::bigint[], $3::timestamptz[], $4::uuid[]) on conflict do nothing`,
    [deploymentId, marks.map(({ mark }) => mark), marks.map(({ at }) => at), marks.map(({ reportId }) => reportId)],
  );
}

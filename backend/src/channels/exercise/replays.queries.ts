/** All SQL of replays: their rows, and the reports of the deployments that they read. */
import type { Deployment } from '../../deployments/index.js';
import type { Sql } from '../../platform/index.js';
import type { ReplayRow } from './replay.entity.js';

const columns = `deployment_id, id, source_id, state, speed, total, done, from_at, to_at, last_at, last_id, paced_at,
  paced_source_at, started_at`;

export async function replayOf(sql: Sql, deploymentId: string): Promise<ReplayRow | null> {
  const [row] = await sql.query<ReplayRow>(`select ${columns} from exercise_replays where deployment_id = $1`, [
    deploymentId,
  ]);
  return row ?? null;
}

/** Null when there is none, or another process is at it. */
export async function lockReplay(tx: Sql, deploymentId: string, isPatient: boolean): Promise<ReplayRow | null> {
  const [row] = await tx.query<ReplayRow>(
    `select ${columns} from exercise_replays where deployment_id = $1 for update ${isPatient ? '' : 'skip locked'}`,
    [deploymentId],
  );
  return row ?? null;
}

export async function runningReplays(sql: Sql): Promise<string[]> {
  const rows = await sql.query<{ deployment_id: string }>(
    `select deployment_id from exercise_replays where state = 'running'`,
  );
  return rows.map((row) => row.deployment_id);
}

/** Takes the place of the one before. */
export async function saveReplay(tx: Sql, row: ReplayRow): Promise<void> {
  await tx.query(
    `insert into exercise_replays (${columns})
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)
     on conflict (deployment_id) do update set id = excluded.id, source_id = excluded.source_id, state = excluded.state,
       speed = excluded.speed, total = excluded.total, done = excluded.done, from_at = excluded.from_at,
       to_at = excluded.to_at, last_at = excluded.last_at, last_id = excluded.last_id, paced_at = excluded.paced_at,
       paced_source_at = excluded.paced_source_at, started_at = excluded.started_at`,
    [
      row.deployment_id,
      row.id,
      row.source_id,
      row.state,
      row.speed,
      row.total,
      row.done,
      row.from_at,
      row.to_at,
      row.last_at,
      row.last_id,
      row.paced_at,
      row.paced_source_at,
      row.started_at,
    ],
  );
}

export interface SourceSpan {
  total: number;
  first: Date | null;
  last: Date | null;
}

/** Who plays may publish what they like: what is sensitive in the source never comes to where they can. */
const mayBeTold = (sensitiveIds: string): string => `not r.quarantined
       and not coalesce(r.category_id = any(${sensitiveIds}::uuid[]), false)
       and not exists (select from incidents i where i.deployment_id = r.deployment_id and i.id = r.incident_id
         and i.category_id = any(${sensitiveIds}::uuid[]))`;

export async function sourceSpan(
  sql: Sql,
  source: Deployment,
  from: string | null,
  to: string | null,
): Promise<SourceSpan> {
  const [row] = await sql.query<SourceSpan>(
    `select count(*)::int as total, min(received_at) as first, max(received_at) as last from reports r
     where r.deployment_id = $1 and ${mayBeTold('$4')}
       and ($2::timestamptz is null or received_at >= $2) and ($3::timestamptz is null or received_at < $3)`,
    [source.id, from, to, source.sensitiveIds()],
  );
  return row ?? { total: 0, first: null, last: null };
}

/** What may be told of a report in another deployment: no reporter, no answers, no photos. */
export interface SourceReport {
  id: string;
  received_at: Date;
  observed_at: Date | null;
  channel: string;
  text: string;
  category: string | null;
  place: string | null;
  language: string | null;
  lat: number | null;
  lon: number | null;
  accuracy_metres: number | null;
}

/** What the source received after the one that was told last, to `until`, oldest first. */
export function sourcePage(
  sql: Sql,
  source: Deployment,
  after: { at: Date; id: string },
  until: Date,
  limit: number,
): Promise<SourceReport[]> {
  return sql.query<SourceReport>(
    `select r.id, r.received_at, r.observed_at, r.channel, r.text, c.code as category, r.place, r.language,
       st_y(r.location) as lat, st_x(r.location) as lon, r.accuracy_metres
     from reports r left join categories c on c.deployment_id = r.deployment_id and c.id = r.category_id
     where r.deployment_id = $1 and ${mayBeTold('$6')}
       and (date_trunc('milliseconds', r.received_at), r.id) > ($2, $3)
       and r.received_at >= $2 and r.received_at <= $4::timestamptz + interval '1 millisecond'
       and date_trunc('milliseconds', r.received_at) <= $4
     order by date_trunc('milliseconds', r.received_at), r.id limit $5`,
    [source.id, after.at, after.id, until, limit, source.sensitiveIds()],
  );
}

/** All SQL of incidents. */
import type { Confidence, IncidentOrigin, IncidentStatus, Outcome, Severity, Visibility } from '@atesto/contract';
import type { Conditions, Keyset, Sql } from '../platform/index.js';
import { assigneeColumns, assigneeJoins, type AssigneeColumns } from '../reports/index.js';

export interface IncidentRecord extends AssigneeColumns {
  id: string;
  number: number;
  title: string;
  description: string;
  category_id: string | null;
  severity: Severity;
  status: IncidentStatus;
  visibility: Visibility;
  lat: number | null;
  lon: number | null;
  accuracy_metres: number | null;
  place: string | null;
  public_reason: string | null;
  report_count: number;
  confirmation_count: number;
  confidence: Confidence;
  seconded_by: string | null;
  outcome: Outcome | null;
  opened_at: Date;
  updated_at: Date;
  merged_into: string | null;
  origin: IncidentOrigin | null;
  version: number;
}

const selectIncidents = `select i.id, i.number, i.title, i.description, i.category_id, i.severity, i.status, i.visibility,
    st_y(i.location) as lat, st_x(i.location) as lon, i.accuracy_metres, i.place, i.public_reason, i.report_count,
    i.confirmation_count, i.confidence, i.seconded_by, i.outcome, i.opened_at, i.updated_at, i.merged_into, i.origin, i.version,
    ${assigneeColumns('i')}
  from incidents i ${assigneeJoins('i')}`;

/** Newest first, at most `limit` after the place `after`. */
export function listIncidents(
  sql: Sql,
  where: Conditions,
  limit: number,
  after: Keyset | null,
): Promise<IncidentRecord[]> {
  // The conditions may be used for page after page, so this page's own values are bound beside them.
  const params = [...where.params, limit];
  let page = '';
  if (after !== null) {
    params.push(after.at, after.id);
    page = `and (i.opened_at, i.id) < ($${params.length - 1}, $${params.length}::uuid)`;
  }
  return sql.query<IncidentRecord>(
    `${selectIncidents} where ${where.toSql()} ${page}
     order by i.opened_at desc, i.id desc limit $${where.params.length + 1}`,
    params,
  );
}

/** The newest changes first, at most `limit` after the place `after`. */
export function latestIncidents(
  sql: Sql,
  where: Conditions,
  limit: number,
  after: Keyset | null,
): Promise<IncidentRecord[]> {
  const page =
    after === null ? '' : `and (i.updated_at, i.id) < (${where.bind(after.at)}, ${where.bind(after.id)}::uuid)`;
  return sql.query<IncidentRecord>(
    `${selectIncidents} where ${where.toSql()} ${page}
     order by i.updated_at desc, i.id desc limit ${where.bind(limit)}`,
    where.params,
  );
}

export function incidentsById(sql: Sql, deploymentId: string, ids: readonly string[]): Promise<IncidentRecord[]> {
  return sql.query<IncidentRecord>(`${selectIncidents} where i.deployment_id = $1 and i.id = any($2::uuid[])`, [
    deploymentId,
    ids,
  ]);
}

/** The incident, locked until the transaction ends. */
export async function lockIncident(tx: Sql, deploymentId: string, id: string): Promise<IncidentRecord | null> {
  const [row] = await tx.query<IncidentRecord>(
    `${selectIncidents} where i.deployment_id = $1 and i.id = $2 for update of i`,
    [deploymentId, id],
  );
  return row ?? null;
}

export interface IncidentFields {
  title: string;
  description: string;
  categoryId: string | null;
  severity: Severity;
  visibility: Visibility;
  location: { lat: number; lon: number; accuracy?: number } | null;
  place: string | null;
  confidence?: Confidence;
}

const pointOf = (lon: string, lat: string): string =>
  `case when ${lon}::float8 is null then null else st_setsrid(st_makepoint(${lon}, ${lat}), 4326) end`;

/** Opens an incident under the deployment's next number and returns that. */
export async function insertIncident(
  tx: Sql,
  deploymentId: string,
  id: string,
  fields: IncidentFields,
  at: Date,
): Promise<number> {
  const [row] = await tx.query<{ number: number }>(
    `with counted as (
       update deployments set last_incident_number = last_incident_number + 1 where id = $1
       returning last_incident_number as number
     )
     insert into incidents (deployment_id, id, number, title, description, category_id, severity, visibility, location,
       accuracy_metres, place, opened_at, updated_at)
     select $1, $2, counted.number, $3, $4, $5, $6, $7, ${pointOf('$8', '$9')}, $10, $11, $12, $12 from counted
     returning number`,
    [
      deploymentId,
      id,
      fields.title,
      fields.description,
      fields.categoryId,
      fields.severity,
      fields.visibility,
      fields.location?.lon ?? null,
      fields.location?.lat ?? null,
      fields.location?.accuracy ?? null,
      fields.place,
      at,
    ],
  );
  return row?.number ?? 0;
}

export async function writeIncident(
  tx: Sql,
  deploymentId: string,
  id: string,
  fields: IncidentFields,
  at: Date,
): Promise<void> {
  await tx.query(
    `update incidents set title = $3, description = $4, category_id = $5, severity = $6, visibility = $7,
       location = ${pointOf('$8', '$9')}, accuracy_metres = $10, place = $11, updated_at = $12,
       confidence = coalesce($13, confidence), version = version + 1
     where deployment_id = $1 and id = $2`,
    [
      deploymentId,
      id,
      fields.title,
      fields.description,
      fields.categoryId,
      fields.severity,
      fields.visibility,
      fields.location?.lon ?? null,
      fields.location?.lat ?? null,
      fields.location?.accuracy ?? null,
      fields.place,
      at,
      fields.confidence ?? null,
    ],
  );
}

export async function writeOrigin(tx: Sql, deploymentId: string, id: string, origin: IncidentOrigin): Promise<void> {
  await tx.query('update incidents set origin = $3::jsonb where deployment_id = $1 and id = $2', [
    deploymentId,
    id,
    JSON.stringify(origin),
  ]);
}

/** A reason that is not public leaves the former public one in place. */
export async function writeIncidentStatus(
  tx: Sql,
  deploymentId: string,
  id: string,
  status: IncidentStatus,
  publicReason: string | null,
  at: Date,
): Promise<void> {
  await tx.query(
    `update incidents set status = $3, public_reason = coalesce($4, public_reason), updated_at = $5,
       outcome = case when $3::text = 'resolved' then outcome end, version = version + 1
     where deployment_id = $1 and id = $2`,
    [deploymentId, id, status, publicReason, at],
  );
}

/** Counts the reports of an incident anew; without any left it is no longer shown to the public. */
export async function recountReports(tx: Sql, deploymentId: string, id: string, at: Date): Promise<void> {
  await tx.query(
    `with counted as (select count(*)::int as n from reports where deployment_id = $1 and incident_id = $2)
     update incidents set report_count = counted.n, updated_at = $3, version = version + 1,
       visibility = case when counted.n = 0 then 'internal' else visibility end
     from counted where deployment_id = $1 and id = $2`,
    [deploymentId, id, at],
  );
}

/** Moves the reports of one incident to another and returns their ids. */
export function moveReports(tx: Sql, deploymentId: string, from: string, into: string): Promise<{ id: string }[]> {
  return tx.query<{ id: string }>(
    `update reports set incident_id = $3, version = version + 1
     where deployment_id = $1 and incident_id = $2 returning id`,
    [deploymentId, from, into],
  );
}

/** Takes these reports into another incident and returns the ids of those that were in the first one. */
export function takeReports(
  tx: Sql,
  deploymentId: string,
  from: string,
  into: string,
  ids: readonly string[],
): Promise<{ id: string }[]> {
  return tx.query<{ id: string }>(
    `update reports set incident_id = $3, version = version + 1
     where deployment_id = $1 and incident_id = $2 and id = any($4::uuid[]) returning id`,
    [deploymentId, from, into, ids],
  );
}

/** Marks one as merged into the other; the survivor takes the lower number, as that has been said aloud longest. */
export async function writeMerge(tx: Sql, deploymentId: string, from: string, into: string, at: Date): Promise<void> {
  await tx.query(
    `with pair as (
       select min(number) as low, max(number) as high from incidents where deployment_id = $1 and id in ($2, $3)
     )
     update incidents i set number = case when i.id = $3 then pair.low else pair.high end,
       merged_into = case when i.id = $2 then $3::uuid else i.merged_into end,
       updated_at = $4, version = version + 1
     from pair where i.deployment_id = $1 and i.id in ($2, $3)`,
    [deploymentId, from, into, at],
  );
  // What had been merged into the one before now leads on to the survivor.
  await tx.query('update incidents set merged_into = $3 where deployment_id = $1 and merged_into = $2', [
    deploymentId,
    from,
    into,
  ]);
}

/** What is needed and who brings it goes with the reports that speak of it. */
export async function moveDispatch(tx: Sql, deploymentId: string, from: string, into: string): Promise<void> {
  for (const table of ['needs', 'tasks']) {
    await tx.query(`update ${table} set incident_id = $3 where deployment_id = $1 and incident_id = $2`, [
      deploymentId,
      from,
      into,
    ]);
  }
}

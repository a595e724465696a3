/**
 * All SQL of the overview. What people did is read from the journal by the index on their acts, so that the work grows with
 * what people did and not with what came in; how things stand now is read from the tables that the journal leads to.
 */
import type { Channel, IncidentStatus, ReportStatus, Severity } from '@atesto/contract';
import type { Sql } from '../platform/index.js';

export interface Period {
  deploymentId: string;
  from: Date;
  to: Date;
  zone: string;
}

const isOpen = `status in ('new', 'in_review', 'needs_info') and not quarantined`;

/** The kinds stand in the statement, so that the database sees that its index holds them all. */
const looks = `'report.claimed', 'report.verified', 'report.rejected', 'report.asked', 'report.admitted'`;
const decisions = `'report.verified', 'report.rejected'`;

export interface OpenRow {
  age: string;
  priority: Severity;
  n: number;
  oldest: Date;
}

/** What is open now by urgency and by how long ago it was received. */
export function openReports(sql: Sql, deploymentId: string, now: Date): Promise<OpenRow[]> {
  return sql.query<OpenRow>(
    `select case when received_at > $2::timestamptz - interval '1 hour' then 'hour'
         when received_at > $2::timestamptz - interval '4 hours' then 'four_hours'
         when received_at > $2::timestamptz - interval '24 hours' then 'day'
         when received_at > $2::timestamptz - interval '72 hours' then 'three_days' else 'older' end as age,
       priority, count(*)::integer as n, min(received_at) as oldest
     from reports where deployment_id = $1 and ${isOpen} group by 1, 2`,
    [deploymentId, now],
  );
}

export interface ReceivedRow {
  channel: Channel;
  category_id: string | null;
  day: string;
  n: number;
}

/** What was received in the period, as the reports themselves say it. */
export function receivedReports(sql: Sql, { deploymentId, from, to, zone }: Period): Promise<ReceivedRow[]> {
  return sql.query<ReceivedRow>(
    `select channel, category_id, to_char(received_at at time zone $4, 'YYYY-MM-DD') as day, count(*)::integer as n
     from reports where deployment_id = $1 and received_at >= $2 and received_at < $3 and not quarantined
     group by 1, 2, 3`,
    [deploymentId, from, to, zone],
  );
}

export interface ActRow {
  /** Null for the whole period, with the organisation null as well. */
  day: string | null;
  organisation_id: string | null;
  /** Whether the row is of one organisation, which may be none. */
  by_organisation: boolean;
  people: number;
  acts: number;
  first: number;
  median: number | null;
  p90: number | null;
}

const takings = `'report.undone', 'incident.undone'`;

/**
 * An act that was not taken back, or whose taking back was taken back, however often. What is taken back is a transaction
 * with all its acts, and each of their subjects is told once, with the number of its last act. The journal of a restored
 * dump has lost its transactions: there the numbers themselves are compared.
 */
const stands = (act: string): string => `(not exists (
         select from journal z where z.deployment_id = $1 and z.subject_id = ${act}.subject_id and z.kind in (${takings}))
       or (with recursive chain as (
           select ${act}.xid as xid, ${act}.seq as seq, 0 as length
           union all
           select last.xid, last.seq, c.length + 1 from chain c cross join lateral (
             select z.xid, z.seq from journal z
             join journal o on o.deployment_id = z.deployment_id and o.seq = (z.data->>'of')::bigint
             where z.deployment_id = $1 and z.subject_id = ${act}.subject_id and z.kind in (${takings})
               and (o.seq = c.seq or (o.xid = c.xid and z.xid > c.xid))
             order by z.seq desc limit 1) last
         ) select max(length) % 2 = 0 from chain))`;

/**
 * How long reports waited for the first act of these kinds by a person: the acts of the period, those that were the first
 * for their report, and the time since its first entry in the journal, which is that it was received.
 */
function acts(kinds: string): string {
  return `with acts as (
       select j.subject_id, j.seq, j.at, j.actor_id, to_char(j.at at time zone $4, 'YYYY-MM-DD') as day,
         u.organisation_id
       from journal j left join users u on u.id = j.actor_id
       where j.deployment_id = $1 and j.kind in (${kinds}) and j.at >= $2 and j.at < $3 and j.actor_id is not null
         and ${stands('j')}
     ), timed as (
       select a.*, case when exists (
           select from journal e where e.deployment_id = $1 and e.subject_id = a.subject_id and e.seq < a.seq
             and e.kind in (${kinds}) and e.actor_id is not null and ${stands('e')}
         ) then null else greatest(0, extract(epoch from a.at - (
           select e.at from journal e where e.deployment_id = $1 and e.subject_id = a.subject_id
           order by e.seq limit 1))) end as waited
       from acts a
     )
     select day, organisation_id, grouping(organisation_id) = 0 as by_organisation,
       count(distinct actor_id)::integer as people, count(*)::integer as acts, count(waited)::integer as first,
       percentile_cont(0.5) within group (order by waited::float8) as median,
       percentile_cont(0.9) within group (order by waited::float8) as p90
     from timed group by grouping sets ((), (day), (organisation_id))`;
}

export function firstLooks(sql: Sql, { deploymentId, from, to, zone }: Period): Promise<ActRow[]> {
  return sql.query<ActRow>(acts(looks), [deploymentId, from, to, zone]);
}

export function firstDecisions(sql: Sql, { deploymentId, from, to, zone }: Period): Promise<ActRow[]> {
  return sql.query<ActRow>(acts(decisions), [deploymentId, from, to, zone]);
}

export interface DecidedRow {
  kind: 'report.verified' | 'report.rejected';
  n: number;
  mine: number;
}

export function decided(sql: Sql, { deploymentId, from, to }: Period, userId: string | null): Promise<DecidedRow[]> {
  return sql.query<DecidedRow>(
    `select kind, count(*)::integer as n, (count(*) filter (where actor_id = $4))::integer as mine
     from journal j where deployment_id = $1 and kind in (${decisions}) and at >= $2 and at < $3
       and actor_id is not null and ${stands('j')}
     group by kind`,
    [deploymentId, from, to, userId],
  );
}

export function organisationNames(sql: Sql): Promise<{ id: string; name: string }[]> {
  return sql.query<{ id: string; name: string }>('select id, name from organisations');
}

export interface IncidentRow {
  status: IncidentStatus;
  severity: Severity;
  category_id: string | null;
  n: number;
}

export function incidentsNow(sql: Sql, deploymentId: string): Promise<IncidentRow[]> {
  return sql.query<IncidentRow>(
    `select status, severity, category_id, count(*)::integer as n
     from incidents where deployment_id = $1 and merged_into is null group by 1, 2, 3`,
    [deploymentId],
  );
}

/** Openings, and changes to resolved, in the period, but for what was taken back. */
export async function incidentsMoved(
  sql: Sql,
  { deploymentId, from, to }: Period,
): Promise<{ opened: number; resolved: number }> {
  const [row] = await sql.query<{ opened: number; resolved: number }>(
    `select (count(*) filter (where kind = 'incident.opened'))::integer as opened,
       (count(*) filter (where kind = 'incident.status_changed' and data->>'status' = 'resolved'))::integer as resolved
     from journal j where deployment_id = $1 and kind in ('incident.opened', 'incident.status_changed')
       and at >= $2 and at < $3 and ${stands('j')}`,
    [deploymentId, from, to],
  );
  return row ?? { opened: 0, resolved: 0 };
}

export interface PlaceRow {
  lat: number;
  lon: number;
  n: number;
}

/** Where what is open lies, in cells of so many degrees, the fullest first. */
export function openPlaces(sql: Sql, deploymentId: string, degrees: number): Promise<PlaceRow[]> {
  return sql.query<PlaceRow>(
    `select (floor(st_y(location) / $2::float8) + 0.5) * $2::float8 as lat,
       (floor(st_x(location) / $2::float8) + 0.5) * $2::float8 as lon, count(*)::integer as n
     from reports where deployment_id = $1 and ${isOpen} and location is not null
     group by 1, 2 order by n desc limit 300`,
    [deploymentId, degrees],
  );
}

export interface OldestRow {
  id: string;
  text: string;
  received_at: Date;
  priority: Severity;
  place: string | null;
  status: ReportStatus;
}

export function oldestOpen(sql: Sql, deploymentId: string): Promise<OldestRow[]> {
  return sql.query<OldestRow>(
    `select id, left(text, 300) as text, received_at, priority, place, status
     from reports where deployment_id = $1 and ${isOpen} order by received_at, id limit 10`,
    [deploymentId],
  );
}

export interface StepRow {
  at: Date;
  kind: 'incident.opened' | 'incident.status_changed';
  data: { status?: IncidentStatus; reason?: string };
  id: string;
  number: number;
  title: string;
  severity: Severity;
  status: IncidentStatus;
  actor_name: string | null;
}

export function incidentSteps(sql: Sql, { deploymentId, from, to }: Period): Promise<StepRow[]> {
  return sql.query<StepRow>(
    `select j.at, j.kind, j.data, i.id, i.number, i.title, i.severity, i.status, u.name as actor_name
     from journal j
     join incidents i on i.deployment_id = j.deployment_id and i.id = j.subject_id
     left join users u on u.id = j.actor_id
     where j.deployment_id = $1 and j.kind in ('incident.opened', 'incident.status_changed')
       and j.at >= $2 and j.at < $3 and ${stands('j')}
     order by j.at, j.seq limit 200`,
    [deploymentId, from, to],
  );
}

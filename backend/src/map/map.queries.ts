/** All SQL of the map: located reports and incidents, page by page or by id. */
import { publicRowSql } from '../incidents/index.js';
import type { Sql } from '../platform/index.js';

export interface PlacedRow {
  id: string;
  lat: number;
  lon: number;
  category_id: string | null;
  severity: string;
  status: string;
  /** Milliseconds since 1970. */
  at: number;
  label: string;
}

/** The embedded database is one session: a longer page would hold up everyone else. */
export const pageSize = 5_000;

/**
 * Where a page begins and what of it was seen already. `$2 is null or id > $2` would make the database walk through all
 * former pages again.
 */
const beyond = (after: string | null): [from: string, seen: string[]] =>
  after === null ? ['00000000-0000-0000-0000-000000000000', []] : [after, [after]];

/** Below this many rows by the planner's own notes, they are either cheap to take again or out of date. */
const fewRows = 1_000;

/**
 * The embedded database never gathers statistics by itself, and without any it sorts the whole table for each page:
 * 700 ms instead of 50 ms for 5,000 of 100,000 reports.
 */
export async function gatherStatistics(sql: Sql, table: 'reports' | 'incidents'): Promise<void> {
  const known = 'select reltuples from pg_class where oid = $1::regclass';
  const [row] = await sql.query<{ reltuples: number }>(known, [table]);
  if (row === undefined || row.reltuples < fewRows) await sql.query(`analyze ${table}`);
}

/** Ids of the deployments that were told something last; none where there is so little that loading it takes no time. */
export async function busyDeployments(sql: Sql): Promise<string[]> {
  const [size] = await sql.query<{ rows: number }>(
    `select sum(reltuples)::float8 as rows from pg_class where oid in ('reports'::regclass, 'incidents'::regclass)`,
  );
  if ((size?.rows ?? 0) < fewRows) return [];
  const found = await sql.query<{ id: string }>(
    `select id from deployments as d
     order by (select max(received_at) from reports where deployment_id = d.id) desc nulls last limit 4`,
  );
  return found.map(({ id }) => id);
}

const [betweenRows, betweenValues] = ['\u001e', '\u001f'];

/** Rows as one text: as objects of the driver a million of them take longer to come than to be found. */
export class PackedPage {
  constructor(private readonly text: string) {}

  /** Null when there are no rows. */
  get lastId(): string | null {
    if (this.text === '') return null;
    const start = this.text.lastIndexOf(betweenRows) + 1;
    return this.text.slice(start, this.text.indexOf(betweenValues, start));
  }

  /** One after the other, so that none outlives its use. */
  *rows(): Generator<PlacedRow> {
    const { text } = this;
    for (let start = 0; start < text.length;) {
      const found = text.indexOf(betweenRows, start);
      const end = found < 0 ? text.length : found;
      yield unpacked(text.slice(start, end));
      start = end + 1;
    }
  }
}

async function packed(sql: Sql, select: string, params: readonly unknown[]): Promise<PackedPage> {
  const [row] = await sql.query<{ page: string }>(
    `select coalesce(string_agg(concat_ws(chr(31), id, lat, lon, coalesce(category_id::text, ''), severity, status, at,
       translate(label, chr(30) || chr(31), '  ')), chr(30) order by id), '') as page from (${select}) as rows`,
    params,
  );
  return new PackedPage(row?.page ?? '');
}

function unpacked(text: string): PlacedRow {
  const [id = '', lat, lon, category = '', severity = '', status = '', at, label = ''] = text.split(betweenValues);
  return {
    id,
    lat: Number(lat),
    lon: Number(lon),
    category_id: category === '' ? null : category,
    severity,
    status,
    at: Number(at),
    label,
  };
}

const reportColumns = `id, st_y(location) as lat, st_x(location) as lon, category_id, priority as severity, status,
  (extract(epoch from received_at) * 1000)::float8 as at, left(text, 90) as label`;
const located = 'location is not null and not st_isempty(location)';

/** What waits in quarantine is on no map. */
const admitted = `${located} and not quarantined`;

export function pageOfReports(sql: Sql, deploymentId: string, after: string | null): Promise<PackedPage> {
  return packed(
    sql,
    `select ${reportColumns} from reports
     where deployment_id = $1 and id >= $2 and id <> all($3::uuid[]) and ${admitted} order by id limit $4`,
    [deploymentId, ...beyond(after), pageSize],
  );
}

export function reportsById(sql: Sql, deploymentId: string, ids: readonly string[]): Promise<PlacedRow[]> {
  return sql.query<PlacedRow>(
    `select ${reportColumns} from reports where deployment_id = $1 and id = any($2::uuid[]) and ${admitted}`,
    [deploymentId, ids],
  );
}

const incidentColumns = `id, st_y(location) as lat, st_x(location) as lon, category_id, severity, status,
  (extract(epoch from opened_at) * 1000)::float8 as at, title as label`;
const standing = `${located} and merged_into is null`;

/** Which rows of the incidents an index holds. */
export interface RowRule {
  publicOnly: boolean;
  fourEyes: boolean;
}

export function pageOfIncidents(
  sql: Sql,
  deploymentId: string,
  rule: RowRule,
  after: string | null,
): Promise<PackedPage> {
  return packed(
    sql,
    `select ${incidentColumns} from incidents
     where deployment_id = $1 and id >= $2 and id <> all($3::uuid[]) and ${standing}
       and (not $4::boolean or (${publicRowSql('incidents', '$5')}))
     order by id limit $6`,
    [deploymentId, ...beyond(after), rule.publicOnly, rule.fourEyes, pageSize],
  );
}

export function incidentsById(
  sql: Sql,
  deploymentId: string,
  rule: RowRule,
  ids: readonly string[],
): Promise<PlacedRow[]> {
  return sql.query<PlacedRow>(
    `select ${incidentColumns} from incidents
     where deployment_id = $1 and id = any($2::uuid[]) and ${standing}
       and (not $3::boolean or (${publicRowSql('incidents', '$4')}))`,
    [deploymentId, ids, rule.publicOnly, rule.fourEyes],
  );
}

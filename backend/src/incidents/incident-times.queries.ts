/** When incidents were opened or changed, and where they lie, counted. */
import { bucketSql, type BucketRow, type Buckets, type Conditions, type Sql } from '../platform/index.js';

export interface Extent {
  first: Date | null;
  last: Date | null;
}

export async function extentOfIncidents(sql: Sql, where: Conditions, time: string): Promise<Extent> {
  const [row] = await sql.query<Extent>(
    `select min(${time}) as first, max(${time}) as last from incidents i where ${where.toSql()}`,
    where.params,
  );
  return row ?? { first: null, last: null };
}

export function countIncidentTimes(sql: Sql, where: Conditions, time: string, buckets: Buckets): Promise<BucketRow[]> {
  const bucket = bucketSql(time, buckets, where.bind);
  return sql.query<BucketRow>(
    `select ${bucket} as bucket, count(*)::integer as n from incidents i where ${where.toSql()} group by 1`,
    where.params,
  );
}

export async function countIncidents(sql: Sql, where: Conditions): Promise<number> {
  const [row] = await sql.query<{ n: number }>(
    `select count(*)::integer as n from incidents i where ${where.toSql()}`,
    where.params,
  );
  return row?.n ?? 0;
}

export interface WholeExtent extends Extent {
  count: number;
  west: number | null;
  south: number | null;
  east: number | null;
  north: number | null;
}

/** All that match, by `place`, the SQL of the place that is known of each. */
export async function wholeExtentOfIncidents(sql: Sql, where: Conditions, place: string): Promise<WholeExtent> {
  const [row] = await sql.query<WholeExtent>(
    `select count(*)::integer as count, min(opened_at) as first, max(updated_at) as last,
       min(st_x(place)) as west, min(st_y(place)) as south, max(st_x(place)) as east, max(st_y(place)) as north
     from (select i.opened_at, i.updated_at, ${place} as place from incidents i where ${where.toSql()}) known`,
    where.params,
  );
  return row ?? { count: 0, first: null, last: null, west: null, south: null, east: null, north: null };
}

/** When incidents were opened or changed, counted. */
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

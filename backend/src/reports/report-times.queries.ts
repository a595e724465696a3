/** When reports came in, counted. */
import { bucketSql, type BucketRow, type Buckets, type Conditions, type Sql } from '../platform/index.js';

export interface Extent {
  first: Date | null;
  last: Date | null;
}

/** Of all reports of a deployment, which an index tells at once, so that the axis stays where it is. */
export async function extentOfReports(sql: Sql, deploymentId: string): Promise<Extent> {
  const [row] = await sql.query<Extent>(
    `select (select received_at from reports where deployment_id = $1 order by received_at, id limit 1) as first,
       (select received_at from reports where deployment_id = $1 order by received_at desc, id desc limit 1) as last`,
    [deploymentId],
  );
  return row ?? { first: null, last: null };
}

/** Of those that match, by any time. */
export async function extentOfTimes(sql: Sql, where: Conditions, time: string): Promise<Extent> {
  const [row] = await sql.query<Extent>(
    `select min(${time}) as first, max(${time}) as last from reports r where ${where.toSql()}`,
    where.params,
  );
  return row ?? { first: null, last: null };
}

export function countReportTimes(sql: Sql, where: Conditions, time: string, buckets: Buckets): Promise<BucketRow[]> {
  const bucket = bucketSql(time, buckets, where.bind);
  return sql.query<BucketRow>(
    `select ${bucket} as bucket, count(*)::integer as n from reports r where ${where.toSql()} group by 1`,
    where.params,
  );
}

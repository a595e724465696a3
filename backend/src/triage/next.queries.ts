/** The statement that finds the report to be looked at next. */
import type { Conditions, Sql } from '../platform/index.js';
import { countsSinceSql } from './next-best.js';

/**
 * Of open reports that nobody holds, the one that counts as waiting longest. `take` locks it and passes over those that
 * somebody else takes at this very moment.
 */
export async function nextReportId(sql: Sql, where: Conditions, now: Date, take: boolean): Promise<string | null> {
  where.add(`r.status in ('new', 'in_review')`);
  where.add(`(r.claimed_by is null or r.claimed_until <= ${where.bind(now)})`);
  const [row] = await sql.query<{ id: string }>(
    `select r.id from reports r where ${where.toSql()}
     order by ${countsSinceSql}, r.id limit 1 ${take ? 'for update of r skip locked' : ''}`,
    where.params,
  );
  return row?.id ?? null;
}

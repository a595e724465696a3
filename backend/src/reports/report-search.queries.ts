/** What reports are found by, as it stands in the tables. */
import type { Sql } from '../platform/index.js';

export interface FindableReport {
  id: string;
  text: string;
  place: string | null;
  /** What was written down of recordings, and what the reporter wrote later. */
  said: string[];
  /** The reporter's contact, sealed. */
  sealed: Buffer | null;
}

export function findableReports(sql: Sql, deploymentId: string, ids: readonly string[]): Promise<FindableReport[]> {
  return sql.query<FindableReport>(
    `select r.id, r.text, r.place, p.sealed,
       array(select m.transcript from media m
         where m.deployment_id = r.deployment_id and m.report_id = r.id and m.transcript is not null
         union all
         select m.text from messages m
         where m.deployment_id = r.deployment_id and m.report_id = r.id and m.direction = 'in') as said
     from reports r
     left join reporters p on p.deployment_id = r.deployment_id and p.report_id = r.id
     where r.deployment_id = $1 and r.id = any($2::uuid[])`,
    [deploymentId, ids],
  );
}

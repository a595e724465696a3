/** What came of an exercise, counted from its journal. */
import type { Debrief } from '@atesto/contract';
import type { Sql } from '../../platform/index.js';

interface DebriefRow {
  received: number;
  looked: number;
  decided: number;
  to_look: number | null;
  to_decide: number | null;
  duplicates: number;
  incidents: number;
}

/** Of the reports that came since. A decision that was taken back and made again counts by its first time. */
export async function debriefOf(sql: Sql, deploymentId: string, since: Date): Promise<Debrief> {
  const [row] = await sql.query<DebriefRow>(
    `with told as (
       select j.subject_id,
         min(j.at) filter (where j.kind = 'report.received') as received,
         min(j.at) filter (where j.kind in ('report.claimed', 'report.asked', 'report.verified', 'report.rejected'))
           as looked,
         min(j.at) filter (where j.kind in ('report.verified', 'report.rejected')) as decided
       from journal j where j.deployment_id = $1 and j.at >= $2 and j.kind like 'report.%'
       group by j.subject_id
     ), ours as (select * from told where received is not null)
     select count(*)::int as received, count(looked)::int as looked, count(decided)::int as decided,
       percentile_cont(0.5) within group (order by extract(epoch from looked - received)::float8) as to_look,
       percentile_cont(0.5) within group (order by extract(epoch from decided - received)::float8) as to_decide,
       (select count(*)::int from reports r join ours o on o.subject_id = r.id
        where r.deployment_id = $1 and (r.rejection_reason = 'duplicate' or r.incident_id is not null and exists (
          select 1 from reports e where e.deployment_id = r.deployment_id and e.incident_id = r.incident_id
            and (e.received_at, e.id) < (r.received_at, r.id)))) as duplicates,
       (select count(*)::int from journal j where j.deployment_id = $1 and j.at >= $2 and j.kind = 'incident.opened')
         as incidents
     from ours`,
    [deploymentId, since],
  );
  return {
    received: row?.received ?? 0,
    looked: row?.looked ?? 0,
    decided: row?.decided ?? 0,
    medianSecondsToLook: row?.to_look ?? null,
    medianSecondsToDecide: row?.to_decide ?? null,
    duplicates: row?.duplicates ?? 0,
    incidents: row?.incidents ?? 0,
  };
}

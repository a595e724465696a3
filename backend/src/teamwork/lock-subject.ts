/** The report or incident that people work on together, locked; with the reasons why nobody may. */
import type { Looking } from '@atesto/contract';
import { lockIncident, mergedAway, type IncidentRecord } from '../incidents/index.js';
import { notFound, Problem, type Sql } from '../platform/index.js';
import { lockReport, type ReportRecord } from '../reports/index.js';

export type Subject = { kind: 'report'; report: ReportRecord } | { kind: 'incident'; incident: IncidentRecord };

const inQuarantine = (): Problem =>
  new Problem(409, 'quarantined', 'In quarantine', 'Admit this report into the queue before you work on it.');

/** @throws Problem 404, 409 for what waits in quarantine or was merged away */
export async function lockSubject(tx: Sql, deploymentId: string, { kind, id }: Looking): Promise<Subject> {
  if (kind === 'report') {
    const report = await lockReport(tx, deploymentId, id);
    if (report === null) throw notFound('report');
    if (report.quarantined) throw inQuarantine();
    return { kind, report };
  }
  const incident = await lockIncident(tx, deploymentId, id);
  if (incident === null) throw notFound('incident');
  if (incident.merged_into !== null) throw mergedAway();
  return { kind, incident };
}

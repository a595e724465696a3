/** Makes a report part of what is held to be true: into a new incident or one that is there. */
import { Injectable } from '@nestjs/common';
import { isUUID } from 'class-validator';
import { NewIncident, type VerifyReport as Input } from '@atesto/contract';
import type { Deployment } from '../deployments/index.js';
import { fieldsOfNewIncident, lockIncident, mergedAway, openIncident, recountReports } from '../incidents/index.js';
import { appendJournal, invalidInput, notFound, Problem, validated, type Sql } from '../platform/index.js';
import type { ReportRecord } from '../reports/index.js';
import { Decide } from './decide.js';

/** @throws Problem 422 for what is neither an incident's id nor a new incident */
export function readTarget(incident: unknown): string | NewIncident {
  if (typeof incident === 'string') {
    if (!isUUID(incident)) throw invalidInput([{ pointer: '/incident', detail: 'must be the id of an incident' }]);
    return incident.toLowerCase();
  }
  try {
    return validated(NewIncident, incident);
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    throw invalidInput((error.errors ?? []).map((fault) => ({ ...fault, pointer: `/incident${fault.pointer}` })));
  }
}

/**
 * The incident that reports join: one that is there, locked, or a new one that says what `lead` says where nobody did.
 * @throws Problem 404 for an unknown incident, 409 for one that was merged away
 */
export async function incidentFor(
  tx: Sql,
  deployment: Deployment,
  target: string | NewIncident,
  lead: ReportRecord,
  actorId: string,
  now: Date,
): Promise<string> {
  if (typeof target !== 'string')
    return openIncident(tx, deployment, fieldsOfNewIncident(deployment, target, lead), actorId, now);
  const incident = await lockIncident(tx, deployment.id, target);
  if (incident === null) throw notFound('incident');
  if (incident.merged_into !== null) throw mergedAway();
  return target;
}

@Injectable()
export class VerifyReport {
  constructor(private readonly frame: Decide) {}

  /** @throws Problem 404 for an unknown incident, 409 for one that was merged away */
  async verify(deployment: Deployment, reportId: string, input: Input, actorId: string): Promise<void> {
    const target = readTarget(input.incident);
    await this.frame.decide(deployment, reportId, 'verify', actorId, async ({ tx, report, now }) => {
      const incidentId = await incidentFor(tx, deployment, target, report, actorId, now);
      // The count is of rows, so the report joins before it is counted; the frame writes the rest.
      await tx.query('update reports set incident_id = $3 where deployment_id = $1 and id = $2', [
        deployment.id,
        reportId,
        incidentId,
      ]);
      await recountReports(tx, deployment.id, incidentId, now);
      if (typeof target === 'string') {
        await appendJournal(tx, [
          {
            deploymentId: deployment.id,
            kind: 'incident.report_added',
            subjectId: incidentId,
            actorId,
            data: { report: reportId },
          },
        ]);
      }
      const fields = { incidentId, claimedBy: null, claimedUntil: null };
      return { kind: 'report.verified', fields, data: { incident: incidentId } };
    });
  }
}

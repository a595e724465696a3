/** Sets a report aside with a reason, and brings one back. */
import { Injectable } from '@nestjs/common';
import type { RejectReport as Input } from '@atesto/contract';
import type { Deployment } from '../deployments/index.js';
import { lockIncident, recountReports } from '../incidents/index.js';
import { appendJournal } from '../platform/index.js';
import { Decide } from './decide.js';

@Injectable()
export class RejectReport {
  constructor(private readonly frame: Decide) {}

  reject(deployment: Deployment, reportId: string, input: Input, actorId: string): Promise<void> {
    const { reason, note = null } = input;
    const fields = { rejectionReason: reason, rejectionNote: note, claimedBy: null, claimedUntil: null };
    return this.frame.decide(deployment, reportId, 'reject', actorId, () =>
      Promise.resolve({ kind: 'report.rejected', fields, data: { reason, note } }),
    );
  }

  /** Puts a report back into the queue; one that was part of an incident leaves it. */
  reopen(deployment: Deployment, reportId: string, note: string | null, actorId: string): Promise<void> {
    return this.frame.decide(deployment, reportId, 'reopen', actorId, async ({ tx, report, now }) => {
      const { incident_id: incidentId } = report;
      if (incidentId !== null) {
        const incident = await lockIncident(tx, deployment.id, incidentId);
        await tx.query('update reports set incident_id = null where deployment_id = $1 and id = $2', [
          deployment.id,
          reportId,
        ]);
        await recountReports(tx, deployment.id, incidentId, now);
        await appendJournal(tx, [
          {
            deploymentId: deployment.id,
            kind: 'incident.report_removed',
            subjectId: incidentId,
            actorId,
            // Without any report left the incident is no longer shown; who was shown it must be told.
            data: { report: reportId, before: { visibility: incident?.visibility } },
          },
        ]);
      }
      const fields = {
        incidentId: null,
        rejectionReason: null,
        rejectionNote: null,
        claimedBy: null,
        claimedUntil: null,
      };
      return { kind: 'report.reopened', fields, data: { note, incident: incidentId } };
    });
  }
}

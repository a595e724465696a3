/** Takes reports out of an incident into a new one: what was held to be one event were two. */
import { Inject, Injectable } from '@nestjs/common';
import type { SplitIncident as Input } from '@atesto/contract';
import type { Deployment } from '../deployments/index.js';
import {
  appendJournal,
  CLOCK,
  Database,
  invalidInput,
  JournalFeed,
  notFound,
  type Clock,
  type NewEntry,
} from '../platform/index.js';
import { lockReport, type ReportRecord } from '../reports/index.js';
import { moveEvidenceOfReports } from './evidence/evidence.queries.js';
import { mergedAway, noneWouldStay } from './incidents.problems.js';
import { lockIncident, recountReports, takeReports } from './incidents.queries.js';
import { fieldsOfNewIncident, openIncident } from './open-incident.js';

@Injectable()
export class SplitIncident {
  constructor(
    private readonly database: Database,
    private readonly feed: JournalFeed,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /**
   * Returns the new incident's id.
   * @throws Problem 404, 409 once merged or when no report would stay, 422 for reports that are not in it
   */
  async split(deployment: Deployment, from: string, input: Input, actorId: string): Promise<string> {
    const deploymentId = deployment.id;
    const at = this.clock.now();
    const ids = input.reports.map((id) => id.toLowerCase());
    const opened = await this.database.transaction(async (tx) => {
      const reports = new Map<string, ReportRecord>();
      // Reports before incidents and in their order, as every other action locks them.
      for (const id of [...ids].sort()) {
        const report = await lockReport(tx, deploymentId, id);
        if (report?.incident_id === from) reports.set(id, report);
      }
      const incident = await lockIncident(tx, deploymentId, from);
      if (incident === null) throw notFound('incident');
      if (incident.merged_into !== null) throw mergedAway();
      const strangers = ids.flatMap((id, index) =>
        reports.has(id) ? [] : [{ pointer: `/reports/${index}`, detail: `${id} is not in this incident` }],
      );
      if (strangers.length > 0) throw invalidInput(strangers);
      if (reports.size >= incident.report_count) throw noneWouldStay();
      const first = ids.flatMap((id) => reports.get(id) ?? []).find(({ lat }) => lat !== null);
      const lead = first ?? reports.get(ids[0] ?? '');
      if (lead === undefined) throw notFound('report');
      const into = await openIncident(
        tx,
        deployment,
        fieldsOfNewIncident(deployment, input.incident, lead),
        actorId,
        at,
      );
      await takeReports(tx, deploymentId, from, into, ids);
      await moveEvidenceOfReports(tx, deploymentId, ids, into);
      await recountReports(tx, deploymentId, from, at);
      await recountReports(tx, deploymentId, into, at);
      const entry = (kind: NewEntry['kind'], subjectId: string, data: Record<string, unknown>): NewEntry => ({
        deploymentId,
        kind,
        subjectId,
        actorId,
        data,
      });
      await appendJournal(tx, [
        entry('incident.split', from, { into, reports: ids }),
        entry('incident.changed', into, { split: from, reports: ids }),
        ...ids.map((id) => entry('report.changed', id, { incident: into, before: { incident: from } })),
      ]);
      return into;
    });
    this.feed.wake();
    return opened;
  }
}

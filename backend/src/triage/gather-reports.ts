/** Verifies several reports into one incident: one transaction, all or none, each refusal named. */
import { Inject, Injectable } from '@nestjs/common';
import type { GatherReports as Input } from '@atesto/contract';
import type { Deployment } from '../deployments/index.js';
import { recountReports } from '../incidents/index.js';
import {
  appendJournal,
  CLOCK,
  Database,
  JournalFeed,
  notFound,
  Problem,
  type Clock,
  type NewEntry,
  type Sql,
} from '../platform/index.js';
import { lockReport, nextReportStatus, writeTriage, type ReportRecord } from '../reports/index.js';
import { statusAfter } from './decide.js';
import { notAll } from './triage.problems.js';
import { incidentFor, readTarget } from './verify-report.js';

@Injectable()
export class GatherReports {
  constructor(
    private readonly database: Database,
    private readonly feed: JournalFeed,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /**
   * Returns the incident's id.
   * @throws Problem 404 for an unknown incident, 409 when it was merged away or some report cannot be taken
   */
  async gather(deployment: Deployment, input: Input, actorId: string): Promise<string> {
    const target = readTarget(input.incident);
    const ids = input.reports.map((id) => id.toLowerCase());
    const now = this.clock.now();
    const incident = await this.database.transaction(async (tx) => {
      const reports = await takeable(tx, deployment.id, ids, actorId, now);
      const lead = reports.find(({ lat }) => lat !== null) ?? reports[0];
      if (lead === undefined) throw notFound('report');
      const incidentId = await incidentFor(tx, deployment, target, lead, actorId, now);
      const entry = (kind: NewEntry['kind'], subjectId: string, data: Record<string, unknown>): NewEntry => ({
        deploymentId: deployment.id,
        kind,
        subjectId,
        actorId,
        data,
      });
      const entries: NewEntry[] = [];
      for (const { id, status: before } of reports) {
        const free = { claimedBy: null, claimedUntil: null, rejectionReason: null, rejectionNote: null };
        await writeTriage(tx, deployment.id, id, { ...free, status: 'verified', incidentId });
        const data = { incident: incidentId, status: 'verified', before: { status: before } };
        entries.push(entry('report.verified', id, data));
        if (typeof target === 'string') entries.push(entry('incident.report_added', incidentId, { report: id }));
      }
      await recountReports(tx, deployment.id, incidentId, now);
      await appendJournal(tx, entries);
      return incidentId;
    });
    this.feed.wake();
    return incident;
  }
}

/** What is new is claimed on the way. @throws Problem 409 that names each that is not there, held, or decided */
async function takeable(
  tx: Sql,
  deploymentId: string,
  ids: readonly string[],
  actorId: string,
  now: Date,
): Promise<ReportRecord[]> {
  const reports = new Map<string, ReportRecord>();
  const errors: { pointer: string; detail: string }[] = [];
  // Always locked in the same order, so that two who gather at once cannot wait for each other.
  for (const id of [...ids].sort()) {
    const pointer = `/reports/${ids.indexOf(id)}`;
    try {
      const report = await lockReport(tx, deploymentId, id);
      if (report === null) throw notFound('report');
      const claimed = nextReportStatus(report.status, 'claim') ?? report.status;
      statusAfter({ ...report, status: claimed }, 'verify', actorId, now);
      reports.set(id, report);
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      errors.push({ pointer, detail: `${id}: ${error.detail ?? error.title}` });
    }
  }
  if (errors.length > 0) throw notAll(errors);
  return ids.flatMap((id) => reports.get(id) ?? []);
}

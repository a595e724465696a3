/**
 * The frame of every triage action: lock the report, ask the table and the claim, write the decision and the journal in
 * one transaction, then wake the readers.
 */
import { Inject, Injectable } from '@nestjs/common';
import type { JournalKind, ReportStatus } from '@atesto/contract';
import type { Deployment } from '../deployments/index.js';
import { appendJournal, CLOCK, Database, JournalFeed, notFound, type Clock, type Sql } from '../platform/index.js';
import {
  isHeldByOther,
  liveClaim,
  lockReport,
  nextReportStatus,
  writeTriage,
  type ReportAction,
  type ReportRecord,
  type TriageFields,
} from '../reports/index.js';
import { heldByOther, inQuarantine, transitionNotAllowed } from './triage.problems.js';

export interface Decision {
  /** What changes beside the status, which the table decides. */
  fields?: Partial<Omit<TriageFields, 'status'>>;
  kind: JournalKind;
  data?: Record<string, unknown>;
}

export interface Situation {
  tx: Sql;
  report: ReportRecord;
  now: Date;
}

@Injectable()
export class Decide {
  constructor(
    @Inject(Database) private readonly database: Pick<Database, 'transaction'>,
    @Inject(JournalFeed) private readonly feed: Pick<JournalFeed, 'wake'>,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** The same frame in a transaction that is open already; its caller wakes the readers after the commit. */
  inside(tx: Sql): Decide {
    return new Decide({ transaction: (work) => work(tx) }, { wake: () => undefined }, this.clock);
  }

  /** @throws Problem 404, 409 where the table does not allow it, it waits in quarantine, or somebody else holds the claim */
  async decide(
    deployment: Deployment,
    reportId: string,
    action: ReportAction,
    actorId: string | null,
    work: (situation: Situation) => Promise<Decision>,
    { overClaim = false } = {},
  ): Promise<void> {
    const now = this.clock.now();
    await this.database.transaction(async (tx) => {
      const report = await lockReport(tx, deployment.id, reportId);
      if (report === null) throw notFound('report');
      const status = statusAfter(report, action, overClaim ? null : actorId, now);
      const decision = await work({ tx, report, now });
      await writeTriage(tx, deployment.id, reportId, {
        claimedBy: report.claimed_by,
        claimedUntil: report.claimed_until,
        incidentId: report.incident_id,
        rejectionReason: report.rejection_reason,
        rejectionNote: report.rejection_note,
        ...decision.fields,
        status,
      });
      const before = { ...(decision.data?.['before'] as object | undefined), status: report.status };
      const data = { ...decision.data, status, before };
      await appendJournal(tx, [
        { deploymentId: deployment.id, kind: decision.kind, subjectId: reportId, actorId, data },
      ]);
    });
    this.feed.wake();
  }
}

/** A reporter's own answer is kept wherever the report is, and never held up by a claim. @throws Problem 409 */
export function statusAfter(
  report: ReportRecord,
  action: ReportAction,
  actorId: string | null,
  now: Date,
): ReportStatus {
  if (report.quarantined && action !== 'answer') throw inQuarantine();
  const status = nextReportStatus(report.status, action);
  if (status === null) throw transitionNotAllowed(report.status, action);
  const claim = liveClaim(report.claimed_by, report.claimed_until, now);
  if (actorId !== null && claim !== null && isHeldByOther(claim, actorId)) {
    throw heldByOther(report.claimer_name ?? 'Somebody', claim.until);
  }
  return status;
}

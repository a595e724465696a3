/**
 * One action on many reports, in one transaction: on all of them or on none. Each goes through the same frame as a single
 * one, so the same rules hold; everything that refuses is named at once.
 */
import { Injectable } from '@nestjs/common';
import type { BulkReports as Input, FieldError, NewIncident } from '@atesto/contract';
import type { Deployment } from '../deployments/index.js';
import { lockIncident, mergedAway } from '../incidents/index.js';
import { Database, invalidInput, JournalFeed, notFound, Problem, type Sql } from '../platform/index.js';
import { lockReport, type ReportRecord } from '../reports/index.js';
import { ClaimReport } from './claim-report.js';
import { Decide } from './decide.js';
import { RejectReport } from './reject-report.js';
import { bulkRefused } from './triage.problems.js';
import { readTarget, VerifyReport } from './verify-report.js';

type Locked = ReadonlyMap<string, ReportRecord | null>;
type One = (id: string) => Promise<void>;

@Injectable()
export class BulkReports {
  constructor(
    private readonly database: Database,
    private readonly feed: JournalFeed,
    private readonly frame: Decide,
  ) {}

  /** @throws Problem 409 naming each report that refuses, 404 and 409 for the incident, 422 for what the action lacks */
  async run(deployment: Deployment, input: Input, actorId: string): Promise<void> {
    refuseIncomplete(input);
    await this.database.transaction(async (tx) => {
      // Always locked in the same order, so that two of these cannot wait for each other.
      const locked = new Map<string, ReportRecord | null>();
      const ids = input.reports.map(({ id }) => id.toLowerCase());
      for (const id of [...ids].sort()) locked.set(id, await lockReport(tx, deployment.id, id));
      const one = await this.actionOf(tx, deployment, input, actorId, locked);
      const faults: FieldError[] = [];
      for (const [at, { version }] of input.reports.entries()) {
        const fault = await attempted(locked.get(ids[at] ?? '') ?? null, version, one);
        if (fault !== null) faults.push({ pointer: `/reports/${at}`, detail: fault });
      }
      if (faults.length > 0) throw bulkRefused(faults, ids.length);
    });
    this.feed.wake();
  }

  private async actionOf(tx: Sql, deployment: Deployment, input: Input, actorId: string, locked: Locked): Promise<One> {
    const frame = this.frame.inside(tx);
    const claims = new ClaimReport(frame);
    const claimed =
      (work: One): One =>
      async (id) => {
        if (locked.get(id)?.status === 'new') await claims.claim(deployment, id, actorId);
        await work(id);
      };
    const { action, reason, note } = input;
    if (action === 'claim') return (id) => claims.claim(deployment, id, actorId);
    if (action === 'release') return (id) => claims.release(deployment, id, actorId);
    if (action === 'reject' && reason !== undefined) {
      const rejecting = new RejectReport(frame);
      const body = { reason, ...(note !== undefined && { note }) };
      return claimed((id) => rejecting.reject(deployment, id, body, actorId));
    }
    let target: string | NewIncident = readTarget(input.incident);
    if (typeof target === 'string') {
      const incident = await lockIncident(tx, deployment.id, target);
      if (incident === null) throw notFound('incident');
      if (incident.merged_into !== null) throw mergedAway();
    }
    const verifying = new VerifyReport(frame);
    return claimed(async (id) => {
      await verifying.verify(deployment, id, { incident: target }, actorId);
      // The first one opened it, the others join.
      if (typeof target !== 'string') target = (await lockReport(tx, deployment.id, id))?.incident_id ?? target;
    });
  }
}

function refuseIncomplete({ action, reason, incident }: Input): void {
  if (action === 'reject' && reason === undefined) {
    throw invalidInput([{ pointer: '/reason', detail: 'is needed to reject' }]);
  }
  if (action === 'verify' && incident === undefined) {
    throw invalidInput([{ pointer: '/incident', detail: 'is needed to verify' }]);
  }
}

/** What refuses it, in words; null when it was done. */
async function attempted(report: ReportRecord | null, version: number | undefined, one: One): Promise<string | null> {
  if (report === null) return 'There is no such report.';
  if (version !== undefined && version !== report.version) return 'Changed by somebody else since you saw it.';
  try {
    await one(report.id);
    return null;
  } catch (error) {
    if (!(error instanceof Problem) || error.status !== 409) throw error;
    return error.detail ?? error.title;
  }
}

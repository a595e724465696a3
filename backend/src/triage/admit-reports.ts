/** Lets reports out of quarantine into the queue, and puts one back that should have waited. */
import { Injectable } from '@nestjs/common';
import type { Deployment } from '../deployments/index.js';
import { appendJournal, Database, JournalFeed, notFound } from '../platform/index.js';
import { admitReports, lockReport, quarantineReport, reportsById } from '../reports/index.js';
import { tooLateForQuarantine } from './triage.problems.js';

@Injectable()
export class AdmitReports {
  constructor(
    private readonly database: Database,
    private readonly feed: JournalFeed,
  ) {}

  /** Admitted already is no fault. @throws Problem 404 */
  async admitOne(deployment: Deployment, id: string, actorId: string): Promise<void> {
    const [report] = await reportsById(this.database, deployment.id, [id]);
    if (report === undefined) throw notFound('report');
    await this.admit(deployment, [id], actorId);
  }

  /** Resolves to how many were waiting; the others are left as they are. */
  async admit(deployment: Deployment, ids: readonly string[], actorId: string): Promise<number> {
    const { id: deploymentId } = deployment;
    const admitted = await this.database.transaction(async (tx) => {
      const released = await admitReports(tx, deploymentId, ids);
      const entry = { deploymentId, kind: 'report.admitted', actorId } as const;
      await appendJournal(
        tx,
        released.map(({ id: subjectId }) => ({ ...entry, subjectId })),
      );
      return released.length;
    });
    this.feed.wake();
    return admitted;
  }

  /** @throws Problem 404, 409 for one that somebody has begun to work on */
  async quarantine(deployment: Deployment, id: string, actorId: string): Promise<void> {
    const { id: deploymentId } = deployment;
    await this.database.transaction(async (tx) => {
      const report = await lockReport(tx, deploymentId, id);
      if (report === null) throw notFound('report');
      if (report.quarantined) return;
      if (report.status !== 'new') throw tooLateForQuarantine(report.status);
      await quarantineReport(tx, deploymentId, id);
      await appendJournal(tx, [{ deploymentId, kind: 'report.quarantined', subjectId: id, actorId }]);
    });
    this.feed.wake();
  }
}

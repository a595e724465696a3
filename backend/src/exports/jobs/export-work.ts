/**
 * Makes the file of one long export. Progress is written down every second, and that is where a cancelled one hears of
 * it. After a restart it begins anew.
 */
import { Inject, Injectable } from '@nestjs/common';
import { heldPermissions } from '../../accounts/index.js';
import { loadDeployment, type Deployment } from '../../deployments/index.js';
import { countIncidents, incidentConditions } from '../../incidents/index.js';
import { CLOCK, Database, LOG, Problem, type Clock, type Log } from '../../platform/index.js';
import { MakeExport, type ExportOrder } from '../make-export.js';
import { readFilter } from '../rows/read-filter.js';
import { ExportFiles } from './export-files.js';
import { beginJob, endJob, jobById, noteProgress, type ExportJobRecord, type JobEnd } from './export-jobs.queries.js';

const progressMs = 1_000;
/** How long a file is there. */
const keptMs = 24 * 3_600_000;

@Injectable()
export class ExportWork {
  constructor(
    private readonly database: Database,
    private readonly makeExport: MakeExport,
    private readonly files: ExportFiles,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(LOG) private readonly log: Log,
  ) {}

  async run(deploymentId: string, id: string): Promise<void> {
    const job = await jobById(this.database, deploymentId, id);
    const deployment = await loadDeployment(this.database, 'id', deploymentId);
    if (job === null || deployment === null) return;
    const progress = { rows: 0 };
    const end = (state: JobEnd['state'], detail: string | null, bytes: number | null = null): Promise<boolean> => {
      const endedAt = this.clock.now();
      const expiresAt = state === 'done' ? new Date(endedAt.getTime() + keptMs) : null;
      return endJob(this.database, deploymentId, id, { state, rows: progress.rows, bytes, detail, endedAt, expiresAt });
    };
    try {
      const order = await this.orderOf(job, deployment);
      const where = incidentConditions(order.filter, deployment, order.audience);
      if (!(await beginJob(this.database, deploymentId, id, await countIncidents(this.database, where)))) return;
      const bytes = await this.write(job, order, progress);
      if (bytes === null) return;
      if (await end('done', null, bytes)) return;
      // Cancelled in the last moment, unless another process made it as well.
      const ended = await jobById(this.database, deploymentId, id);
      if (ended?.state !== 'done') await this.files.remove(id);
    } catch (error) {
      this.log.warn({ err: error, format: job.format }, 'a long export failed');
      await end('failed', error instanceof Problem ? (error.detail ?? error.title) : 'It broke off. Begin it again.');
    }
  }

  /** @throws Problem 403 when whoever ordered it may not have it any more */
  private async orderOf(job: ExportJobRecord, deployment: Deployment): Promise<ExportOrder> {
    const held = await heldPermissions(this.database, deployment.id, job.created_by);
    if (!held.has('exports.read')) {
      throw new Problem(403, 'not-allowed', 'Not allowed', 'Whoever ordered it may not take exports any more.');
    }
    const filter = readFilter(job.filter);
    if (filter.assignee === 'me') filter.assignee = job.created_by;
    const columns = job.columns.length === 0 ? null : job.columns;
    const by = { userId: job.created_by, means: { job: job.id } };
    return { deployment, format: job.format, filter, audience: job.audience, columns, by };
  }

  /** Null when it was cancelled. */
  private async write(job: ExportJobRecord, order: ExportOrder, progress: { rows: number }): Promise<number | null> {
    const cancelled = new AbortController();
    const look = async (): Promise<void> => {
      if (!(await noteProgress(this.database, job.deployment_id, job.id, progress.rows))) cancelled.abort();
    };
    const timer = setInterval(() => void look().catch(() => undefined), progressMs);
    try {
      return await this.files.write(job.id, this.makeExport.open(order, progress).bytes, cancelled.signal);
    } catch (error) {
      if (cancelled.signal.aborted) return null;
      throw error;
    } finally {
      clearInterval(timer);
    }
  }
}

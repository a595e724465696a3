/** Orders long exports, shows how far they are, cancels them and hands out their files. */
import { Inject, Injectable } from '@nestjs/common';
import { uuidv7 } from 'uuidv7';
import type { ExportJobView, NewExportJob, Page, PageQuery } from '@atesto/contract';
import type { Deployment } from '../../deployments/index.js';
import {
  actorOf,
  appendJournal,
  CLOCK,
  CONFIG,
  Database,
  Jobs,
  Keys,
  notFound,
  readPage,
  tooManyRequests,
  type Access,
  type Clock,
  type Config,
} from '../../platform/index.js';
import { columnsFor } from '../rows/read-choice.js';
import { readFilter } from '../rows/read-filter.js';
import {
  countOpenJobs,
  endJob,
  insertJob,
  jobById,
  listJobs,
  removeFile,
  type ExportJobRecord,
} from './export-jobs.queries.js';
import { writeFileToken } from './file-token.js';
import { EXPORT_JOB, type ExportJobData } from './run-exports.js';

/** At once, in a deployment. */
const mostOpen = 10;

@Injectable()
export class OrderExports {
  constructor(
    private readonly database: Database,
    private readonly jobs: Jobs,
    private readonly keys: Keys,
    @Inject(CONFIG) private readonly config: Pick<Config, 'publicUrl'>,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Newest first. @throws Problem 422 */
  async list({ id }: Deployment, query: PageQuery): Promise<Page<ExportJobView>> {
    const { rows, next } = await readPage(
      query,
      (slice) => listJobs(this.database, id, slice),
      (job) => job.created_at,
    );
    return { items: rows.map((job) => this.present(job)), next };
  }

  /** @throws Problem 404 */
  async show({ id: deploymentId }: Deployment, id: string): Promise<ExportJobView> {
    const job = await jobById(this.database, deploymentId, id);
    if (job === null) throw notFound('export');
    return this.present(job);
  }

  /** @throws Problem 422 for filters or columns that there are none of, 429 when too many are waiting */
  async add(deployment: Deployment, input: NewExportJob, by: Access): Promise<ExportJobView> {
    readFilter(input.filter);
    columnsFor(input.columns ?? [], input.audience);
    const { id: deploymentId } = deployment;
    const [id, created_by, created_at] = [uuidv7(), actorOf(by), this.clock.now()];
    const { format, audience, filter, columns = [] } = input;
    await this.database.transaction(async (tx) => {
      if ((await countOpenJobs(tx, deploymentId)) >= mostOpen) throw tooManyRequests(60);
      await insertJob(tx, {
        deployment_id: deploymentId,
        id,
        format,
        audience,
        filter,
        columns,
        created_by,
        created_at,
      });
      await this.jobs.enqueue<ExportJobData>(tx, EXPORT_JOB, { deploymentId, id });
      const data = { state: 'waiting', format, audience };
      await appendJournal(tx, [{ deploymentId, kind: 'export.job_changed', subjectId: id, actorId: created_by, data }]);
    });
    this.jobs.wake(EXPORT_JOB);
    return this.show(deployment, id);
  }

  /** Ends it where it is; of one that is done the file goes. @throws Problem 404 */
  async cancel(deployment: Deployment, id: string, by: Access): Promise<void> {
    const { id: deploymentId } = deployment;
    await this.show(deployment, id);
    await this.database.transaction(async (tx) => {
      const at = this.clock.now();
      const end = { state: 'cancelled', rows: 0, bytes: null, detail: null, endedAt: at, expiresAt: null } as const;
      if (!(await endJob(tx, deploymentId, id, end))) await removeFile(tx, deploymentId, id);
      const data = { state: 'cancelled' };
      await appendJournal(tx, [
        { deploymentId, kind: 'export.job_changed', subjectId: id, actorId: actorOf(by), data },
      ]);
    });
  }

  private present(job: ExportJobRecord): ExportJobView {
    const { state } = job;
    const token = writeFileToken(this.keys, job.deployment_id, job.id);
    return {
      id: job.id,
      format: job.format,
      audience: job.audience,
      filter: job.filter,
      state,
      expected: job.expected,
      rows: job.rows,
      bytes: job.bytes === null ? null : Number(job.bytes),
      detail: job.detail,
      by: { id: job.created_by, name: job.author_name ?? '' },
      createdAt: job.created_at.toISOString(),
      endedAt: job.ended_at?.toISOString() ?? null,
      expiresAt: job.expires_at?.toISOString() ?? null,
      download: state === 'done' ? `${this.config.publicUrl}/api/v1/exports/files/${token}` : null,
    };
  }
}

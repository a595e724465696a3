/** Has long exports made, one after the other, and takes away the files whose time is over. */
import { Inject, Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { CLOCK, Database, Jobs, type Clock } from '../../platform/index.js';
import { ExportFiles } from './export-files.js';
import { expireJobs, forgetJobs } from './export-jobs.queries.js';
import { ExportWork } from './export-work.js';

export const EXPORT_JOB = 'make-export';

export interface ExportJobData {
  deploymentId: string;
  id: string;
}

/** A file is offered for a day, and may take some hours to be made. */
const sweptMs = 36 * 3_600_000;
/** After it, nobody needs to see any more that there was one. */
const listedMs = 30 * 24 * 3_600_000;

@Injectable()
export class RunExports implements OnApplicationBootstrap {
  constructor(
    private readonly database: Database,
    private readonly jobs: Jobs,
    private readonly work: ExportWork,
    private readonly files: ExportFiles,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    await this.jobs.work<ExportJobData>(EXPORT_JOB, ({ deploymentId, id }) => this.work.run(deploymentId, id), {
      isLong: true,
    });
    await this.jobs.every('expire-exports', '7 * * * *', () => this.expire());
  }

  async expire(): Promise<void> {
    const now = this.clock.now();
    for (const { id } of await expireJobs(this.database, now)) await this.files.remove(id);
    await this.files.sweep(new Date(now.getTime() - sweptMs));
    await forgetJobs(this.database, new Date(now.getTime() - listedMs));
  }
}

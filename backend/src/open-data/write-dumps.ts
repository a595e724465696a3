/** Makes, each night, a copy of the open data of every deployment that offers it, and forgets those that are too old. */
import { Inject, Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import type { Deployment } from '../deployments/index.js';
import { MakeExport } from '../exports/index.js';
import { CLOCK, Jobs, type Clock } from '../platform/index.js';
import { DumpFolder, dumpFiles } from './dump-folder.js';
import { offerOf } from './offer.js';
import { OpenDataReader } from './open-data-reader.js';

const keptDays = 30;
const dayMs = 86_400_000;

const dayOf = (at: Date): string => at.toISOString().slice(0, 10);

@Injectable()
export class WriteDumps implements OnApplicationBootstrap {
  constructor(
    private readonly data: OpenDataReader,
    private readonly makeExport: MakeExport,
    private readonly folder: DumpFolder,
    private readonly jobs: Jobs,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    await this.jobs.every('write-open-data', '11 1 * * *', () => this.run(), { isLong: true });
  }

  async run(): Promise<void> {
    const now = this.clock.now();
    const oldest = dayOf(new Date(now.getTime() - keptDays * dayMs));
    for (const deployment of await this.data.deployments()) {
      await this.forget(deployment, oldest);
      if (offerOf(deployment).kind === 'offered') await this.write(deployment, dayOf(now));
    }
  }

  private write(deployment: Deployment, date: string): Promise<void> {
    const about = { precisionMetres: deployment.policy.publicPrecisionMetres };
    const order = { deployment, filter: {}, audience: 'public', columns: null } as const;
    const by = { userId: null, means: { dump: date } };
    return this.folder.write(
      deployment.slug,
      date,
      about,
      (file) => this.makeExport.open({ ...order, format: dumpFiles[file], by }).bytes,
    );
  }

  /** Those past their time, and those that know places more exactly than the public may by now. */
  private async forget({ slug, policy }: Deployment, oldest: string): Promise<void> {
    for (const { date, precisionMetres } of await this.folder.list(slug)) {
      if (date <= oldest || precisionMetres < policy.publicPrecisionMetres) await this.folder.remove(slug, date);
    }
  }
}

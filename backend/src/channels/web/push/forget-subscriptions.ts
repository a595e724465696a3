/** Forgets, each night, where phones wanted to be told, once the deployment's term for contacts is over. */
import { Inject, Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { CLOCK, Database, Jobs, type Clock } from '../../../platform/index.js';
import { deleteExpiredSubscriptions } from './push.queries.js';

@Injectable()
export class ForgetSubscriptions implements OnApplicationBootstrap {
  constructor(
    private readonly database: Database,
    private readonly jobs: Jobs,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    await this.jobs.every('forget-push', '47 2 * * *', () => this.run());
  }

  run(): Promise<void> {
    return deleteExpiredSubscriptions(this.database, this.clock.now());
  }
}

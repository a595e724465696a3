/** Forgets which messages were heard, long after the last time that one may come again. */
import { Inject, Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { CLOCK, Database, Jobs, type Clock } from '../platform/index.js';
import { forgetHeard } from './partners.queries.js';

const keptMs = 30 * 24 * 60 * 60_000;

@Injectable()
export class ForgetHeard implements OnApplicationBootstrap {
  constructor(
    private readonly database: Database,
    private readonly jobs: Jobs,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    await this.jobs.every('forget-heard', '53 3 * * *', () =>
      forgetHeard(this.database, new Date(this.clock.now().getTime() - keptMs)),
    );
  }
}

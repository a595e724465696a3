/**
 * The embedded database has nobody who gathers statistics and clears away dead rows; without them the planner sorts
 * whole tables. So we do it by the clock. A server does it by itself.
 */
import { Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { Database } from './database.js';
import { Jobs } from './jobs.js';

@Injectable()
export class TendDatabase implements OnApplicationBootstrap {
  constructor(
    private readonly database: Database,
    private readonly jobs: Jobs,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    if (!this.database.isEmbedded) return;
    await this.jobs.every('gather-statistics', '7 * * * *', () => this.run('analyze'));
    await this.jobs.every('clear-dead-rows', '23 4 * * *', () => this.run('vacuum'));
  }

  private async run(statement: 'analyze' | 'vacuum'): Promise<void> {
    await this.database.query(statement);
  }
}

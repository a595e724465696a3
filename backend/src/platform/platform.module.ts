/** What every feature stands on, provided once. The database, keys and log are opened before Nest starts. */
import {
  Global,
  Module,
  type DynamicModule,
  type OnApplicationBootstrap,
  type OnApplicationShutdown,
} from '@nestjs/common';
import { systemClock, type Clock } from './clock.js';
import type { Config } from './config.js';
import { Database } from './database.js';
import { HealthController } from './health.controller.js';
import { JournalFeed } from './journal-feed.js';
import { Jobs } from './jobs.js';
import { Keys } from './keys.js';
import type { Log } from './log.js';
import { OperatorToken } from './operator-token.js';
import { TendDatabase } from './tend-database.js';
import { CLOCK, CONFIG, LOG } from './tokens.js';

export interface PlatformParts {
  config: Config;
  database: Database;
  keys: Keys;
  log: Log;
  clock?: Clock;
}

@Global()
@Module({})
export class PlatformModule implements OnApplicationBootstrap, OnApplicationShutdown {
  constructor(
    private readonly feed: JournalFeed,
    private readonly jobs: Jobs,
    private readonly database: Database,
  ) {}

  static with(parts: PlatformParts): DynamicModule {
    const { database, log } = parts;
    const isWorker = parts.config.roles.has('worker');
    const providers = [
      { provide: CONFIG, useValue: parts.config },
      { provide: CLOCK, useValue: parts.clock ?? systemClock },
      { provide: LOG, useValue: log },
      { provide: Database, useValue: database },
      { provide: Keys, useValue: parts.keys },
      { provide: JournalFeed, useValue: new JournalFeed(database, log, isWorker) },
      { provide: Jobs, useValue: new Jobs(database, log, isWorker) },
      OperatorToken,
      TendDatabase,
    ];
    return { module: PlatformModule, providers, exports: providers, controllers: [HealthController] };
  }

  async onApplicationBootstrap(): Promise<void> {
    await this.feed.start();
  }

  /** Last of all: requests have ended and the features have stopped by now. */
  async onApplicationShutdown(): Promise<void> {
    await this.jobs.stop();
    await this.feed.stop();
    await this.database.close();
  }
}

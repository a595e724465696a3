/** Brings into the database what waits in spools: of processes that are gone, and our own once the database is back. */
import { Inject, Injectable, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { CLOCK, Database, isDatabaseAway, LOG, type Clock, type Log } from '../../platform/index.js';
import { StoreReports } from '../store-reports.js';
import { Spool } from './spool.js';

const lookMs = 500;
/** What processes left that ended while we run. */
const looksForLeft = 120;
/** On the embedded database, which does not wait for the disk: longer than any system takes to write. */
const keptMs = 48 * 3_600_000;

@Injectable()
export class SettleSpool implements OnApplicationBootstrap, OnApplicationShutdown {
  private timer: NodeJS.Timeout | null = null;
  private running: Promise<void> | null = null;
  private looks = 0;

  constructor(
    private readonly spool: Spool,
    private readonly reports: StoreReports,
    private readonly database: Database,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(LOG) private readonly log: Log,
  ) {}

  onApplicationBootstrap(): void {
    this.timer = setInterval(() => {
      this.running ??= this.look().finally(() => (this.running = null));
    }, lookMs);
  }

  async onApplicationShutdown(): Promise<void> {
    if (this.timer !== null) clearInterval(this.timer);
    await this.running;
  }

  private async look(): Promise<void> {
    const store = this.reports.storeAll.bind(this.reports);
    try {
      if (this.looks++ % looksForLeft === 0) {
        const keptSince = this.database.isEmbedded ? this.clock.now().getTime() - keptMs : null;
        await this.spool.settleLeft(store, keptSince);
      }
      if (this.spool.hasMissing) await this.spool.settle(store, this.database.isEmbedded);
    } catch (error) {
      if (isDatabaseAway(error)) this.looks = 0;
      else this.log.error({ err: error }, 'the spool could not be brought into the database; it is kept');
    }
  }
}

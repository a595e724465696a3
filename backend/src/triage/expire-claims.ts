/** Gives back, each minute, what was claimed and not decided in time. */
import { Inject, Injectable } from '@nestjs/common';
import { appendJournal, CLOCK, Database, JournalFeed, type Clock } from '../platform/index.js';
import { releaseExpiredClaims } from '../reports/index.js';

@Injectable()
export class ExpireClaims {
  constructor(
    private readonly database: Database,
    private readonly feed: JournalFeed,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async run(): Promise<void> {
    await this.database.transaction(async (tx) => {
      const released = await releaseExpiredClaims(tx, this.clock.now());
      await appendJournal(
        tx,
        released.map(({ deployment_id: deploymentId, id: subjectId }) => ({
          deploymentId,
          subjectId,
          kind: 'report.released',
          actorId: null,
          data: { expired: true },
        })),
      );
    });
    this.feed.wake();
  }
}

/** Hands out the report to be looked at next, claimed for who asked, so that two who ask at once get different ones. */
import { Inject, Injectable } from '@nestjs/common';
import type { ReportListQuery } from '@atesto/contract';
import type { Deployment } from '../deployments/index.js';
import { CLOCK, Database, JournalFeed, type Clock } from '../platform/index.js';
import { reportConditions } from '../reports/index.js';
import { ClaimReport } from './claim-report.js';
import { Decide } from './decide.js';
import { nextReportId } from './next.queries.js';

/** One that somebody else took in the same moment leaves the search empty-handed; then it is made again. */
const tries = 5;

@Injectable()
export class TakeNext {
  constructor(
    private readonly database: Database,
    private readonly feed: JournalFeed,
    private readonly frame: Decide,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Its id, null where nothing waits within the filter. */
  look(deployment: Deployment, query: ReportListQuery, userId: string | null): Promise<string | null> {
    const now = this.clock.now();
    return nextReportId(this.database, reportConditions(query, deployment, { userId, now }), now, false);
  }

  async take(deployment: Deployment, query: ReportListQuery, actorId: string): Promise<string | null> {
    for (let left = tries; left > 0; left--) {
      const now = this.clock.now();
      const where = reportConditions(query, deployment, { userId: actorId, now });
      const id = await this.database.transaction(async (tx) => {
        const found = await nextReportId(tx, where, now, true);
        if (found !== null) await new ClaimReport(this.frame.inside(tx)).claim(deployment, found, actorId);
        return found;
      });
      if (id !== null) this.feed.wake();
      if (id !== null || (await this.look(deployment, query, actorId)) === null) return id;
    }
    return null;
  }
}

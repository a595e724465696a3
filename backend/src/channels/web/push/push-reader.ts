/** Follows the journal for news and enqueues one message a phone. */
import { Inject, Injectable, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import {
  CLOCK,
  Database,
  Jobs,
  JournalFeed,
  LOG,
  StoredReader,
  type Clock,
  type JournalEntry,
  type Log,
  type Sql,
} from '../../../platform/index.js';
import { newsOf } from './push-news.js';
import { subscriptionsOfIncident, subscriptionsOfReport } from './push.queries.js';
import { PUSH_JOB, PushSender, type PushJob } from './push-sender.js';

@Injectable()
export class PushReader implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly reader: StoredReader;

  constructor(
    database: Database,
    feed: JournalFeed,
    private readonly jobs: Jobs,
    private readonly sender: PushSender,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(LOG) log: Log,
  ) {
    this.reader = new StoredReader(database, feed, log, {
      name: 'push',
      concerns: (entry) => newsOf(entry, this.clock.now()) !== null,
      handle: (tx, entry) => this.enqueue(tx, entry),
    });
  }

  async onApplicationBootstrap(): Promise<void> {
    await this.jobs.workInCrowds<PushJob>(PUSH_JOB, (job) => this.sender.send(job));
    await this.reader.start();
  }

  onApplicationShutdown(): Promise<void> {
    return this.reader.stop();
  }

  private async enqueue(tx: Sql, entry: JournalEntry): Promise<void> {
    const news = newsOf(entry, this.clock.now());
    if (news === null) return;
    const { kind, deploymentId, subjectId } = news;
    const find = kind === 'resolved' ? subscriptionsOfIncident : subscriptionsOfReport;
    for (const { report_id: reportId, endpoint_name: name } of await find(tx, deploymentId, subjectId)) {
      const job: PushJob = { deploymentId, reportId, endpointName: name.toString('base64url'), kind };
      await this.jobs.enqueue(tx, PUSH_JOB, job);
    }
  }
}

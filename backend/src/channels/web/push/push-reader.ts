/**
 * Reads the journal for news and enqueues one message a phone, in the transaction that moves its stored place: what
 * happened while the server was off is told when it is back, and nothing is enqueued twice by two processes.
 */
import { Inject, Injectable, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import {
  CLOCK,
  Database,
  Jobs,
  JournalFeed,
  journalPosition,
  LOG,
  readJournal,
  type Clock,
  type JournalEntry,
  type Log,
  type Sql,
} from '../../../platform/index.js';
import { newsOf, type News } from './push-news.js';
import { beginReader, lockReader, moveReader, subscriptionsOfIncident, subscriptionsOfReport } from './push.queries.js';
import { PUSH_JOB, PushSender, type PushJob } from './push-sender.js';

const readerName = 'push';
const pageSize = 500;

@Injectable()
export class PushReader implements OnApplicationBootstrap, OnApplicationShutdown {
  private running: Promise<void> | null = null;
  private isWoken = false;
  private unsubscribe: (() => void) | null = null;

  constructor(
    private readonly database: Database,
    private readonly feed: JournalFeed,
    private readonly jobs: Jobs,
    private readonly sender: PushSender,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(LOG) private readonly log: Log,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    await this.jobs.workInCrowds<PushJob>(PUSH_JOB, (job) => this.sender.send(job));
    await beginReader(this.database, readerName, await journalPosition(this.database));
    this.unsubscribe = this.feed.subscribe((entries) => {
      if (entries.some((entry) => this.newsOf(entry) !== null)) this.wake();
    });
    this.wake();
  }

  async onApplicationShutdown(): Promise<void> {
    this.unsubscribe?.();
    this.isWoken = false;
    await this.running;
  }

  private newsOf(entry: JournalEntry): News | null {
    return newsOf(entry, this.clock.now());
  }

  private wake(): void {
    this.isWoken = true;
    this.running ??= this.catchUp().finally(() => {
      this.running = null;
    });
  }

  private async catchUp(): Promise<void> {
    while (this.isWoken) {
      this.isWoken = false;
      try {
        while (await this.database.transaction((tx) => this.readPage(tx)));
      } catch (error) {
        // The next news or start goes on from the stored place.
        this.log.warn({ err: error }, 'news for phones could not be read');
      }
    }
  }

  /** False when there was nothing more to read. */
  private async readPage(tx: Sql): Promise<boolean> {
    const cursor = await lockReader(tx, readerName);
    if (cursor === null) return false;
    const entries = await readJournal(tx, cursor, pageSize);
    const last = entries.at(-1);
    if (last === undefined) return false;
    for (const entry of entries) {
      const news = this.newsOf(entry);
      if (news !== null) await this.enqueue(tx, news);
    }
    await moveReader(tx, readerName, last.cursor);
    return entries.length === pageSize;
  }

  private async enqueue(tx: Sql, { kind, deploymentId, subjectId }: News): Promise<void> {
    const find = kind === 'resolved' ? subscriptionsOfIncident : subscriptionsOfReport;
    for (const { report_id: reportId, endpoint_name: name } of await find(tx, deploymentId, subjectId)) {
      const job: PushJob = { deploymentId, reportId, endpointName: name.toString('base64url'), kind };
      await this.jobs.enqueue(tx, PUSH_JOB, job);
    }
  }
}

/** Keeps the words of reports findable, from the journal, outside of the intake's transaction. */
import { Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import {
  beginning,
  Database,
  groupBy,
  JournalFeed,
  readJournal,
  type Cursor,
  type JournalEntry,
} from '../platform/index.js';
import { indexWords } from './reports.queries.js';

const readerName = 'report-search';
const pageSize = 500;
/** Between pages: nobody needs a word the instant it was said, and a flood must not be slowed by it. */
const paceMs = 300;

const pause = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, paceMs).unref());

@Injectable()
export class ReportSearch implements OnApplicationBootstrap {
  private running: Promise<void> | null = null;
  private isWoken = false;

  constructor(
    private readonly database: Database,
    private readonly feed: JournalFeed,
  ) {}

  onApplicationBootstrap(): void {
    this.feed.subscribe((entries) => {
      if (entries.some(changesWords)) this.wake();
    });
    this.wake();
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
      await pause();
      try {
        while (await this.readPage()) await pause();
      } catch {
        // The database is away; the next wake or start goes on from the stored cursor.
      }
    }
  }

  /** Indexes one page of the journal; false when there was none. Running it twice does no harm. */
  private async readPage(): Promise<boolean> {
    const [reader] = await this.database.query<{ cursor: Cursor }>(
      'select cursor from journal_readers where name = $1',
      [readerName],
    );
    const entries = await readJournal(this.database, reader?.cursor ?? beginning, pageSize);
    const last = entries.at(-1);
    if (last === undefined) return false;
    const byDeployment = groupBy(entries.filter(changesWords), (entry) => entry.deploymentId);
    for (const [deploymentId, changed] of byDeployment) {
      const ids = [...new Set(changed.map((entry) => entry.subjectId))];
      await indexWords(this.database, deploymentId, ids);
    }
    await this.database.query(
      `insert into journal_readers (name, cursor) values ($1, $2)
       on conflict (name) do update set cursor = excluded.cursor`,
      [readerName, last.cursor],
    );
    return true;
  }
}

function changesWords(entry: JournalEntry): boolean {
  return ['report.received', 'report.changed', 'report.transcribed'].includes(entry.kind);
}

/**
 * Keeps what can be found beside the tables it comes from, in `search_documents`, by reading the journal: outside of the
 * transaction of the change, so a report may be found a moment after it was received. Without a place of its own in the
 * journal it begins at the beginning.
 */
import type { Database, Sql } from '../database.js';
import { groupBy } from '../group-by.js';
import type { JournalFeed } from '../journal-feed.js';
import { JournalFollower } from '../journal-follower.js';
import { beginning, readJournal, type Cursor, type JournalEntry } from '../journal.js';
import type { Log } from '../log.js';
import { writeDocuments, type SearchDocument } from './search.queries.js';

const pageSize = 500;
/** Before each page: nobody needs a word the instant it was said, and a flood must not be slowed by it. */
const paceMs = 300;

export interface SearchKeeperOptions {
  /** Names the place in the journal. */
  name: string;
  /** Whether the subject of an entry reads otherwise since. */
  concerns: (entry: JournalEntry) => boolean;
  /** The documents of these subjects; one that is not there has none. */
  documents: (sql: Sql, deploymentId: string, ids: readonly string[]) => Promise<SearchDocument[]>;
}

export class SearchKeeper {
  private readonly follower: JournalFollower;

  constructor(
    private readonly database: Database,
    feed: JournalFeed,
    log: Log,
    private readonly options: SearchKeeperOptions,
  ) {
    const { name, concerns } = options;
    this.follower = new JournalFollower(feed, log, { name, concerns, paceMs, readPage: () => this.readPage() });
  }

  start(): void {
    this.follower.start();
  }

  stop(): Promise<void> {
    return this.follower.stop();
  }

  /** Indexes one page of the journal; false when there was none. Running it twice does no harm. */
  private async readPage(): Promise<boolean> {
    const { name, concerns, documents } = this.options;
    const [reader] = await this.database.query<{ cursor: Cursor }>(
      'select cursor from journal_readers where name = $1',
      [name],
    );
    const entries = await readJournal(this.database, reader?.cursor ?? beginning, pageSize);
    const last = entries.at(-1);
    if (last === undefined) return false;
    const byDeployment = groupBy(entries.filter(concerns), (entry) => entry.deploymentId);
    for (const [deploymentId, changed] of byDeployment) {
      const ids = [...new Set(changed.map((entry) => entry.subjectId))];
      await writeDocuments(this.database, deploymentId, await documents(this.database, deploymentId, ids));
    }
    await this.database.query(
      `insert into journal_readers (name, cursor) values ($1, $2)
       on conflict (name) do update set cursor = excluded.cursor`,
      [name, last.cursor],
    );
    return true;
  }
}

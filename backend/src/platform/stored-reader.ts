/**
 * A reader of the journal that keeps its place in the database, in the transaction of what it does: what happened while
 * the server was off is read when it is back, and two processes never do the same twice.
 */
import type { Database, Sql } from './database.js';
import type { JournalFeed } from './journal-feed.js';
import { JournalFollower } from './journal-follower.js';
import { journalPosition, readJournal, type Cursor, type JournalEntry } from './journal.js';
import type { Log } from './log.js';

const pageSize = 500;

export interface StoredReaderOptions {
  /** Names the place that is kept. */
  name: string;
  /** Whether an entry is of use to this reader. */
  concerns: (entry: JournalEntry) => boolean;
  /** Does what follows from an entry, through `tx` only. */
  handle?: (tx: Sql, entry: JournalEntry) => Promise<void>;
  /** Does what follows from the entries of a page that concern it, through `tx` only. */
  handlePage?: (tx: Sql, entries: readonly JournalEntry[]) => Promise<void>;
  /** Where one begins that has not begun: at the end of the journal, unless said otherwise. */
  from?: Cursor;
  /** Rest before each page, for readers whose work nobody waits for: a flood must not be slowed by them. */
  paceMs?: number;
  /** After the commit of a page in which something was handled. */
  done?: () => void;
}

export class StoredReader {
  private readonly follower: JournalFollower;

  constructor(
    private readonly database: Database,
    feed: JournalFeed,
    log: Log,
    private readonly options: StoredReaderOptions,
  ) {
    const { name, concerns, paceMs } = options;
    this.follower = new JournalFollower(feed, log, { name, concerns, paceMs, readPage: () => this.goOn() });
  }

  async start(): Promise<void> {
    const { name, from } = this.options;
    await beginReader(this.database, name, from ?? (await journalPosition(this.database)));
    this.follower.start();
  }

  stop(): Promise<void> {
    return this.follower.stop();
  }

  private async goOn(): Promise<boolean> {
    const isMore = await this.database.transaction((tx) => this.readPage(tx));
    this.options.done?.();
    return isMore;
  }

  /** False when there was nothing more to read. */
  private async readPage(tx: Sql): Promise<boolean> {
    const cursor = await lockReader(tx, this.options.name);
    if (cursor === null) return false;
    const entries = await readJournal(tx, cursor, pageSize);
    const last = entries.at(-1);
    if (last === undefined) return false;
    const concerned = entries.filter(this.options.concerns);
    for (const entry of concerned) await this.options.handle?.(tx, entry);
    if (concerned.length > 0) await this.options.handlePage?.(tx, concerned);
    await moveReader(tx, this.options.name, last.cursor);
    return entries.length === pageSize;
  }
}

async function beginReader(sql: Sql, name: string, cursor: Cursor): Promise<void> {
  await sql.query('insert into journal_readers (name, cursor) values ($1, $2) on conflict do nothing', [name, cursor]);
}

/** The reader's place, held until the transaction ends, so that no two processes read the same. */
async function lockReader(tx: Sql, name: string): Promise<Cursor | null> {
  const [row] = await tx.query<{ cursor: Cursor }>('select cursor from journal_readers where name = $1 for update', [
    name,
  ]);
  return row?.cursor ?? null;
}

async function moveReader(tx: Sql, name: string, cursor: Cursor): Promise<void> {
  await tx.query('update journal_readers set cursor = $2 where name = $1', [name, cursor]);
}

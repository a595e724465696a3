/**
 * Hands the journal to its readers inside this process, in commit order. Woken after each commit here, by one NOTIFY
 * from other processes, and by a poll each second as the net under both.
 */
import type { PoolClient } from 'pg';
import type { Database } from './database.js';
import { isJournalUnsettled, journalPosition, readJournal, type Cursor, type JournalEntry } from './journal.js';
import type { Log } from './log.js';

export type JournalHandler = (entries: JournalEntry[]) => void | Promise<void>;

const channel = 'atesto_journal';
const pageSize = 1_000;
const pollMs = 1_000;
/** Least time from one reading to the next: under load many commits are read together. */
const gapMs = 20;
/** A commit may have to wait for an older transaction to end before it may be read. */
const retryMs = 15;
const retries = 20;
/** Other processes are told at most once in this time. */
const notifyMs = 25;

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, Math.max(0, ms)));

export class JournalFeed {
  private readonly handlers = new Set<JournalHandler>();
  private cursor: Cursor | null = null;
  private pumping: Promise<void> | null = null;
  private wanted = false;
  private poll: NodeJS.Timeout | null = null;
  private notifyTimer: NodeJS.Timeout | null = null;
  private listener: PoolClient | null = null;
  private stopped = false;

  constructor(
    private readonly database: Database,
    private readonly log: Log,
    /** Whether readers that store what they find run in this process. */
    readonly isWorker = true,
  ) {}

  subscribe(handler: JournalHandler): () => void {
    this.handlers.add(handler);
    return () => this.handlers.delete(handler);
  }

  /** The cursor up to which everything was handed to the readers of this process. */
  async position(): Promise<Cursor> {
    return this.cursor ?? (await journalPosition(this.database));
  }

  async start(): Promise<void> {
    this.cursor = await journalPosition(this.database);
    this.poll = setInterval(() => this.pump(), pollMs);
    this.poll.unref();
    if (!this.database.isEmbedded) await this.listen();
  }

  /** To be called after a commit that appended to the journal. */
  wake(): void {
    this.pump();
    if (this.database.isEmbedded || this.notifyTimer !== null || this.stopped) return;
    this.notifyTimer = setTimeout(() => {
      this.notifyTimer = null;
      this.database.query(`select pg_notify($1, '')`, [channel]).catch(() => undefined);
    }, notifyMs);
  }

  async stop(): Promise<void> {
    this.stopped = true;
    if (this.poll !== null) clearInterval(this.poll);
    if (this.notifyTimer !== null) clearTimeout(this.notifyTimer);
    this.listener?.release(true);
    this.listener = null;
    await this.pumping;
  }

  private pump(): void {
    this.wanted = true;
    if (this.cursor === null) return;
    this.pumping ??= this.drain()
      .catch((error: unknown) => this.log.warn({ err: error }, 'the journal could not be read'))
      .finally(() => {
        this.pumping = null;
        // A commit during the last look, whose answer it came too late for.
        if (this.wanted && !this.stopped) this.pump();
      });
  }

  private async drain(): Promise<void> {
    let emptyReads = 0;
    while (!this.stopped) {
      this.wanted = false;
      const entries = await readJournal(this.database, this.cursor ?? '0.0', pageSize);
      const last = entries.at(-1);
      if (last === undefined) {
        if (this.wanted) continue;
        if (++emptyReads > retries || !(await isJournalUnsettled(this.database))) return;
        await pause(retryMs);
        continue;
      }
      emptyReads = 0;
      const readAt = Date.now();
      for (const handler of this.handlers) {
        try {
          await handler(entries);
        } catch (error) {
          this.log.error({ err: error }, 'a journal reader failed');
        }
      }
      this.cursor = last.cursor;
      if (entries.length < pageSize) await pause(gapMs - (Date.now() - readAt));
    }
  }

  private async listen(): Promise<void> {
    if (this.stopped) return;
    try {
      const client = await this.database.pool.connect();
      this.listener = client;
      client.on('notification', () => this.pump());
      client.on('error', () => {
        if (this.listener !== client) return;
        this.listener = null;
        client.release(true);
        setTimeout(() => void this.listen(), pollMs).unref();
      });
      await client.query(`listen ${channel}`);
    } catch {
      this.listener?.release(true);
      this.listener = null;
      setTimeout(() => void this.listen(), pollMs).unref();
    }
  }
}

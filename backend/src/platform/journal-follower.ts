/**
 * What every reader of the journal with a place of its own does: it is woken by news, reads page after page until nothing is
 * left, and after a fault tries again by itself. Nobody can be expected to make news so that the last is read.
 */
import type { JournalFeed } from './journal-feed.js';
import type { JournalEntry } from './journal.js';
import type { Log } from './log.js';

/** After a fault; twice as long after each further one, up to the longest. */
const [firstPauseMs, longestPauseMs] = [1_000, 30_000];

export interface JournalFollowerOptions {
  name: string;
  /** Whether an entry is of use to this reader. */
  concerns: (entry: JournalEntry) => boolean;
  /** Reads on from the place that is kept; false when nothing more is there. */
  readPage: () => Promise<boolean>;
  /** Rest before each page, for readers whose work nobody waits for: a flood must not be slowed by them. */
  paceMs?: number | undefined;
}

export class JournalFollower {
  private running: Promise<void> | null = null;
  private isWoken = false;
  private isStopped = false;
  private endRest: () => void = () => undefined;
  private unsubscribe: () => void = () => undefined;

  constructor(
    private readonly feed: JournalFeed,
    private readonly log: Log,
    private readonly options: JournalFollowerOptions,
  ) {}

  start(): void {
    if (!this.feed.isWorker) return;
    this.unsubscribe = this.feed.subscribe((entries) => {
      if (entries.some(this.options.concerns)) this.wake();
    });
    this.wake();
  }

  async stop(): Promise<void> {
    this.isStopped = true;
    this.unsubscribe();
    this.endRest();
    await this.running;
  }

  private wake(): void {
    this.isWoken = true;
    this.running ??= this.catchUp().finally(() => {
      this.running = null;
    });
  }

  private async catchUp(): Promise<void> {
    let pauseMs = firstPauseMs;
    while (this.isWoken && !this.isStopped) {
      this.isWoken = false;
      try {
        let isMore = true;
        while (isMore) {
          isMore = await this.isMoreAfterPage();
          pauseMs = firstPauseMs;
        }
      } catch (error) {
        this.log.warn({ err: error, reader: this.options.name, pauseMs }, 'the journal could not be followed');
        await this.rest(pauseMs);
        pauseMs = Math.min(2 * pauseMs, longestPauseMs);
        this.isWoken = true;
      }
    }
  }

  private async isMoreAfterPage(): Promise<boolean> {
    if (this.options.paceMs !== undefined) await this.rest(this.options.paceMs);
    return !this.isStopped && (await this.options.readPage());
  }

  private async rest(ms: number): Promise<void> {
    if (this.isStopped) return;
    await new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, ms);
      this.endRest = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  }
}

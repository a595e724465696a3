/**
 * Commits together what arrives together: one statement, one flush to disk, then each caller has its own answer. There
 * is no timer, so at low load nobody waits for company.
 */
import { isDatabaseAway } from '../platform/index.js';

interface Waiting<Item, Result> {
  item: Item;
  resolve: (result: Result) => void;
  reject: (error: unknown) => void;
}

export interface GroupCommitOptions {
  /** Batches under way at once. */
  lanes: number;
  largestBatch: number;
  /** Resolves when a batch could begin at once: what arrives until then still joins it. */
  turn?: () => Promise<unknown>;
}

export class GroupCommit<Item, Result> {
  private queue: Waiting<Item, Result>[] = [];
  private busyLanes = 0;
  private isScheduled = false;

  /** `commit` returns a result for each item in order, after the commit. */
  constructor(
    private readonly commit: (items: Item[]) => Promise<Result[]>,
    private readonly options: GroupCommitOptions,
  ) {}

  add(item: Item): Promise<Result> {
    return new Promise((resolve, reject) => {
      this.queue.push({ item, resolve, reject });
      this.schedule();
    });
  }

  private schedule(): void {
    if (this.isScheduled || this.busyLanes >= this.options.lanes || this.queue.length === 0) return;
    this.isScheduled = true;
    setImmediate(() => {
      this.isScheduled = false;
      if (this.busyLanes < this.options.lanes && this.queue.length > 0) void this.runBatch();
      this.schedule();
    });
  }

  private async runBatch(): Promise<void> {
    this.busyLanes++;
    try {
      // Where the turn cannot be had the batch itself says why.
      await this.options.turn?.().catch(() => undefined);
      const batch = this.queue.splice(0, this.options.largestBatch);
      await this.settle(batch);
    } finally {
      this.busyLanes--;
      this.schedule();
    }
  }

  /** When a batch is refused for what is in it, each item stands for itself, so that none suffers for another. */
  private async settle(batch: Waiting<Item, Result>[]): Promise<void> {
    try {
      const results = await this.commit(batch.map((waiting) => waiting.item));
      batch.forEach((waiting, index) => waiting.resolve(results[index] as Result));
    } catch (error) {
      const [only] = batch;
      if (batch.length === 1 && only !== undefined) only.reject(error);
      // Trying one by one would only make it worse.
      else if (isDatabaseAway(error)) batch.forEach((waiting) => waiting.reject(error));
      else for (const waiting of batch) await this.settle([waiting]);
    }
  }
}

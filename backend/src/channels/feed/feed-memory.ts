/**
 * What is known of a feed between two looks: what it said of itself, which entries are done with, and until when it
 * wants to be left alone. Kept in memory only: that an entry is never taken twice is held by its name.
 */
import type { IncomingHttpHeaders } from 'node:http';
import type { Feed, FeedEntry } from './feed-entry.js';

const dayMs = 24 * 3_600_000;
const minuteMs = 60_000;
/** A feed may ask for rest, but in a disaster not for long. */
const longestRestMs = 60 * minuteMs;
const longestRetryMs = dayMs;
const usualRetryMs = 5 * minuteMs;
const mostNames = 5_000;

export class FeedMemory {
  private etag: string | null = null;
  private lastModified: string | null = null;
  private restUntil = 0;
  private isFirst = true;
  private readonly done = new Set<string>();

  constructor(readonly url: string) {}

  isResting(now: Date): boolean {
    return now.getTime() < this.restUntil;
  }

  /** For a feed that gives nothing when nothing changed. */
  headers(): Record<string, string> {
    return {
      ...(this.etag !== null && { 'if-none-match': this.etag }),
      ...(this.lastModified !== null && { 'if-modified-since': this.lastModified }),
    };
  }

  /** It is asked too often, or cannot answer now. */
  refused(headers: IncomingHttpHeaders, now: Date): void {
    const given = headers['retry-after'] ?? '';
    const waitMs = /^\d+$/.test(given) ? Number(given) * 1_000 : new Date(given).getTime() - now.getTime();
    const restMs = Number.isNaN(waitMs) ? usualRetryMs : Math.min(Math.max(waitMs, 0), longestRetryMs);
    this.restUntil = now.getTime() + restMs;
  }

  /** What is new, the oldest first. At the first look what is older than a day, or has no time, is passed over for good. */
  newOf(feed: Feed, now: Date): FeedEntry[] {
    if (this.isFirst) {
      for (const { id, publishedAt } of feed.entries)
        if (publishedAt === null || publishedAt.getTime() < now.getTime() - dayMs) this.done.add(id);
    }
    this.isFirst = false;
    const single = new Map(feed.entries.filter(({ id }) => !this.done.has(id)).map((entry) => [entry.id, entry]));
    const time = ({ publishedAt }: FeedEntry): number => publishedAt?.getTime() ?? now.getTime();
    return [...single.values()].sort((a, b) => time(a) - time(b));
  }

  kept({ id }: FeedEntry): void {
    this.done.add(id);
    if (this.done.size <= mostNames) return;
    const [oldest] = this.done;
    if (oldest !== undefined) this.done.delete(oldest);
  }

  /** Everything of this answer is done with, so the same need not come again. */
  finished(headers: IncomingHttpHeaders, { restMinutes }: Feed, now: Date): void {
    this.etag = headers.etag ?? null;
    this.lastModified = headers['last-modified'] ?? null;
    this.restUntil = restMinutes === null ? 0 : now.getTime() + Math.min(restMinutes * minuteMs, longestRestMs);
  }
}

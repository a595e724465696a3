/**
 * How many requests each API key has made in its minute, in the memory of this process, and the headers that say so
 * (draft-ietf-httpapi-ratelimit-headers). Nothing here waits for a database. Pure, apart from the clock that is passed in.
 */
export const windowSeconds = 60;

export interface Taken {
  isAllowed: boolean;
  remaining: number;
  /** Seconds until the key starts afresh. */
  resetSeconds: number;
}

interface Window {
  startedAt: number;
  used: number;
}

export class KeyLimits {
  private readonly windows = new Map<string, Window>();
  private sweptAt = 0;

  /** Counts one request of a key that may make so many a minute. One that is refused does not count. */
  take(key: string, perMinute: number, nowMs: number): Taken {
    this.sweep(nowMs);
    const known = this.windows.get(key);
    const isOver = known === undefined || nowMs - known.startedAt >= windowSeconds * 1000;
    const window = isOver ? { startedAt: nowMs, used: 0 } : known;
    this.windows.set(key, window);
    const isAllowed = window.used < perMinute;
    if (isAllowed) window.used += 1;
    const resetSeconds = Math.max(1, Math.ceil((window.startedAt + windowSeconds * 1000 - nowMs) / 1000));
    return { isAllowed, remaining: Math.max(0, perMinute - window.used), resetSeconds };
  }

  /** What has ended is forgotten, so that keys that were used once take no room for ever. */
  private sweep(nowMs: number): void {
    if (nowMs - this.sweptAt < windowSeconds * 1000) return;
    this.sweptAt = nowMs;
    for (const [key, { startedAt }] of this.windows) {
      if (nowMs - startedAt >= windowSeconds * 1000) this.windows.delete(key);
    }
  }
}

/** The fields of the draft as it is, and those of its earlier versions, which most programs know. */
export function limitHeaders(perMinute: number, { remaining, resetSeconds }: Taken): Record<string, string> {
  return {
    'ratelimit-policy': `"key";q=${perMinute};w=${windowSeconds}`,
    ratelimit: `"key";r=${remaining};t=${resetSeconds}`,
    'ratelimit-limit': String(perMinute),
    'ratelimit-remaining': String(remaining),
    'ratelimit-reset': String(resetSeconds),
  };
}

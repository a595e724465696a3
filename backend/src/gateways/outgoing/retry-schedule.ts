/** When a call that was not taken is made again, and when it is given up. Pure; the chance is passed in. */

const minute = 60_000;
export const longestRetryMs = 3 * 24 * 60 * minute;
const firstMs = 5_000;
const factor = 3;
const longestWaitMs = 6 * 60 * minute;
/** Those that failed together do not come back together. */
const jitter = 0.2;

/** After so many tries; `chance` from 0 to 1. */
export function backOffMs(attempts: number, chance: number): number {
  const plain = Math.min(firstMs * factor ** Math.max(0, attempts - 1), longestWaitMs);
  return Math.round(plain * (1 - jitter + 2 * jitter * chance));
}

export interface Tried {
  attempts: number;
  /** When it was first due, or due anew. */
  since: Date;
  now: Date;
  chance: number;
  /** What the other side asked for. */
  retryAfterMs: number | null;
}

/** Null: it is given up. */
export function nextTry({ attempts, since, now, chance, retryAfterMs }: Tried): Date | null {
  const at = new Date(now.getTime() + Math.max(backOffMs(attempts, chance), retryAfterMs ?? 0));
  return at.getTime() - since.getTime() > longestRetryMs ? null : at;
}

/** Seconds or an HTTP date (RFC 9110, 10.2.3); null for anything else, and for what lies in the past. */
export function retryAfterMs(value: string | undefined, now: Date): number | null {
  if (value === undefined) return null;
  const ms = /^\d{1,9}$/.test(value.trim()) ? Number(value) * 1_000 : Date.parse(value) - now.getTime();
  return Number.isFinite(ms) && ms > 0 ? ms : null;
}

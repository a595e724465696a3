/** How close alerts may follow one another: what comes meanwhile goes as one. Pure. */
import type { AlertWay } from '@atesto/contract';

const gapMs = 5 * 60_000;
/** Short messages cost money, and wake people. */
export const mostSmsADay = 10;
const laterMs = 30 * 60_000;

export interface Pace {
  /** When the last message with news left. */
  lastAt: Date | null;
  /** How many left within a day. */
  today: number;
}

/** When the next message may leave: `now`, or later. */
export function mayLeaveAt(way: AlertWay, { lastAt, today }: Pace, now: Date): Date {
  if (lastAt !== null && lastAt.getTime() + gapMs > now.getTime()) return new Date(lastAt.getTime() + gapMs);
  if (way === 'sms' && today >= mostSmsADay) return new Date(now.getTime() + laterMs);
  return now;
}

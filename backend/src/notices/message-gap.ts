/** How close messages may follow one another: a storm comes as few, and is asked after as seldom. Pure. */
import type { NoticeWay } from '@atesto/contract';

/** Least time between two messages to a person by a way. */
export const gapMs: Record<NoticeWay, number> = { push: 10_000, chat: 20_000, email: 120_000, sms: 600_000 };

/** Until what was just sent is noted as sent. */
const noteMs = 1_000;

/** How long what is due now is to wait; null where what waits already carries it. */
export function waitMs(
  way: NoticeWay,
  { is_waiting: isWaiting, last_at: last }: { is_waiting: boolean; last_at: Date | null },
  now: Date,
): number | null {
  if (isWaiting) return null;
  const gap = last === null ? 0 : last.getTime() + gapMs[way] - now.getTime();
  return gap > 0 ? gap + noteMs : 0;
}

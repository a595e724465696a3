/** Quiet hours: whether it is quiet for a person, and until when. By the wall clock of their zone. Pure. */
import type { QuietHours } from '@atesto/contract';
import { minutesOf, nextTime, wallTime } from './wall-clock.js';

/** The end of the quiet hours that `at` lies in, null outside of them. */
export function endOfQuiet(quiet: QuietHours | null, zone: string, at: Date): Date | null {
  if (quiet === null) return null;
  const [from, to, now] = [minutesOf(quiet.from), minutesOf(quiet.to), wallTime(at, zone).minutes];
  const isQuiet = from <= to ? now >= from && now < to : now >= from || now < to;
  return isQuiet ? nextTime(at, quiet.to, zone) : null;
}

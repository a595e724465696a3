/** When a notice leaves: at once, with the hour's or the day's digest, and never within quiet hours. Pure. */
import type { NoticePace, QuietHours } from '@atesto/contract';
import { endOfQuiet } from './quiet-hours.js';
import { nextTime } from './wall-clock.js';

export interface Rhythm {
  quiet: QuietHours | null;
  digestAt: string;
  zone: string;
}

const hourMs = 3_600_000;

/** `now` for what is told at once; critical matters wait for no digest. */
export function dueAt(pace: NoticePace, { quiet, digestAt, zone }: Rhythm, isCritical: boolean, now: Date): Date {
  const wished = isCritical || pace === 'now' ? now : pace === 'daily' ? nextTime(now, digestAt, zone) : nextHour(now);
  if (isCritical && quiet?.criticalPasses === true) return wished;
  return endOfQuiet(quiet, zone, wished) ?? wished;
}

const nextHour = (now: Date): Date => new Date((Math.floor(now.getTime() / hourMs) + 1) * hourMs);

/** The clock of what is replayed: it runs faster than ours, stands still while paused, and never jumps. Pure. */
import type { ReplayState } from '@atesto/contract';

export interface Pace {
  state: ReplayState;
  speed: number;
  paced_at: Date;
  paced_source_at: Date;
  to_at: Date;
}

/** What the source's clock shows, at most the end of the replay. */
export function sourceTime(pace: Pace, now: Date): Date {
  const passed = pace.state === 'running' ? Math.max(0, now.getTime() - pace.paced_at.getTime()) : 0;
  return new Date(Math.min(pace.to_at.getTime(), pace.paced_source_at.getTime() + passed * pace.speed));
}

/** The pace from now on, beginning at what the clock shows now. */
export function paced(pace: Pace, change: { state?: ReplayState; speed?: number }, now: Date): Pace {
  return { ...pace, ...change, paced_at: now, paced_source_at: sourceTime(pace, now) };
}

/** What coordinators see of a replay. Pure. */
import type { ReplayView } from '@atesto/contract';
import { sourceTime } from './replay-clock.js';
import type { ReplayRow } from './replay.entity.js';

export function presentReplay(row: ReplayRow, now: Date): ReplayView {
  return {
    source: row.source_id === null ? 'made-up' : 'deployment',
    state: row.state,
    speed: row.speed,
    total: row.total,
    done: row.done,
    from: row.from_at.toISOString(),
    to: row.to_at.toISOString(),
    at: sourceTime(row, now).toISOString(),
    startedAt: row.started_at.toISOString(),
  };
}

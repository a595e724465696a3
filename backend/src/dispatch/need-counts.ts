/** How far needs are met by tasks, and whether all of them are. Pure. */
import type { TaskStatus } from '@atesto/contract';
import { isPromise } from './task-status.js';

export interface NeedFacts {
  id: string;
  quantity: number;
}

export interface TaskFacts {
  need_id: string | null;
  quantity: number | null;
  status: TaskStatus;
}

export interface NeedCounts {
  met: number;
  promised: number;
  /** What nobody has promised yet. */
  open: number;
}

export function countsOf(need: NeedFacts, tasks: readonly TaskFacts[]): NeedCounts {
  const own = tasks.filter((task) => task.need_id === need.id);
  const sum = (some: readonly TaskFacts[]): number => some.reduce((total, { quantity }) => total + (quantity ?? 0), 0);
  const met = sum(own.filter(({ status }) => status === 'done'));
  const promised = sum(own.filter(({ status }) => isPromise(status)));
  return { met, promised, open: Math.max(0, need.quantity - met - promised) };
}

/** Where nothing was said to be needed, nothing is met. */
export function areAllMet(needs: readonly NeedFacts[], tasks: readonly TaskFacts[]): boolean {
  return needs.length > 0 && needs.every((need) => countsOf(need, tasks).met >= need.quantity);
}

/** The states of a task and what may follow what. This table is the only place that decides it. Pure. */
import type { TaskStatus } from '@atesto/contract';

const followers: Record<TaskStatus, readonly TaskStatus[]> = {
  open: ['accepted', 'declined', 'cancelled'],
  accepted: ['under_way', 'done', 'declined', 'cancelled'],
  under_way: ['done', 'cancelled'],
  // What was called done too soon goes on.
  done: ['under_way'],
  declined: ['open'],
  cancelled: ['open'],
};

export function mayFollow(from: TaskStatus, to: TaskStatus): boolean {
  return followers[from].includes(to);
}

/** Whether what it brings can still be counted on. */
export function isPromise(status: TaskStatus): boolean {
  return status === 'open' || status === 'accepted' || status === 'under_way';
}

/** What may be done with a task next, the likeliest first; the server holds the table, this spares a refusal. Pure. */
import type { TaskStatus } from '@atesto/contract';

export const taskSteps: Record<TaskStatus, readonly TaskStatus[]> = {
  open: ['accepted', 'declined', 'cancelled'],
  accepted: ['under_way', 'done', 'declined', 'cancelled'],
  under_way: ['done', 'cancelled'],
  done: ['under_way'],
  declined: ['open'],
  cancelled: ['open'],
};

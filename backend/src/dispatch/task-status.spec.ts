import { describe, expect, it } from '@jest/globals';
import { taskStatuses, type TaskStatus } from '@atesto/contract';
import { isPromise, mayFollow } from './task-status.js';

const allowed: Record<TaskStatus, TaskStatus[]> = {
  open: ['accepted', 'declined', 'cancelled'],
  accepted: ['under_way', 'done', 'declined', 'cancelled'],
  under_way: ['done', 'cancelled'],
  done: ['under_way'],
  declined: ['open'],
  cancelled: ['open'],
};

describe('a task', () => {
  it.each(taskStatuses.flatMap((from) => taskStatuses.map((to) => [from, to] as const)))(
    'that is %s may become %s exactly where the table says so',
    (from, to) => {
      expect(mayFollow(from, to)).toBe(allowed[from].includes(to));
    },
  );

  it('counts as promised until it is done or off', () => {
    expect(taskStatuses.filter(isPromise)).toEqual(['open', 'accepted', 'under_way']);
  });
});

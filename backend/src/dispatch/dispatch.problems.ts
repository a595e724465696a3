/** What can go wrong with needs and tasks. */
import type { TaskStatus } from '@atesto/contract';
import { Problem } from '../platform/index.js';

export const taskNotAllowed = (from: TaskStatus, to: TaskStatus): Problem =>
  new Problem(409, 'transition-not-allowed', 'Not possible now', `A task that is ${from} cannot become ${to}.`);

export const nothingLeft = (): Problem =>
  new Problem(409, 'nothing-left', 'Nothing is open', 'All of this need is met or promised already.');

/** What can go wrong with incidents. */
import type { IncidentStatus } from '@atesto/contract';
import { invalidInput, Problem } from '../platform/index.js';

export const statusNotAllowed = (from: IncidentStatus, to: IncidentStatus): Problem =>
  new Problem(409, 'transition-not-allowed', 'Not possible now', `An incident that is ${from} cannot become ${to}.`);

export const mergedAway = (): Problem =>
  new Problem(409, 'merged-away', 'Merged into another', 'This incident was merged into another; use that one.');

export const mergeWithItself = (): Problem =>
  new Problem(409, 'merge-with-itself', 'Not possible', 'An incident cannot be merged into itself.');

export const noneWouldStay = (): Problem =>
  new Problem(409, 'none-would-stay', 'Not possible', 'At least one report must stay with the incident.');

export const reasonNeeded = (): Problem =>
  invalidInput([{ pointer: '/reason', detail: 'is needed: say why, for the history' }]);

/** Why a responder cannot do what was asked for. */
import type { FieldError, ReportStatus } from '@atesto/contract';
import { Problem } from '../platform/index.js';
import type { ReportAction } from '../reports/index.js';

const past: Record<ReportAction, string> = {
  claim: 'claimed',
  release: 'released',
  verify: 'verified',
  reject: 'rejected',
  ask: 'asked about',
  answer: 'answered',
  reopen: 'reopened',
};

export const transitionNotAllowed = (from: ReportStatus, action: ReportAction): Problem =>
  new Problem(409, 'transition-not-allowed', 'Not possible now', `A report that is ${from} cannot be ${past[action]}.`);

export const bulkRefused = (faults: FieldError[], of: number): Problem =>
  new Problem(
    409,
    'bulk-refused',
    'Nothing was done',
    `${faults.length} of ${of} reports do not allow it, so nothing was done. The first: ${faults[0]?.detail ?? ''}`,
    faults,
  );

export const inQuarantine = (): Problem =>
  new Problem(409, 'quarantined', 'In quarantine', 'Admit this report into the queue before you work on it.');

export const tooLateForQuarantine = (from: ReportStatus): Problem =>
  new Problem(409, 'transition-not-allowed', 'Not possible now', `A report that is ${from} cannot go into quarantine.`);

export const heldByOther = (name: string, until: Date): Problem =>
  new Problem(
    409,
    'held-by-other',
    'Somebody else works on it',
    `${name} has claimed this report until ${until.toISOString()}.`,
  );

/** Nothing was done, since some could not be; `errors` name each with its reason. */
export const notAll = (errors: { pointer: string; detail: string }[]): Problem =>
  new Problem(409, 'not-all', 'Nothing was changed', `${errors.length} of the reports cannot be taken.`, errors);

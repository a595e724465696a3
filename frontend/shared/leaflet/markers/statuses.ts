/** How the status of a thing shows on its marker. Pure. */
import type { IncidentStatus, ReportStatus } from '@atesto/contract';

type Status = IncidentStatus | ReportStatus;

const done: readonly Status[] = ['resolved', 'verified', 'rejected'];

/** What is done with is an outline. */
export const isHollow = (status: Status): boolean => done.includes(status);

/** The small mark at the upper right: a dot while somebody is at it. */
export const badges: Partial<Record<Status, '' | '?' | '✓' | '×'>> = {
  responding: '',
  in_review: '',
  needs_info: '?',
  resolved: '✓',
  verified: '✓',
  rejected: '×',
};

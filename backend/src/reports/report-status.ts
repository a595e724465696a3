/** The states of a report and what leads from one to the other. This table is the only place that decides it. Pure. */
import type { ReportStatus } from '@atesto/contract';

export type ReportAction = 'claim' | 'release' | 'verify' | 'reject' | 'ask' | 'answer' | 'reopen';

const transitions: Record<ReportAction, Partial<Record<ReportStatus, ReportStatus>>> = {
  claim: { new: 'in_review', in_review: 'in_review', needs_info: 'in_review' },
  release: { in_review: 'new', needs_info: 'needs_info' },
  verify: { in_review: 'verified', needs_info: 'verified' },
  reject: { in_review: 'rejected', needs_info: 'rejected' },
  ask: { in_review: 'needs_info', needs_info: 'needs_info' },
  // An answer is always kept; it changes the state only where one was waited for.
  answer: {
    new: 'new',
    in_review: 'in_review',
    needs_info: 'in_review',
    verified: 'verified',
    rejected: 'rejected',
  },
  reopen: { needs_info: 'new', verified: 'new', rejected: 'new' },
};

/** The state after the action, null where the action is not allowed. */
export function nextReportStatus(from: ReportStatus, action: ReportAction): ReportStatus | null {
  return transitions[action][from] ?? null;
}

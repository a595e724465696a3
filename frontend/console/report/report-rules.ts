/** What can be done with a report as it stands. The server decides; this only says which buttons make sense. */
import type { Channel, DeploymentView, ReporterView, ReportView } from '@atesto/contract';
import { categoryOf } from '../queue/category-tree.js';

export type ClaimState = 'none' | 'mine' | 'other' | 'over';

export const claimOf = (report: ReportView, userId: string | null, nowMs: number): ClaimState => {
  if (report.claim === null) return 'none';
  if (Date.parse(report.claim.until) <= nowMs) return 'over';
  return report.claim.by.id === userId ? 'mine' : 'other';
};

export interface Possible {
  claim: boolean;
  release: boolean;
  /** Verify, reject and ask. A new report is claimed on the way. */
  decide: boolean;
  reopen: boolean;
}

export const possibleFor = (report: ReportView, claim: ClaimState): Possible => {
  const undecided = report.status === 'new' || report.status === 'in_review' || report.status === 'needs_info';
  return {
    claim: undecided && claim !== 'mine' && claim !== 'other',
    release: claim === 'mine' && report.status === 'in_review',
    decide: undecided && claim !== 'other',
    reopen: report.status === 'verified' || report.status === 'rejected' || report.status === 'needs_info',
  };
};

const writtenTo: readonly Channel[] = ['sms', 'whatsapp', 'telegram', 'ussd', 'voice', 'email'];

/** Whether something tells one person from another: an address that was left, or the way that the report came. */
export const hasSender = (channel: Channel, contact: ReporterView): boolean =>
  contact.phone !== null || contact.email !== null || writtenTo.includes(channel);

export type Outcome = { public: true; precisionMetres: number } | { public: false; because: 'sensitive' | 'policy' };

/** Whether a new incident of this category would be seen by the public, and how exactly. */
export const outcomeFor = (deployment: DeploymentView, category: string | null): Outcome => {
  const { policy, categories } = deployment;
  for (let at = categoryOf(categories, category); at !== null;) {
    if (at.sensitive) return { public: false, because: 'sensitive' };
    const { parent } = at;
    at = parent === null || parent === at.code ? null : categoryOf(categories, parent);
  }
  if (!policy.publishIncidents) return { public: false, because: 'policy' };
  return { public: true, precisionMetres: policy.publicPrecisionMetres };
};

/** What a report will most likely look like after an action: shown until the server says what it is. Pure. */
import type { PatchReport, PersonRef, ReportDetail } from '@atesto/contract';

export type Guess = (report: ReportDetail) => ReportDetail;

/** `until`: milliseconds since 1970. */
export const claimedBy =
  (by: PersonRef, until: number): Guess =>
  (report) => ({ ...report, status: 'in_review', claim: { by, until: new Date(until).toISOString() } });

export const released: Guess = (report) => ({ ...report, status: 'new', claim: null });

export const quarantinedAs =
  (quarantined: boolean): Guess =>
  (report) => ({ ...report, quarantined });

export const patchedWith =
  (patch: PatchReport): Guess =>
  (report) => ({ ...report, ...patch });

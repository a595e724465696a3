/**
 * Which report should be looked at next. Each waits since it was received; what is urgent counts as if it had waited
 * longer, and whoever has waited longest by that count comes first:
 *
 *   critical + 24 hours, high + 6 hours, normal + 0, low - 6 hours,
 *   the reporter answered or somebody began and left it + 1 hour, the reporter can be asked + 15 minutes.
 *
 * So nothing starves: a normal report that has waited for a day comes before a critical one that just came in. Pure.
 */
import type { ReportStatus, Severity } from '@atesto/contract';

export const headStartMinutes = {
  priority: { critical: 24 * 60, high: 6 * 60, normal: 0, low: -6 * 60 } satisfies Record<Severity, number>,
  begun: 60,
  contactable: 15,
} as const;

export interface Waiting {
  priority: Severity;
  status: ReportStatus;
  contactable: boolean;
  receivedAt: Date;
}

/** The moment since which it counts as waiting; the earliest comes first. */
export function countsSince({ priority, status, contactable, receivedAt }: Waiting): Date {
  const minutes =
    headStartMinutes.priority[priority] +
    (status === 'in_review' ? headStartMinutes.begun : 0) +
    (contactable ? headStartMinutes.contactable : 0);
  return new Date(receivedAt.getTime() - minutes * 60_000);
}

/** The same as SQL over `reports r`; `next-best.http.spec.ts` holds both together. */
export const countsSinceSql = ((): string => {
  const cases = Object.entries(headStartMinutes.priority).map(([priority, n]) => `when '${priority}' then ${n}`);
  const { begun, contactable } = headStartMinutes;
  return `r.received_at - make_interval(mins => case r.priority ${cases.join(' ')} else 0 end
    + case when r.status = 'in_review' then ${begun} else 0 end
    + case when r.contactable then ${contactable} else 0 end)`;
})();

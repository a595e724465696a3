/** The states of an incident and what may follow what. This table is the only place that decides it. Pure. */
import type { IncidentStatus } from '@atesto/contract';

const followers: Record<IncidentStatus, readonly IncidentStatus[]> = {
  open: ['responding', 'resolved'],
  responding: ['resolved', 'open'],
  resolved: ['open'],
};

export function mayBecome(from: IncidentStatus, to: IncidentStatus): boolean {
  return followers[from].includes(to);
}

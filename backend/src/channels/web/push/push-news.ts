/** Which journal entries are news for the person who reported. Pure. */
import type { PushPayload } from '@atesto/contract';
import type { JournalEntry } from '../../../platform/index.js';

export interface News {
  kind: PushPayload['kind'];
  deploymentId: string;
  /** A report, or for `resolved` an incident. */
  subjectId: string;
}

/** A push service keeps a message this long for a phone that is off; older news is not sent any more either. */
export const newsDays = 7;

const ofReport: Partial<Record<JournalEntry['kind'], PushPayload['kind']>> = {
  'report.asked': 'asked',
  'report.verified': 'verified',
  'report.rejected': 'rejected',
};

export function newsOf(entry: JournalEntry, now: Date): News | null {
  if (now.getTime() - entry.at.getTime() > newsDays * 86_400_000) return null;
  const isResolved = entry.kind === 'incident.status_changed' && entry.data['status'] === 'resolved';
  const kind = isResolved ? 'resolved' : ofReport[entry.kind];
  const { deploymentId, subjectId } = entry;
  return kind === undefined ? null : { kind, deploymentId, subjectId };
}

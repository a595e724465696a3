/** Which other incident an entry of a history tells of, that was merged or split. Pure. */
import type { HistoryEntry } from '@atesto/contract';

type Told = Pick<HistoryEntry, 'kind' | 'data'>;

/** The id of the other, null for entries that tell of none. */
export function otherIncidentOf({ kind, data }: Told): string | null {
  const isGone = kind === 'incident.merged' || kind === 'incident.split';
  const id = isGone ? data['into'] : kind === 'incident.changed' ? (data['merged'] ?? data['split']) : null;
  return typeof id === 'string' ? id : null;
}

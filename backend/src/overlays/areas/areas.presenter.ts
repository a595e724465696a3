/** What leaves of an area: exactly this, to everyone who may see its layer. Pure. */
import type { AreaHistoryEntry, AreaStatus } from '@atesto/contract';
import type { JournalEntry } from '../../platform/index.js';
import type { AreaRecord } from './areas.queries.js';

export const presentArea = (area: AreaRecord): AreaStatus => ({
  id: area.area_key,
  name: area.name,
  state: area.state,
  note: area.note,
  since: area.since.toISOString(),
  validUntil: area.valid_until?.toISOString() ?? null,
  source: area.source,
});

export function presentAreaEntry(
  { at, actorId, data }: JournalEntry,
  names: ReadonlyMap<string, string>,
): AreaHistoryEntry {
  const { state, note, validUntil, source } = data['status'] as AreaStatus;
  const name = actorId === null ? undefined : names.get(actorId);
  const by = actorId === null || name === undefined ? null : { id: actorId, name };
  return { at: at.toISOString(), state, note, validUntil, source, by };
}

/** What lies over the map, told live: that there is another list, or the new state of one area. Pure. */
import type { AreaStatus, Audience, Change } from '@atesto/contract';
import type { JournalEntry } from '../platform/index.js';
import type { Told } from './changes.js';

const isOverlay = (kind: unknown): boolean => /^(overlay|areas?)\./.test(String(kind));

function changeIn({ kind, subjectId, deploymentId, at, data }: JournalEntry): Change | null {
  const told = { at: at.toISOString() };
  if (kind === 'area.state_changed') {
    // A file that replaced all of them is told of once.
    if (data['replaced'] === true) return null;
    return { kind, id: String(data['overlay']), ...told, area: data['status'] as AreaStatus };
  }
  if (isOverlay(kind)) return { kind: 'overlay.changed', id: subjectId, ...told };
  // What was taken back says no more than that something was.
  if (kind === 'action.undone' && isOverlay(data['did'])) return { kind: 'overlay.changed', id: deploymentId, ...told };
  return null;
}

/** Of what is for responders only the public must not even hear that there is something. */
function isForPublic({ kind, data }: JournalEntry): boolean {
  const before = data['before'] as { visibility?: unknown } | undefined;
  return kind === 'action.undone' || data['visibility'] === 'public' || before?.visibility === 'public';
}

export function tellOfOverlays(entries: readonly JournalEntry[], told: ReadonlyMap<Audience, Told[]>): void {
  for (const [audience, items] of told) {
    const lists = new Map<string, Told>();
    for (const entry of entries) {
      const change = audience === 'public' && !isForPublic(entry) ? null : changeIn(entry);
      if (change?.kind === 'overlay.changed') lists.set(change.id, { change, places: [] });
      else if (change !== null) items.push({ change, places: [] });
    }
    items.push(...lists.values());
  }
}

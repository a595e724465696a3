/**
 * What lies over the map, told live: that there is another list, or the state of one area as it is now, so that nobody who
 * comes back is handed words that were withdrawn meanwhile. Pure.
 */
import type { AreaStatus, Audience, Change } from '@atesto/contract';
import type { JournalEntry } from '../platform/index.js';
import type { Told } from './changes.js';

/** By id the layers that an audience sees now, each with the states of its areas. */
export type LayersNow = ReadonlyMap<string, readonly AreaStatus[]>;

const isOverlay = (kind: unknown): boolean => /^(overlay|areas?)\./.test(String(kind));

/** That of which an entry speaks: an area is said of in the name of its layer. */
const layerOf = ({ subjectId, data }: JournalEntry): string =>
  typeof data['overlay'] === 'string' ? data['overlay'] : subjectId;

const isOfOverlays = ({ kind, data }: JournalEntry): boolean =>
  isOverlay(kind) || (kind === 'action.undone' && isOverlay(data['did']));

/** After these what was told of areas before may be withdrawn or hidden, and is not told again. */
export const hidesAreas = (entry: JournalEntry): boolean => isOfOverlays(entry) && entry.kind !== 'area.state_changed';

export const layersSaidOf = (entries: readonly JournalEntry[]): ReadonlySet<string> =>
  new Set(entries.filter(isOfOverlays).map(layerOf));

function changeIn(entry: JournalEntry, now: LayersNow): Change | null {
  const { kind, subjectId, deploymentId, at, data } = entry;
  const told = { at: at.toISOString() };
  if (kind === 'area.state_changed') {
    // A file that replaced all of them is told of once.
    if (data['replaced'] === true) return null;
    const { id } = data['status'] as AreaStatus;
    const area = now.get(layerOf(entry))?.find((one) => one.id === id);
    return area === undefined ? null : { kind, id: layerOf(entry), ...told, area };
  }
  if (!isOfOverlays(entry)) return null;
  // What was taken back says no more than that something was.
  return { kind: 'overlay.changed', id: kind === 'action.undone' ? deploymentId : subjectId, ...told };
}

/** Of what is for responders only the public must not even hear that there is something. */
function isForPublic(entry: JournalEntry, now: LayersNow): boolean {
  const before = entry.data['before'] as { visibility?: unknown } | undefined;
  const wasPublic = entry.data['visibility'] === 'public' || before?.visibility === 'public';
  return wasPublic || now.has(layerOf(entry));
}

export function tellOfOverlays(
  entries: readonly JournalEntry[],
  told: ReadonlyMap<Audience, Told[]>,
  now: ReadonlyMap<Audience, LayersNow>,
): void {
  for (const [audience, items] of told) {
    const layers = now.get(audience) ?? new Map<string, AreaStatus[]>();
    // Of each area and each list the last word.
    const last = new Map<string, Told>();
    for (const entry of entries) {
      const change = audience === 'public' && !isForPublic(entry, layers) ? null : changeIn(entry, layers);
      if (change === null) continue;
      const key = change.kind === 'overlay.changed' ? change.id : entry.subjectId;
      last.delete(key);
      last.set(key, { change, places: [] });
    }
    items.push(...last.values());
  }
}

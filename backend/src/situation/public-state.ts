/**
 * What of a state the public may read: live, and of a saved one as far as it may see it today. Raw reports, and what was
 * withdrawn, are told to nobody outside. Pure.
 */
import type { ChangedIncident, SituationChange, SituationChanges, SituationState } from '@atesto/contract';
import { snapToGrid } from '../incidents/index.js';

function publicChanges({ since, counts, items }: SituationChanges): SituationChanges {
  const { withdrawn: _count, ...told } = counts;
  const { withdrawn: _items, ...shown } = items;
  return { since, counts: told, items: shown };
}

export function publicState(state: SituationState): SituationState {
  const { received: _received, byChannel: _byChannel, ...numbers } = state.numbers;
  const { received: _times, ...times } = state.times;
  return { ...state, numbers, times, changes: state.changes === null ? null : publicChanges(state.changes) };
}

/** Of all incidents that it tells of. */
export function numbersIn({ incidents, changes }: SituationState): number[] {
  const changed = Object.values(changes?.items ?? {}).flat();
  return [...new Set([...incidents, ...changed].map(({ number }) => number))];
}

function withoutHidden(changes: SituationChanges, isShown: (number: number) => boolean): SituationChanges {
  const [counts, items] = [{ ...changes.counts }, { ...changes.items }];
  for (const [change, all] of Object.entries(changes.items) as [SituationChange, ChangedIncident[]][]) {
    const left = all.filter(({ number }) => isShown(number));
    items[change] = left;
    counts[change] = (counts[change] ?? all.length) - (all.length - left.length);
  }
  return { ...changes, counts, items };
}

/** A saved one as it may be read today: without what was hidden since, and places no finer than today's. */
export function saferToday(
  saved: SituationState,
  isShown: (number: number) => boolean,
  precisionMetres: number,
): SituationState {
  const state = publicState(saved);
  const isCoarser = precisionMetres > state.precisionMetres;
  const incidents = state.incidents
    .filter(({ number }) => isShown(number))
    .map((one) => ({
      ...one,
      location: isCoarser && one.location !== null ? snapToGrid(one.location, precisionMetres) : one.location,
    }));
  return {
    ...state,
    incidents,
    changes: state.changes === null ? null : withoutHidden(state.changes, isShown),
    precisionMetres: isCoarser ? precisionMetres : state.precisionMetres,
  };
}

/** In which state each area of a layer is now; what has run out counts as the first, harmless one. Pure. */
import type { AreaState, AreaStatus } from '@atesto/contract';

/** Of each area that was answered, what was told of it meanwhile where that is newer. */
export const laterOf = (answered: readonly AreaStatus[], told: ReadonlyMap<string, AreaStatus>): AreaStatus[] =>
  answered.map((area) => {
    const other = told.get(area.id);
    return other !== undefined && Date.parse(other.since) > Date.parse(area.since) ? other : area;
  });

export class AreaStates {
  private readonly byId = new Map<string, AreaStatus>();

  constructor(
    readonly states: readonly AreaState[],
    items: readonly AreaStatus[],
  ) {
    for (const item of items) this.byId.set(item.id, item);
  }

  set(area: AreaStatus): void {
    this.byId.set(area.id, area);
  }

  get(id: string): AreaStatus | null {
    return this.byId.get(id) ?? null;
  }

  get all(): AreaStatus[] {
    return [...this.byId.values()];
  }

  /** The place of its state in the order of the layer, 0 for the harmless one. */
  rankOf({ state, validUntil }: AreaStatus, nowMs: number): number {
    if (validUntil !== null && Date.parse(validUntil) <= nowMs) return 0;
    return Math.max(
      0,
      this.states.findIndex(({ code }) => code === state),
    );
  }

  stateOf(area: AreaStatus, nowMs: number): AreaState | null {
    return this.states[this.rankOf(area, nowMs)] ?? null;
  }

  /** How many areas are in each state. */
  counts(nowMs: number): number[] {
    const counts = this.states.map(() => 0);
    for (const area of this.byId.values()) {
      const rank = this.rankOf(area, nowMs);
      counts[rank] = (counts[rank] ?? 0) + 1;
    }
    return counts;
  }

  /** Those that are not in the harmless state, the worst first. */
  warned(nowMs: number): AreaStatus[] {
    return this.all
      .filter((area) => this.rankOf(area, nowMs) > 0)
      .sort((one, other) => this.rankOf(other, nowMs) - this.rankOf(one, nowMs) || one.name.localeCompare(other.name));
  }

  /** The moment at which the next one runs out, null when none does. */
  nextEndMs(nowMs: number): number | null {
    const ends = this.all.flatMap(({ validUntil }) => (validUntil === null ? [] : Date.parse(validUntil)));
    const ahead = ends.filter((end) => end > nowMs);
    return ahead.length === 0 ? null : Math.min(...ahead);
  }
}

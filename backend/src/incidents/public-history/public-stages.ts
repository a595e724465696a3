/**
 * After which entries of an incident's journal the public could see it. Entries say what they changed and what was
 * before; what nothing is said of in between is taken from both sides, and counts as hidden where either says so. Pure.
 */
import type { Visibility } from '@atesto/contract';
import type { JournalEntry } from '../../platform/index.js';

/** What decides whether the public sees it. A part that is not known is left out. */
export interface Stage {
  visibility?: Visibility;
  /** Code, null for none. */
  category?: string | null;
  isSeconded?: boolean;
}

export type Entry = Pick<JournalEntry, 'seq' | 'cursor' | 'kind' | 'at' | 'data'>;

interface Told {
  before: Stage;
  after: Stage;
  /** Parts that may have changed without a word. */
  unsure: readonly (keyof Stage)[];
}

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;

function stageIn(value: unknown): Stage {
  if (!isRecord(value)) return {};
  const { visibility, category, seconded } = value;
  return {
    ...((visibility === 'public' || visibility === 'internal') && { visibility }),
    ...((typeof category === 'string' || category === null) && { category }),
    ...(typeof seconded === 'boolean' && { isSeconded: seconded }),
  };
}

function toldBy({ kind, data }: Entry): Told {
  const before = stageIn(data['before']);
  if (kind === 'incident.opened')
    return { before, after: { category: null, ...stageIn(data), isSeconded: false }, unsure: [] };
  // The rows went back; what they say now stands in no entry.
  if (kind === 'incident.undone') return { before, after: {}, unsure: ['visibility', 'category', 'isSeconded'] };
  // Without any report left it is shown no longer, and a second person's word may go along with what is moved.
  if (kind === 'incident.report_removed') return { before, after: {}, unsure: ['visibility', 'isSeconded'] };
  const isMoved = kind === 'incident.split' || data['merged'] !== undefined || data['split'] !== undefined;
  return { before, after: stageIn(data), unsure: isMoved ? ['isSeconded'] : [] };
}

const without = (stage: Stage, parts: readonly (keyof Stage)[]): Stage =>
  Object.fromEntries(Object.entries(stage).filter(([part]) => !parts.includes(part as keyof Stage)));

export interface Seen {
  before: boolean;
  after: boolean;
}

/** For each entry whether the public could see the incident right before it and right after. `now` is how it stands. */
export function seenAt(entries: readonly Entry[], now: Stage, maySee: (stage: Stage) => boolean): Seen[] {
  const told = entries.map(toldBy);
  const fromThen: { before: Stage; after: Stage }[] = [];
  let known: Stage = {};
  for (const { before, after, unsure } of told) {
    const former = { ...known, ...before };
    known = { ...without(former, unsure), ...after };
    fromThen.push({ before: former, after: known });
  }
  const fromNow: { before: Stage; after: Stage }[] = [];
  let later = now;
  for (const { before, after, unsure } of [...told].reverse()) {
    const latter = { ...later, ...after };
    // What it was before something changed it is only known where the entry says so.
    later = { ...without(latter, [...unsure, ...(Object.keys(after) as (keyof Stage)[])]), ...before };
    fromNow.unshift({ before: later, after: latter });
  }
  return fromThen.map((then, at) => {
    const since = fromNow[at]!;
    return { before: maySee(then.before) && maySee(since.before), after: maySee(then.after) && maySee(since.after) };
  });
}

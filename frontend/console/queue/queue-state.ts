/**
 * The queue as it stands on the screen. Rules: what one reads does not move by itself. New rows wait while the list is
 * scrolled down, and a row that no longer fits the filter fades but stays until the person moves on.
 */
import type { Problem } from '../../shared/problem.js';
import { newestFirst, type Row } from './row.js';

export interface QueueState {
  /** Tab and filter that the rows belong to; answers for another one are dropped. */
  key: string;
  phase: 'loading' | 'ready' | 'failed';
  paging: 'idle' | 'loading' | 'failed';
  rows: readonly Row[];
  /** Cursor of the next page, null after the last one. */
  next: string | null;
  /** New rows that are not shown yet. */
  waiting: readonly Row[];
  /** Ids of rows that no longer fit. */
  faded: ReadonlySet<string>;
  atTop: boolean;
  problem: Problem | null;
}

export const emptyQueue: QueueState = {
  key: '',
  phase: 'loading',
  paging: 'idle',
  rows: [],
  next: null,
  waiting: [],
  faded: new Set(),
  atTop: true,
  problem: null,
};

const without = (rows: readonly Row[], id: string): readonly Row[] =>
  rows.some((row) => row.id === id) ? rows.filter((row) => row.id !== id) : rows;

const inserted = (rows: readonly Row[], row: Row): readonly Row[] => {
  const at = rows.findIndex((other) => newestFirst(row, other) < 0);
  return at === -1 ? [...rows, row] : [...rows.slice(0, at), row, ...rows.slice(at)];
};

const withFaded = (queue: QueueState, id: string, faded: boolean): QueueState => {
  if (queue.faded.has(id) === faded) return queue;
  const next = new Set(queue.faded);
  if (faded) next.add(id);
  else next.delete(id);
  return { ...queue, faded: next };
};

const replaced = (queue: QueueState, row: Row, rowFits: boolean): QueueState => {
  const rows = queue.rows.map((known) => (known.id === row.id && known.version <= row.version ? row : known));
  return withFaded({ ...queue, rows }, row.id, !rowFits);
};

/** Takes in a row that is new or changed. */
export const withRow = (queue: QueueState, row: Row, rowFits: boolean): QueueState => {
  const known = queue.rows.find((other) => other.id === row.id);
  if (known) return known.version > row.version ? queue : replaced(queue, row, rowFits);
  const waiting = without(queue.waiting, row.id);
  if (!rowFits) return { ...queue, waiting };
  const last = queue.rows.at(-1);
  const further = queue.next !== null && last !== undefined && newestFirst(row, last) > 0;
  if (queue.phase !== 'loading' && further) return queue;
  // While the first page is on its way nothing is dropped: the page may be older than this row.
  if (queue.phase !== 'ready' || !queue.atTop) return { ...queue, waiting: inserted(waiting, row) };
  return { ...queue, waiting, rows: inserted(queue.rows, row) };
};

export const started = (queue: QueueState, key: string): QueueState => ({
  ...emptyQueue,
  key,
  // The same list again (after a gap in the live feed): keep showing what is there until the answer comes.
  ...(queue.key === key && queue.phase === 'ready' && { rows: queue.rows, next: queue.next, atTop: queue.atTop }),
});

export const loaded = (queue: QueueState, rows: readonly Row[], next: string | null): QueueState => {
  const ready: QueueState = { ...queue, phase: 'ready', problem: null, rows, next, waiting: [], faded: new Set() };
  const newer = queue.waiting.filter(
    (row) => !rows.some((known) => known.id === row.id && known.version > row.version),
  );
  const settled = newer.reduce((made, row) => withRow({ ...made, atTop: true }, row, true), ready);
  return { ...settled, atTop: queue.atTop };
};

export const pageLoaded = (queue: QueueState, rows: readonly Row[], next: string | null): QueueState => {
  const known = new Set([...queue.rows, ...queue.waiting].map((row) => row.id));
  return { ...queue, paging: 'idle', next, rows: [...queue.rows, ...rows.filter((row) => !known.has(row.id))] };
};

export const showWaiting = (queue: QueueState): QueueState => ({
  ...queue,
  atTop: true,
  waiting: [],
  rows: queue.waiting.reduce(inserted, queue.rows),
});

/** The person moved on to `selected`: rows that had faded go, except that one. */
export const movedOn = (queue: QueueState, selected: string | null): QueueState => {
  const gone = new Set([...queue.faded].filter((id) => id !== selected));
  if (gone.size === 0) return queue;
  return {
    ...queue,
    rows: queue.rows.filter((row) => !gone.has(row.id)),
    faded: new Set([...queue.faded].filter((id) => !gone.has(id))),
  };
};

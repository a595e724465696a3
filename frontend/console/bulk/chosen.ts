/** Which rows are chosen for one action on all of them. Pure. */
import type { BulkReport } from '@atesto/contract';
import { newestFirst, type Row } from '../queue/row.js';

export interface Chosen {
  ids: ReadonlySet<string>;
  /** The row that was chosen last: a range begins there. */
  anchor: string | null;
}

export const noneChosen: Chosen = { ids: new Set(), anchor: null };

/** As many as the server takes at once. */
export const mostChosen = 200;

const idsBetween = (rows: readonly Row[], one: string, other: string): string[] => {
  const [a, b] = [rows.findIndex((row) => row.id === one), rows.findIndex((row) => row.id === other)];
  if (a === -1 || b === -1) return [other];
  return rows.slice(Math.min(a, b), Math.max(a, b) + 1).map((row) => row.id);
};

const capped = (ids: Iterable<string>): ReadonlySet<string> => new Set([...new Set(ids)].slice(0, mostChosen));

/** Chooses a row or lets it go; with `range` all between the last one and this are chosen. */
export const toggled = (chosen: Chosen, rows: readonly Row[], id: string, range: boolean): Chosen => {
  if (range && chosen.anchor !== null) {
    return { ids: capped([...chosen.ids, ...idsBetween(rows, chosen.anchor, id)]), anchor: id };
  }
  const ids = chosen.ids.has(id) ? [...chosen.ids].filter((one) => one !== id) : [...chosen.ids, id];
  return { ids: capped(ids), anchor: id };
};

/** All that are loaded, or none where all are chosen already. */
export const toggledAll = (chosen: Chosen, rows: readonly Row[]): Chosen => {
  const all = rows.filter((row) => row.kind === 'report').map((row) => row.id);
  const isAll = all.slice(0, mostChosen).every((id) => chosen.ids.has(id));
  return isAll ? noneChosen : { ids: capped(all), anchor: all.at(-1) ?? null };
};

/** The list came anew: what stood in it and is gone is let go, except where it may stand on a further page. */
export const stillListed = (
  chosen: Chosen,
  before: readonly Row[],
  { rows, next }: { rows: readonly Row[]; next: string | null },
): Chosen => {
  const listed = new Set(rows.map(({ id }) => id));
  const last = rows.at(-1);
  const isFurther = (row: Row): boolean => next !== null && last !== undefined && newestFirst(row, last) > 0;
  const gone = new Set(before.filter((row) => !listed.has(row.id) && !isFurther(row)).map(({ id }) => id));
  const ids = [...chosen.ids].filter((id) => !gone.has(id));
  return ids.length === chosen.ids.size ? chosen : { ...chosen, ids: new Set(ids) };
};

/** Each with the version that is on the screen, where it is. */
export const asSeen = (ids: Iterable<string>, rows: readonly Row[]): BulkReport[] => {
  const versions = new Map(rows.map(({ id, version }) => [id, version]));
  return [...ids].map((id) => {
    const version = versions.get(id);
    return version === undefined ? { id } : { id, version };
  });
};

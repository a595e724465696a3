/** Which rows are chosen for one action on all of them. Pure. */
import type { Row } from '../queue/row.js';

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

/** What a transaction did to each row from its beginning to its end, out of the images of its single changes. Pure. */
import type { RowImage, RowValues } from '../platform/index.js';

export interface NetImage {
  table: string;
  key: RowValues;
  /** Null where the row was made; of a changed row the columns that changed. */
  before: RowValues | null;
  after: RowValues | null;
}

export const isSame = (one: unknown, other: unknown): boolean => canonical(one) === canonical(other);

/** Objects come from JSON columns, whose keys stand in the database's order on both sides. */
const canonical = (value: unknown): string => JSON.stringify(value ?? null);

/** Rows that were made and deleted again, and changes that came to nothing, are left out. */
export function netImages(images: readonly RowImage[]): NetImage[] {
  const net = new Map<string, NetImage>();
  for (const { table, key, before, after } of images) {
    const name = `${table} ${canonical(key)}`;
    const former = net.get(name);
    net.set(name, former === undefined ? { table, key, before, after } : joined(former, { table, key, before, after }));
  }
  return [...net.values()].map(narrowed).filter(({ before, after }) => before !== null || after !== null);
}

function joined(first: NetImage, then: NetImage): NetImage {
  const before = first.before === null ? null : { ...then.before, ...first.before };
  const after = then.after === null ? null : { ...first.after, ...then.after };
  return { ...first, before, after };
}

function narrowed(image: NetImage): NetImage {
  const { before, after } = image;
  if (before === null || after === null) return image;
  const changed = Object.keys(after).filter((column) => !isSame(before[column], after[column]));
  const part = (values: RowValues): RowValues => Object.fromEntries(changed.map((column) => [column, values[column]]));
  return changed.length === 0
    ? { ...image, before: null, after: null }
    : { ...image, before: part(before), after: part(after) };
}

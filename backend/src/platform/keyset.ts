/** Keyset paging: the place after the last row of a page, opaque to callers. */
import { invalidInput } from './problem.js';

export interface Keyset {
  at: Date;
  id: string;
}

export function writeKeyset({ at, id }: Keyset): string {
  return Buffer.from(`${at.getTime()} ${id}`).toString('base64url');
}

/** @throws Problem 422 for what `writeKeyset` did not write */
export function readKeyset(cursor: string): Keyset {
  const [ms = '', id = ''] = Buffer.from(cursor, 'base64url').toString('utf8').split(' ');
  if (!/^-?\d{1,15}$/.test(ms) || !/^[0-9a-f-]{36}$/.test(id)) {
    throw invalidInput([{ pointer: '/cursor', detail: 'is not a cursor of this list' }]);
  }
  return { at: new Date(Number(ms)), id };
}

/** Cuts a page out of rows that were asked for one more than `limit`. */
export function pageOf<Row extends { id: string }>(
  rows: Row[],
  limit: number,
  atOf: (row: Row) => Date,
): { rows: Row[]; next: string | null } {
  const kept = rows.slice(0, limit);
  const last = kept.at(-1);
  return {
    rows: kept,
    next: rows.length > limit && last !== undefined ? writeKeyset({ at: atOf(last), id: last.id }) : null,
  };
}

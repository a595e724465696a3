/** Keyset paging: the place after the last row of a page, opaque to callers. */
import type { PageQuery } from '@atesto/contract';
import { invalidInput } from './problem.js';

export interface Keyset {
  at: Date;
  id: string;
}

/** What of a list is read: so many rows from after a place on. Null for all of them. */
export interface Slice {
  after: Keyset | null;
  limit: number | null;
}

export const whole: Slice = { after: null, limit: null };

/** Most that are asked for at once, and as many as come unless fewer are: screens that show all ask seldom. */
const usualPage = 200;

const ids = { uuid: /^[0-9a-f-]{36}$/, number: /^\d{1,18}$/ };

export function writeKeyset({ at, id }: Keyset): string {
  return Buffer.from(`${at.getTime()} ${id}`).toString('base64url');
}

/** @throws Problem 422 for what `writeKeyset` did not write, or not of rows with ids of this kind */
export function readKeyset(cursor: string, kind: keyof typeof ids = 'uuid'): Keyset {
  const [ms = '', id = ''] = Buffer.from(cursor, 'base64url').toString('utf8').split(' ');
  if (!/^-?\d{1,15}$/.test(ms) || !ids[kind].test(id)) {
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

/** Of rows whose id alone finds their place again. */
export const byId = (): Date => new Date(0);

/**
 * The page that a query asks for, of rows that are ordered by `atOf` before their id.
 * @throws Problem 422
 */
export async function readPage<Row extends { id: string }>(
  query: PageQuery,
  read: (slice: Slice) => Promise<Row[]>,
  atOf: (row: Row) => Date = byId,
  kind: keyof typeof ids = 'uuid',
): Promise<{ rows: Row[]; next: string | null }> {
  const { limit = usualPage, cursor } = query;
  const after = cursor === undefined ? null : readKeyset(cursor, kind);
  return pageOf(await read({ after, limit: limit + 1 }), limit, atOf);
}

/** The cells of a row as values, for every format that is not written byte by byte. Pure. */
import { snapToGrid } from '../../incidents/index.js';
import type { BinaryRows } from './binary-rows.js';
import type { ChosenColumn } from './columns.js';
import type { CategoryWords, RowContext } from './row-context.js';

export type Cell = string | number | boolean | null;

/** Seven decimals are a centimetre. */
export const roundedDegrees = (degrees: number): number => Math.round(degrees * 1e7) / 1e7 || 0;

/** Where it is, as the audience may know; null where nobody knows. */
export function pointOf(rows: BinaryRows, context: RowContext): { lat: number; lon: number } | null {
  const { lastPoint: last } = context;
  // Both columns of a place, and its geometry, ask for it.
  if (last.rows !== rows || last.position !== rows.position) {
    Object.assign(last, { rows, position: rows.position, point: readPoint(rows, context) });
  }
  return last.point;
}

function readPoint(rows: BinaryRows, context: RowContext): { lat: number; lon: number } | null {
  const at = context.placeOf('location');
  if (rows.isNull(at)) return null;
  const { lat, lon } = snapToGrid({ lat: rows.latitude(at), lon: rows.longitude(at) }, context.precisionMetres);
  return { lat: roundedDegrees(lat), lon: roundedDegrees(lon) };
}

export const categoryOf = (rows: BinaryRows, at: number, { categories }: RowContext): CategoryWords | undefined =>
  rows.isNull(at) ? undefined : categories.find(rows.bytes, rows.start(at));

const instantOf = (microseconds: number | null): string | null =>
  microseconds === null ? null : new Date(Math.floor(microseconds / 1000)).toISOString();

export function cellOf(column: ChosenColumn, rows: BinaryRows, context: RowContext): Cell {
  const at = context.placeOf(column.field);
  switch (column.kind) {
    case 'integer':
      return rows.integer(at);
    case 'text':
      return column.key === 'title' ? context.titlePrefix + (rows.text(at) ?? '') : rows.text(at);
    case 'word':
      return rows.text(at);
    case 'id':
      return rows.uuid(at);
    case 'instant':
      return instantOf(rows.microseconds(at));
    case 'metres':
      return rows.isNull(at) ? null : Math.round(rows.float(at) * 100) / 100;
    case 'category':
      return categoryOf(rows, at, context)?.code ?? null;
    case 'category-name':
      return categoryOf(rows, at, context)?.name ?? null;
    case 'latitude':
      return pointOf(rows, context)?.lat ?? null;
    case 'longitude':
      return pointOf(rows, context)?.lon ?? null;
    case 'link':
      return context.linkPrefix + (rows.uuid(at) ?? '');
    case 'waits':
      return waits(rows, context);
  }
}

/** The same as `waitsForSecond` says of an incident that was not merged. */
function waits(rows: BinaryRows, context: RowContext): boolean {
  const isHeld = context.fourEyes && rows.boolean(context.placeOf('seconded')) === false;
  if (!isHeld || rows.text(context.placeOf('visibility')) !== 'public') return false;
  return categoryOf(rows, context.placeOf('category'), context)?.isSensitive !== true;
}

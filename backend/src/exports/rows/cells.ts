/** The cells of a row as values, for every format that is not written byte by byte. Pure. */
import { snapToGrid } from '../../incidents/index.js';
import type { BinaryRows } from './binary-rows.js';
import type { ChosenColumn } from './columns.js';
import type { RowContext } from './row-context.js';

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
      return context.categories.get(rows.raw(at) ?? '')?.code ?? null;
    case 'category-name':
      return context.categories.get(rows.raw(at) ?? '')?.name ?? null;
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
  const category = context.categories.get(rows.raw(context.placeOf('category')) ?? '');
  const isHeld = context.fourEyes && rows.boolean(context.placeOf('seconded')) === false;
  return isHeld && rows.text(context.placeOf('visibility')) === 'public' && category?.isSensitive !== true;
}

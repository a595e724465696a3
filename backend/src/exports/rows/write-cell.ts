/**
 * The same cells as `cellOf`, written byte by byte: for each column a function that is made once, since what a million rows
 * decide anew costs more than what they say. A test holds both together.
 */
import type { BinaryRows } from './binary-rows.js';
import type { ByteWriter } from './byte-writer.js';
import { categoryOf, cellOf, pointOf } from './cells.js';
import type { ChosenColumn } from './columns.js';
import type { RowContext } from './row-context.js';

export type WriteCell = (out: ByteWriter, rows: BinaryRows) => void;

/** `text` writes words of people; `around` stands before and behind every word, `nothing` where there is none. */
interface Style {
  text: (out: ByteWriter, bytes: Uint8Array, start: number, end: number) => void;
  around: string;
  nothing: string;
}

const inJson: Style = { text: (out, bytes, start, end) => out.json(bytes, start, end), around: '"', nothing: 'null' };
const inCsv: Style = { text: (out, bytes, start, end) => out.csv(bytes, start, end), around: '', nothing: '' };

export const jsonCell = (column: ChosenColumn, context: RowContext): WriteCell => cellWriter(column, context, inJson);
export const csvCell = (column: ChosenColumn, context: RowContext): WriteCell => cellWriter(column, context, inCsv);

function cellWriter(column: ChosenColumn, context: RowContext, style: Style): WriteCell {
  const at = context.placeOf(column.field);
  const write = filledCell(column, at, context, style);
  const { nothing } = style;
  if (column.kind === 'waits') return write;
  return (out, rows) => {
    if (rows.starts[at] === -1) out.ascii(nothing);
    else write(out, rows);
  };
}

function filledCell(column: ChosenColumn, at: number, context: RowContext, style: Style): WriteCell {
  const { around } = style;
  switch (column.kind) {
    case 'integer':
      return (out, rows) => out.integer(rows.integer(at) ?? 0);
    case 'instant':
      return (out, rows) => {
        out.ascii(around);
        out.instant(rows.microseconds(at) ?? 0);
        out.ascii(around);
      };
    case 'word':
      return (out, rows) => {
        out.ascii(around);
        out.raw(rows.bytes, rows.start(at), rows.end(at));
        out.ascii(around);
      };
    case 'id':
      return (out, rows) => {
        out.ascii(around);
        out.uuid(rows.bytes, rows.start(at));
        out.ascii(around);
      };
    case 'latitude':
      return (out, rows) => out.degrees(pointOf(rows, context)?.lat ?? 0);
    case 'longitude':
      return (out, rows) => out.degrees(pointOf(rows, context)?.lon ?? 0);
    case 'category':
      return categoryWriter(at, context, style);
    case 'text':
      return textWriter(column, at, context, style);
    default:
      return (out, rows) => writeValue(out, cellOf(column, rows, context), style);
  }
}

/** An exercise is marked in each title. */
function textWriter(column: ChosenColumn, at: number, context: RowContext, style: Style): WriteCell {
  if (column.key === 'title' && context.titlePrefix !== '') {
    return (out, rows) => writeValue(out, cellOf(column, rows, context), style);
  }
  const { text, around } = style;
  return (out, rows) => {
    out.ascii(around);
    text(out, rows.bytes, rows.start(at), rows.end(at));
    out.ascii(around);
  };
}

function categoryWriter(at: number, context: RowContext, { around, nothing }: Style): WriteCell {
  return (out, rows) => {
    const code = categoryOf(rows, at, context)?.code;
    if (code === undefined) {
      out.ascii(nothing);
      return;
    }
    out.ascii(around);
    out.ascii(code);
    out.ascii(around);
  };
}

/** Whatever is rare enough to be made a value first. */
function writeValue(out: ByteWriter, value: ReturnType<typeof cellOf>, style: Style): void {
  if (value === null) out.ascii(style.nothing);
  else if (typeof value !== 'string') out.ascii(String(value));
  else {
    const bytes = Buffer.from(value);
    out.ascii(style.around);
    style.text(out, bytes, 0, bytes.length);
    out.ascii(style.around);
  }
}

/** The same cells as `cellOf`, written byte by byte; a test holds the two together. */
import type { BinaryRows } from './binary-rows.js';
import type { ByteWriter } from './byte-writer.js';
import { cellOf, pointOf } from './cells.js';
import type { ChosenColumn } from './columns.js';
import type { RowContext } from './row-context.js';

/** `text` writes words of people, with the mark of an exercise in front of titles; `plain` what needs no care. */
interface Style {
  text: (out: ByteWriter, bytes: Uint8Array, start: number, end: number) => void;
  before: string;
  nothing: string;
}

const inJson: Style = { text: (out, bytes, start, end) => out.json(bytes, start, end), before: '"', nothing: 'null' };
const inCsv: Style = { text: (out, bytes, start, end) => out.csv(bytes, start, end), before: '', nothing: '' };

export const writeJson = (out: ByteWriter, column: ChosenColumn, rows: BinaryRows, context: RowContext): void =>
  write(out, column, rows, context, inJson);
export const writeCsv = (out: ByteWriter, column: ChosenColumn, rows: BinaryRows, context: RowContext): void =>
  write(out, column, rows, context, inCsv);

function write(out: ByteWriter, column: ChosenColumn, rows: BinaryRows, context: RowContext, style: Style): void {
  const at = context.placeOf(column.field);
  const start = rows.start(at);
  if (start === -1 && column.kind !== 'waits') {
    out.ascii(style.nothing);
    return;
  }
  switch (column.kind) {
    case 'integer':
      out.integer(rows.integer(at) ?? 0);
      return;
    case 'instant':
      out.ascii(style.before);
      out.instant(rows.microseconds(at) ?? 0);
      out.ascii(style.before);
      return;
    case 'word':
      out.ascii(style.before);
      out.raw(rows.bytes, start, rows.end(at));
      out.ascii(style.before);
      return;
    case 'id':
      out.ascii(style.before);
      out.uuid(rows.bytes, start);
      out.ascii(style.before);
      return;
    case 'text':
      if (column.key === 'title' && context.titlePrefix !== '') break;
      out.ascii(style.before);
      style.text(out, rows.bytes, start, rows.end(at));
      out.ascii(style.before);
      return;
    case 'latitude':
    case 'longitude': {
      const point = pointOf(rows, context);
      if (point !== null) out.degrees(column.kind === 'latitude' ? point.lat : point.lon);
      return;
    }
    case 'category': {
      const code = context.categories.get(rows.raw(at) ?? '')?.code;
      if (code === undefined) out.ascii(style.nothing);
      else out.ascii(style.before + code + style.before);
      return;
    }
    default:
  }
  writeValue(out, cellOf(column, rows, context), style);
}

/** Whatever is rare enough to be made a value first. */
function writeValue(out: ByteWriter, value: ReturnType<typeof cellOf>, style: Style): void {
  if (value === null) out.ascii(style.nothing);
  else if (typeof value !== 'string') out.ascii(String(value));
  else {
    const bytes = Buffer.from(value);
    out.ascii(style.before);
    style.text(out, bytes, 0, bytes.length);
    out.ascii(style.before);
  }
}

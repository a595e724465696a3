/** CSV by RFC 4180 in UTF-8, plain and with the second heading row of HXL 1.1. */
import { ByteWriter } from '../rows/byte-writer.js';
import { usualColumns, type ChosenColumn } from '../rows/columns.js';
import { exerciseMark } from '../rows/row-context.js';
import { csvCell } from '../rows/write-cell.js';
import type { ExportFormat, ExportSource } from './format.js';

const line = '\r\n';

/** Tells spreadsheets that this is UTF-8. HXL readers take it for a part of the first heading. */
const byteOrderMark = '\uFEFF';

const columns = (): ChosenColumn[] => usualColumns.map((column) => ({ ...column, name: column.key }));

function writeHeading(out: ByteWriter, headings: readonly string[]): void {
  for (const [index, heading] of headings.entries()) {
    if (index > 0) out.ascii(',');
    out.csv(Buffer.from(heading), 0, undefined, heading.startsWith('#'));
  }
  out.ascii(line);
}

async function* write(source: ExportSource, isHxl: boolean): AsyncGenerator<Uint8Array> {
  const { context, pages } = source;
  const out = new ByteWriter(source.isReadInTurn);
  const { columns: chosen, isExercise } = context;
  if (!isHxl) out.raw(Buffer.from(byteOrderMark));
  writeHeading(out, [...chosen.map(({ name }) => name), ...(isExercise ? ['exercise'] : [])]);
  if (isHxl) writeHeading(out, [...chosen.map(({ hxl }) => hxl), ...(isExercise ? ['#meta+exercise'] : [])]);
  const cells = chosen.map((column) => csvCell(column, context));
  const end = isExercise ? `,${exerciseMark}${line}` : line;
  for await (const { rows } of pages) {
    while (rows.next()) {
      for (let index = 0; index < cells.length; index++) {
        if (index > 0) out.ascii(',');
        cells[index]?.(out, rows);
      }
      out.ascii(end);
      if (out.isFull) yield out.take();
    }
  }
  yield out.take();
}

const type = 'text/csv; charset=utf-8';
export const csv: ExportFormat = { type, ending: 'csv', columns, write: (source) => write(source, false) };
export const hxl: ExportFormat = { type, ending: 'hxl.csv', columns, write: (source) => write(source, true) };

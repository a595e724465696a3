/**
 * GeoJSON (RFC 7946: longitude first, no geometry where no place is known), the same with a feature a line, and plain
 * JSON with the names of the API.
 */
import type { Audience } from '@atesto/contract';
import type { BinaryRows } from '../rows/binary-rows.js';
import { ByteWriter } from '../rows/byte-writer.js';
import { pointOf } from '../rows/cells.js';
import { usualProperties, type ChosenColumn } from '../rows/columns.js';
import type { RowContext } from '../rows/row-context.js';
import { jsonCell } from '../rows/write-cell.js';
import type { ExportFormat, ExportSource } from './format.js';

const columns = (audience: Audience): ChosenColumn[] =>
  usualProperties(audience).map((column) => ({ ...column, name: column.property }));
const withoutId = (audience: Audience): ChosenColumn[] => columns(audience).filter(({ key }) => key !== 'id');

/** What one row is written with; `begin` of each property is made once. */
type WriteRow = (out: ByteWriter, rows: BinaryRows) => void;

function propertiesOf(context: RowContext, before: string): WriteRow {
  // In ASCII, so that it may be written letter by letter.
  const ascii = (name: string): string =>
    JSON.stringify(name).replaceAll(/[^ -~]/g, (letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`);
  const begins = context.columns.map(({ name }, index) => `${index > 0 ? ',' : before}${ascii(name)}:`);
  const cells = context.columns.map((column) => jsonCell(column, context));
  const end = context.isExercise ? ',"exercise":true}' : '}';
  return (out, rows) => {
    for (let index = 0; index < begins.length; index++) {
      out.ascii(begins[index] ?? '');
      cells[index]?.(out, rows);
    }
    out.ascii(begins.length === 0 ? before + end.replace(/^,/, '') : end);
  };
}

function featureOf(context: RowContext): WriteRow {
  const writeProperties = propertiesOf(context, '"properties":{');
  const idAt = context.placeOf('id');
  return (out, rows) => {
    out.ascii('{"type":"Feature","id":"');
    out.uuid(rows.bytes, rows.start(idAt));
    const point = pointOf(rows, context);
    if (point === null) out.ascii('","geometry":null,');
    else {
      out.ascii('","geometry":{"type":"Point","coordinates":[');
      out.degrees(point.lon);
      out.ascii(',');
      out.degrees(point.lat);
      out.ascii(']},');
    }
    writeProperties(out, rows);
    out.ascii('}');
  };
}

function objectOf(context: RowContext): WriteRow {
  const writeProperties = propertiesOf(context, ',');
  return (out, rows) => {
    const point = pointOf(rows, context);
    if (point === null) out.ascii('{"location":null');
    else {
      out.ascii('{"location":{"lat":');
      out.degrees(point.lat);
      out.ascii(',"lon":');
      out.degrees(point.lon);
      out.ascii('}');
    }
    writeProperties(out, rows);
  };
}

interface Frame {
  begin: string;
  between: string;
  end: string;
}

async function* write(source: ExportSource, writeRow: WriteRow, frame: Frame): AsyncGenerator<Uint8Array> {
  const out = new ByteWriter(source.isReadInTurn);
  out.ascii(frame.begin);
  let isFirst = true;
  for await (const { rows } of source.pages) {
    while (rows.next()) {
      if (!isFirst) out.ascii(frame.between);
      isFirst = false;
      writeRow(out, rows);
      if (out.isFull) yield out.take();
    }
  }
  out.ascii(frame.end);
  yield out.take();
}

const mark = ({ isExercise }: RowContext): string => (isExercise ? '"exercise":true,' : '');

export const geojson: ExportFormat = {
  type: 'application/geo+json',
  ending: 'geojson',
  columns: withoutId,
  write: (source) =>
    write(source, featureOf(source.context), {
      begin: `{"type":"FeatureCollection",${mark(source.context)}"features":[\n`,
      between: ',\n',
      end: '\n]}\n',
    }),
};

/** RFC 8142 without the record separators, as GDAL and most others read it. */
export const geojsonLines: ExportFormat = {
  type: 'application/x-ndjson',
  ending: 'geojsonl',
  columns: withoutId,
  write: (source) => {
    const writeFeature = featureOf(source.context);
    const writeLine: WriteRow = (out, rows) => {
      writeFeature(out, rows);
      out.ascii('\n');
    };
    return write(source, writeLine, { begin: '', between: '', end: '' });
  },
};

export const json: ExportFormat = {
  type: 'application/json; charset=utf-8',
  ending: 'json',
  columns,
  write: (source) =>
    write(source, objectOf(source.context), {
      begin: `{${mark(source.context)}"items":[\n`,
      between: ',\n',
      end: '\n]}\n',
    }),
};

/** Reads a file's rows one by one, so that its size does not matter: CSV with any line ends, or GeoJSON features. */
import { pipeline, type Readable } from 'node:stream';
import { parse } from 'csv-parse';
import { pick } from 'stream-json/filters/pick.js';
import { parser } from 'stream-json/parser.js';
import { streamArray } from 'stream-json/streamers/stream-array.js';
import { Problem } from '../../platform/index.js';

export interface RawRow {
  /** Where the row begins: line of a CSV, number of a feature. */
  line: number;
  /** Header of the list of refused rows. */
  columns: string[];
  /** As they stand in the file, for the list of refused rows. */
  cells: string[];
  /** By column, or by property. */
  values: Record<string, string>;
  /** What is wrong with its form, null when nothing is. */
  fault: string | null;
}

const badFile = (detail: string): Problem => new Problem(422, 'bad-file', 'The file cannot be read', detail);

interface CsvRecord {
  record: string[];
  info: { lines: number };
}

/** @throws Problem 422 where the file is no CSV any more */
export async function* csvRows(file: Readable): AsyncGenerator<RawRow> {
  const reader = parse({ bom: true, info: true, relax_column_count: true, skip_empty_lines: true });
  pipeline(file, reader, () => undefined);
  let header: string[] | null = null;
  let endOfLast = 0;
  try {
    for await (const { record, info } of reader as AsyncIterable<CsvRecord>) {
      const line = endOfLast + 1;
      endOfLast = info.lines;
      if (header === null) {
        header = record.map((name) => name.trim());
        continue;
      }
      const columns = header;
      const isWhole = record.length === columns.length;
      const fault = isWhole ? null : `has ${record.length} cells where the header has ${columns.length}`;
      const values = Object.fromEntries(columns.map((name, index) => [name, record[index] ?? '']));
      yield { line, columns, cells: record, values, fault };
    }
  } catch (error) {
    if (error instanceof Problem) throw error;
    throw badFile(`After line ${endOfLast}: ${error instanceof Error ? error.message : String(error)}`);
  }
}

interface FeatureLike {
  id?: unknown;
  geometry?: { type?: unknown; coordinates?: unknown } | null;
  properties?: Record<string, unknown> | null;
}

const asText = (value: unknown): string =>
  value === null || value === undefined ? '' : typeof value === 'string' ? value : JSON.stringify(value);

function featureRow(feature: FeatureLike, number: number): RawRow {
  const values = Object.fromEntries(
    Object.entries(feature.properties ?? {}).map(([name, value]) => [name, asText(value)]),
  );
  if (feature.id !== undefined) values['id'] = asText(feature.id);
  const { geometry } = feature;
  const isPoint = geometry?.type === 'Point' && Array.isArray(geometry.coordinates);
  if (isPoint) {
    const [lon, lat] = geometry.coordinates as unknown[];
    values['longitude'] = asText(lon);
    values['latitude'] = asText(lat);
  }
  const fault =
    geometry == null || isPoint ? null : `has a geometry of type ${asText(geometry.type)}; only points are read`;
  return { line: number, columns: ['feature'], cells: [JSON.stringify(feature)], values, fault };
}

/** @throws Problem 422 where the file is no JSON any more */
export async function* geojsonRows(file: Readable): AsyncGenerator<RawRow> {
  const features = streamArray.asStream();
  pipeline(file, parser.asStream(), pick.asStream({ filter: 'features' }), features, () => undefined);
  let number = 0;
  try {
    for await (const { value } of features as AsyncIterable<{ value: FeatureLike }>) {
      number++;
      yield featureRow(value, number);
    }
  } catch (error) {
    throw badFile(`After feature ${number}: ${error instanceof Error ? error.message : String(error)}`);
  }
}

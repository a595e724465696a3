/** Turns a row into a submission, or says why it cannot be one. Pure. */
import { createHash } from 'node:crypto';
import { decodeHTML } from 'entities';
import { DateTime } from 'luxon';
import type { Submission } from '../../intake/index.js';
import type { Mapping } from './mapping.js';
import type { RawRow } from './raw-rows.js';
import { readCategoryCell, type GivenCategory } from './ushahidi-categories.js';

export interface ReadOptions {
  mapping: Mapping;
  /** Tells reports of different sources apart that have the same number. */
  source: string;
  /** IANA zone of times that name none. */
  timeZone: string;
  /** Whether `03/04` is the third of April, or March the fourth. */
  dayFirst: boolean;
}

export interface ReadRow {
  submission: Submission;
  title: string;
  categories: GivenCategory[];
  isVerified: boolean;
}

export type RowOutcome = { kind: 'row'; row: ReadRow } | { kind: 'refused'; reason: string };

const yes = /^(yes|true|1|y|oui|ja)$/i;

/** Null where it is no date. */
export function readDate(text: string, timeZone: string, dayFirst: boolean): Date | null {
  const zone = { zone: timeZone };
  const order = dayFirst ? 'd/M/yyyy' : 'M/d/yyyy';
  const formats = [`${order} H:mm`, `${order} H:mm:ss`, order].map((format) => DateTime.fromFormat(text, format, zone));
  const found = [DateTime.fromISO(text, zone), DateTime.fromSQL(text, zone), ...formats].find(({ isValid }) => isValid);
  return found?.toJSDate() ?? null;
}

function readLocation(lat: string, lon: string): { lat: number; lon: number } | null | 'bad' {
  if (lat === '' && lon === '') return null;
  const point = { lat: Number(lat), lon: Number(lon) };
  const isPoint = lat !== '' && lon !== '' && Math.abs(point.lat) <= 90 && Math.abs(point.lon) <= 180;
  return isPoint ? point : 'bad';
}

/** Title and description as one text; many exports repeat the title at the start of the description. */
function textOf(title: string, description: string): string {
  if (description.startsWith(title)) return description;
  return description === '' ? title : `${title}\n\n${description}`;
}

function externalId(row: RawRow, given: string, source: string): string {
  if (given !== '') return `${source}:${given}`;
  const hash = createHash('sha256').update(JSON.stringify(row.values)).digest('base64url').slice(0, 22);
  return `${source}:row:${hash}`;
}

export function readRow(row: RawRow, options: ReadOptions, now: Date): RowOutcome {
  if (row.fault !== null) return { kind: 'refused', reason: row.fault };
  const { mapping } = options;
  const cell = (field: keyof Mapping): string => {
    const column = mapping[field];
    return column === undefined ? '' : (row.values[column] ?? '').trim();
  };
  const title = decodeHTML(cell('title'));
  const text = textOf(title, decodeHTML(cell('text')));
  const location = readLocation(cell('lat'), cell('lon'));
  if (location === 'bad') return { kind: 'refused', reason: 'latitude or longitude is no position on Earth' };
  if (text === '' && cell('place') === '' && location === null)
    return { kind: 'refused', reason: 'has no text and no place' };
  const date = cell('date') === '' ? null : readDate(cell('date'), options.timeZone, options.dayFirst);
  if (date === null && cell('date') !== '') return { kind: 'refused', reason: `"${cell('date')}" is no date` };
  const mapped = new Set(Object.values(mapping));
  const rest = Object.entries(row.values).filter(([name, value]) => !mapped.has(name) && value.trim() !== '');
  return {
    kind: 'row',
    row: {
      title: title === '' ? text : title,
      categories: readCategoryCell(cell('category')),
      isVerified: yes.test(cell('verified')),
      submission: {
        channel: 'import',
        externalId: externalId(row, cell('id'), options.source),
        text,
        place: decodeHTML(cell('place')),
        location: location ?? undefined,
        observedAt: date ?? undefined,
        // What an earlier system received stands where it belongs in time; a clock that ran ahead does not.
        receivedAt: date === null || date > now ? now : date,
        answers: Object.fromEntries(rest),
      },
    },
  };
}

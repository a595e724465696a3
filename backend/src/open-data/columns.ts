/**
 * What is in the data, column by column, behind the page that explains it, the JSON Schema and the Table Schema: the
 * columns of the exports, with what a schema says beside. `key` is the key of the public presenter that it comes from;
 * the spec holds them together. Pure.
 */
import { confidences, incidentStatuses, severities, type PublicIncident } from '@atesto/contract';
import { usualColumns, type ExportColumn } from '../exports/index.js';

export interface Column {
  /** As it is named in tables. */
  name: string;
  /** As it is named in JSON; null for what only tables have. */
  key: keyof PublicIncident | null;
  type: 'string' | 'integer' | 'number' | 'datetime';
  isNullable: boolean;
  meaning: string;
  example: string | number;
  hxl: string;
  words?: readonly string[];
}

type Told = Pick<Column, 'example'> & Partial<Pick<Column, 'isNullable' | 'words'>>;

const told: Record<string, Told> = {
  number: { example: 12 },
  id: { example: '0199a1b2-c3d4-7e5f-8a6b-7c8d9e0f1a2b' },
  title: { example: 'Dry well' },
  description: { example: 'Since the morning' },
  category: { example: 'water', isNullable: true },
  severity: { example: 'high', words: severities },
  status: { example: 'open', words: incidentStatuses },
  visibility: { example: 'public', words: ['public'] },
  latitude: { example: 12.5, isNullable: true },
  longitude: { example: -45.5, isNullable: true },
  place: { example: 'the market', isNullable: true },
  reports: { example: 2 },
  confirmations: { example: 3 },
  reason: { example: 'A truck is on its way', isNullable: true },
  opened_at: { example: '2026-02-03T04:05:06.789Z' },
  updated_at: { example: '2026-02-03T04:05:06.789Z' },
  confidence: { example: 'confirmed', words: confidences },
  origin: { example: 'https://atesto.example.org/map/coast/incidents/7', isNullable: true },
};

const types: Partial<Record<ExportColumn['kind'], Column['type']>> = {
  integer: 'integer',
  latitude: 'number',
  longitude: 'number',
  instant: 'datetime',
};

/** Tables alone say what all of it is: public. */
const keyOf = ({ key, property, kind }: ExportColumn): Column['key'] =>
  kind === 'latitude' || kind === 'longitude'
    ? 'location'
    : key === 'visibility'
      ? null
      : (property as keyof PublicIncident);

export const columns: readonly Column[] = usualColumns.map((column) => ({
  name: column.key,
  key: keyOf(column),
  type: types[column.kind] ?? 'string',
  meaning: column.meaning,
  hxl: column.hxl,
  isNullable: false,
  ...(told[column.key] ?? { example: '' }),
}));

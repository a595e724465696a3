/**
 * What is in the data, column by column: the one array behind the page that explains it, the JSON Schema and the Table
 * Schema. `key` is the key of the public presenter that it comes from; the spec holds both together. Pure.
 */
import { confidences, incidentStatuses, severities, type PublicIncident } from '@atesto/contract';

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

type Rest = Partial<Pick<Column, 'isNullable' | 'words'>> & Pick<Column, 'meaning' | 'example' | 'hxl'>;

const column = (name: string, key: Column['key'], type: Column['type'], rest: Rest): Column => ({
  name,
  key,
  type,
  isNullable: false,
  ...rest,
});

export const columns: readonly Column[] = [
  column('number', 'number', 'integer', {
    meaning: 'The number under which the incident is spoken of; the same for good, unless incidents are merged.',
    example: 12,
    hxl: '#meta+num',
  }),
  column('id', 'id', 'string', {
    meaning: 'A UUID that never changes.',
    example: '0199a1b2-c3d4-7e5f-8a6b-7c8d9e0f1a2b',
    hxl: '#meta+id',
  }),
  column('title', 'title', 'string', {
    meaning: 'What it is, in a few words.',
    example: 'Dry well',
    hxl: '#event+name',
  }),
  column('description', 'description', 'string', {
    meaning: 'What responders say of it; may be empty.',
    example: 'Since the morning',
    hxl: '#description',
  }),
  column('category', 'category', 'string', {
    isNullable: true,
    meaning: 'The code of its category.',
    example: 'water',
    hxl: '#event+type',
  }),
  column('severity', 'severity', 'string', {
    meaning: 'How bad it is.',
    example: 'high',
    hxl: '#severity',
    words: severities,
  }),
  column('status', 'status', 'string', {
    meaning: 'How far it has come.',
    example: 'open',
    hxl: '#status',
    words: incidentStatuses,
  }),
  column('visibility', null, 'string', {
    meaning: 'Always public here.',
    example: 'public',
    hxl: '#meta+visibility',
    words: ['public'],
  }),
  column('latitude', 'location', 'number', {
    isNullable: true,
    meaning: 'Degrees north, WGS 84: the centre of a cell of the grid to which public places are moved.',
    example: 12.5,
    hxl: '#geo+lat',
  }),
  column('longitude', 'location', 'number', {
    isNullable: true,
    meaning: 'Degrees east, WGS 84: the centre of a cell of the same grid.',
    example: -45.5,
    hxl: '#geo+lon',
  }),
  column('place', 'place', 'string', {
    isNullable: true,
    meaning: 'The place in words, as responders wrote it.',
    example: 'the market',
    hxl: '#loc+name',
  }),
  column('reports', 'reports', 'integer', {
    meaning: 'How many reports it rests on.',
    example: 2,
    hxl: '#meta+num+reports',
  }),
  column('confirmations', 'confirmations', 'integer', {
    meaning: 'How many people said that they see it too.',
    example: 3,
    hxl: '#meta+num+confirmations',
  }),
  column('reason', 'reason', 'string', {
    isNullable: true,
    meaning: 'The latest reason given in public for its status.',
    example: 'A truck is on its way',
    hxl: '#status+reason',
  }),
  column('opened_at', 'openedAt', 'datetime', {
    meaning: 'When responders opened it, in UTC.',
    example: '2026-02-03T04:05:06.789Z',
    hxl: '#date+reported',
  }),
  column('updated_at', 'updatedAt', 'datetime', {
    meaning: 'When it changed last, in UTC.',
    example: '2026-02-03T04:05:06.789Z',
    hxl: '#date+updated',
  }),
  column('confidence', 'confidence', 'string', {
    meaning: 'How sure responders are of it.',
    example: 'confirmed',
    hxl: '#status+confidence',
    words: confidences,
  }),
];

/**
 * Every column that a file of incidents may have: its name in tables and in JSON, its HXL tag, what it holds, and who may
 * see it. Whoever adds one decides here whether the public may. Pure.
 *
 * HXL: the core hashtags and attributes of the HXL standard 1.1.
 */
import type { Audience } from '@atesto/contract';
import type { ExportField } from './export-fields.js';

export type ColumnKind =
  | 'integer'
  /** Words of people: a spreadsheet must not run them. */
  | 'text'
  /** One of a closed set, plain ASCII. */
  | 'word'
  | 'id'
  | 'instant'
  | 'metres'
  | 'category'
  | 'category-name'
  | 'latitude'
  | 'longitude'
  | 'link'
  | 'waits';

export interface ExportColumn {
  key: string;
  /** Its name in JSON: that of the API. */
  property: string;
  kind: ColumnKind;
  field: ExportField;
  hxl: string;
  meaning: string;
  audience: Audience;
  /** Not there unless it is chosen. */
  isExtra?: true;
}

type Column = Omit<ExportColumn, 'audience'>;

const forAll: readonly Column[] = [
  {
    key: 'number',
    property: 'number',
    kind: 'integer',
    field: 'number',
    hxl: '#meta+num',
    meaning: 'The number under which the incident is spoken of; the same for good, unless incidents are merged.',
  },
  { key: 'id', property: 'id', kind: 'id', field: 'id', hxl: '#meta+id', meaning: 'A UUID that never changes.' },
  {
    key: 'title',
    property: 'title',
    kind: 'text',
    field: 'title',
    hxl: '#event+name',
    meaning: 'What it is, in a few words.',
  },
  {
    key: 'description',
    property: 'description',
    kind: 'text',
    field: 'description',
    hxl: '#description',
    meaning: 'What responders say of it; may be empty.',
  },
  {
    key: 'category',
    property: 'category',
    kind: 'category',
    field: 'category',
    hxl: '#event+type+code',
    meaning: 'The code of its category.',
  },
  {
    key: 'severity',
    property: 'severity',
    kind: 'word',
    field: 'severity',
    hxl: '#severity',
    meaning: 'How bad it is.',
  },
  {
    key: 'status',
    property: 'status',
    kind: 'word',
    field: 'status',
    hxl: '#status',
    meaning: 'How far it has come.',
  },
  {
    key: 'visibility',
    property: 'visibility',
    kind: 'word',
    field: 'visibility',
    hxl: '#meta+access',
    meaning: 'public or internal',
  },
  {
    key: 'latitude',
    property: 'latitude',
    kind: 'latitude',
    field: 'location',
    hxl: '#geo+lat',
    meaning: 'Degrees north, WGS 84: the centre of a cell of the grid to which public places are moved.',
  },
  {
    key: 'longitude',
    property: 'longitude',
    kind: 'longitude',
    field: 'location',
    hxl: '#geo+lon',
    meaning: 'Degrees east, WGS 84: the centre of a cell of the same grid.',
  },
  {
    key: 'place',
    property: 'place',
    kind: 'text',
    field: 'place',
    hxl: '#loc+name',
    meaning: 'The place in words, as responders wrote it.',
  },
  {
    key: 'reports',
    property: 'reports',
    kind: 'integer',
    field: 'reports',
    hxl: '#meta+reports+num',
    meaning: 'How many reports it rests on.',
  },
  {
    key: 'confirmations',
    property: 'confirmations',
    kind: 'integer',
    field: 'confirmations',
    hxl: '#meta+confirmations+num',
    meaning: 'How many people said that they see it too.',
  },
  {
    key: 'reason',
    property: 'reason',
    kind: 'text',
    field: 'reason',
    hxl: '#status+description',
    meaning: 'The latest reason given in public for its status.',
  },
  {
    key: 'opened_at',
    property: 'openedAt',
    kind: 'instant',
    field: 'openedAt',
    hxl: '#date+reported',
    meaning: 'When responders opened it, in UTC.',
  },
  {
    key: 'updated_at',
    property: 'updatedAt',
    kind: 'instant',
    field: 'updatedAt',
    hxl: '#date+updated',
    meaning: 'When it changed last, in UTC.',
  },
  {
    key: 'confidence',
    property: 'confidence',
    kind: 'word',
    field: 'confidence',
    hxl: '#meta+confidence',
    meaning: 'How sure responders are of it.',
  },
  {
    key: 'origin',
    property: 'origin',
    kind: 'text',
    field: 'origin',
    hxl: '#meta+source',
    meaning: 'Where it may be seen in the deployment that shared it, if it is public there.',
  },
  {
    key: 'category_name',
    property: 'categoryName',
    kind: 'category-name',
    field: 'category',
    hxl: '#event+type+name',
    meaning: 'Name of the category in the first language of the deployment',
    isExtra: true,
  },
  {
    key: 'link',
    property: 'link',
    kind: 'link',
    field: 'id',
    hxl: '#meta+url',
    meaning: 'Page of the incident',
    isExtra: true,
  },
];

const forResponders: readonly Column[] = [
  {
    key: 'assignee',
    property: 'assignee',
    kind: 'text',
    field: 'assignee',
    hxl: '#org+assigned',
    meaning: 'Whose work it is: a person or an organisation',
    isExtra: true,
  },
  {
    key: 'accuracy',
    property: 'accuracy',
    kind: 'metres',
    field: 'accuracy',
    hxl: '#geo+accuracy',
    meaning: 'How exact the place is, metres',
    isExtra: true,
  },
  {
    key: 'waits_for_second',
    property: 'waitsForSecond',
    kind: 'waits',
    field: 'seconded',
    hxl: '#meta+waiting',
    meaning: 'Published, but held back until a second person has confirmed it',
    isExtra: true,
  },
  {
    key: 'outcome',
    property: 'outcome',
    kind: 'word',
    field: 'outcome',
    hxl: '#status+outcome',
    meaning: 'What its reporters said when they were asked whether it is over',
    isExtra: true,
  },
  {
    key: 'version',
    property: 'version',
    kind: 'integer',
    field: 'version',
    hxl: '#meta+version',
    meaning: 'Rises with every change',
    isExtra: true,
  },
];

export const exportColumns: readonly ExportColumn[] = [
  ...forAll.map((column): ExportColumn => ({ ...column, audience: 'public' })),
  ...forResponders.map((column): ExportColumn => ({ ...column, audience: 'responders' })),
];

export const mayRead = (column: ExportColumn, audience: Audience): boolean =>
  audience === 'responders' || column.audience === 'public';

/** The columns of a file where nobody chose any. */
export const usualColumns: readonly ExportColumn[] = exportColumns.filter(({ isExtra }) => isExtra !== true);

/** What leaves when nobody chose: in JSON responders see all. */
export const usualProperties = (audience: Audience): ExportColumn[] =>
  exportColumns.filter(
    (column) =>
      mayRead(column, audience) &&
      (column.isExtra !== true || column.audience === 'responders') &&
      column.kind !== 'latitude' &&
      column.kind !== 'longitude',
  );

export interface ChosenColumn extends ExportColumn {
  /** Its heading. */
  name: string;
}

export interface ColumnChoice {
  key: string;
  name?: string | undefined;
}

/** @returns the keys that there are none of for this audience, or the columns in the order they were chosen */
export function chosenColumns(
  choice: readonly ColumnChoice[],
  audience: Audience,
): { unknown: string[]; columns: ChosenColumn[] } {
  const unknown: string[] = [];
  const columns: ChosenColumn[] = [];
  for (const { key, name } of choice) {
    const column = exportColumns.find((one) => one.key === key);
    if (column === undefined || !mayRead(column, audience)) unknown.push(key);
    else columns.push({ ...column, name: name ?? column.key });
  }
  return { unknown, columns };
}

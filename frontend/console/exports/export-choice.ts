/** What somebody chose to export, and the addresses and bodies that it becomes. Pure. */
import type { Audience, ExportColumnView, ExportFormatName, NewExportJob } from '@atesto/contract';

export const exportFormats = [
  'csv',
  'hxl.csv',
  'xlsx',
  'geojson',
  'geojsonl',
  'json',
  'kml',
  'gpx',
  'gpkg',
] as const satisfies readonly ExportFormatName[];

/** GPX has elements of its own, and no columns. */
export const hasColumns = (format: ExportFormatName): boolean => format !== 'gpx';

export interface ExportChoice {
  format: ExportFormatName;
  audience: Audience;
  /** Null: the usual ones. */
  columns: readonly { key: string; name: string }[] | null;
}

export const firstChoice: ExportChoice = { format: 'csv', audience: 'responders', columns: null };

/** What may be chosen for those who will read it. */
export const columnsFor = (all: readonly ExportColumnView[], audience: Audience): ExportColumnView[] =>
  all.filter((column) => audience === 'responders' || column.audience === 'public');

/** With the column in or out, in the order of the list. */
export function toggled(
  chosen: readonly { key: string; name: string }[],
  key: string,
  all: readonly ExportColumnView[],
): { key: string; name: string }[] {
  const isIn = chosen.some((one) => one.key === key);
  return all
    .filter((column) => (column.key === key ? !isIn : chosen.some((one) => one.key === column.key)))
    .map((column) => chosen.find((one) => one.key === column.key) ?? { key: column.key, name: '' });
}

export const named = (columns: ExportChoice['columns']): { key: string; name?: string }[] =>
  (columns ?? []).map(({ key, name }) => (name.trim() === '' ? { key } : { key, name: name.trim() }));

/** Behind the address of the file, with the filters of the list in front. A heading may hold no comma. */
export function queryOf(filter: string, { columns, format, audience }: ExportChoice): string {
  const query = new URLSearchParams(filter);
  if (audience === 'public') query.set('audience', audience);
  if (columns !== null && columns.length > 0 && hasColumns(format)) {
    const chosen = named(columns).map(({ key, name }) =>
      name === undefined ? key : `${key}:${name.replaceAll(',', ' ')}`,
    );
    query.set('columns', chosen.join(','));
  }
  return query.size === 0 ? '' : `?${query.toString()}`;
}

export const jobOf = (filter: string, { format, audience, columns }: ExportChoice): NewExportJob => ({
  format,
  audience,
  filter,
  ...(columns !== null && columns.length > 0 && hasColumns(format) && { columns: named(columns) }),
});

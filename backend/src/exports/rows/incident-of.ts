/** One row as the values that the formats with elements of their own speak of. Pure. */
import type { IncidentStatus, Severity, Confidence } from '@atesto/contract';
import type { BinaryRows } from './binary-rows.js';
import { cellOf, pointOf, type Cell } from './cells.js';
import { exportColumns } from './columns.js';
import type { RowContext } from './row-context.js';

export interface ExportedIncident {
  id: string;
  number: number;
  title: string;
  description: string;
  category: string | null;
  categoryName: string | null;
  severity: Severity;
  status: IncidentStatus;
  confidence: Confidence;
  place: string | null;
  reason: string | null;
  link: string;
  point: { lat: number; lon: number } | null;
  openedAt: Date;
  updatedAt: Date;
}

const column = (key: string): RowContext['columns'][number] => {
  const found = exportColumns.find((one) => one.key === key);
  if (found === undefined) throw new Error(`There is no column ${key}.`);
  return { ...found, name: key };
};

const named = {
  id: column('id'),
  number: column('number'),
  title: column('title'),
  description: column('description'),
  category: column('category'),
  categoryName: column('category_name'),
  severity: column('severity'),
  status: column('status'),
  confidence: column('confidence'),
  place: column('place'),
  reason: column('reason'),
  link: column('link'),
  openedAt: column('opened_at'),
  updatedAt: column('updated_at'),
};

/** What such a format reads, beside the columns that were chosen. */
export const elementColumns = Object.values(named);

export function incidentOf(rows: BinaryRows, context: RowContext): ExportedIncident {
  const cells = Object.fromEntries(
    Object.entries(named).map(([key, one]): [string, Cell] => [key, cellOf(one, rows, context)]),
  ) as Record<keyof typeof named, Cell>;
  const time = (cell: Cell): Date => new Date(String(cell));
  return {
    ...(cells as unknown as ExportedIncident),
    openedAt: time(cells.openedAt),
    updatedAt: time(cells.updatedAt),
    point: pointOf(rows, context),
  };
}

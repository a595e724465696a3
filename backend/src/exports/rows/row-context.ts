/** What is needed beside a row to say what leaves of it. Pure. */
import type { Audience } from '@atesto/contract';
import type { Deployment } from '../../deployments/index.js';
import type { BinaryRows } from './binary-rows.js';
import { CategoryTable } from './category-table.js';
import { keyFields, type ExportField } from './export-fields.js';
import type { ChosenColumn } from './columns.js';

export interface CategoryWords {
  code: string;
  name: string;
  isSensitive: boolean;
}

export interface RowContext {
  audience: Audience;
  /** Metres of the grid that places are snapped to; 0 leaves them exact. */
  precisionMetres: number;
  fourEyes: boolean;
  /** In front of each title: marks what comes from an exercise. */
  titlePrefix: string;
  isExercise: boolean;
  /** Everything before the id in the address of an incident's page. */
  linkPrefix: string;
  categories: CategoryTable<CategoryWords>;
  columns: readonly ChosenColumn[];
  /** In the order in which they are read. */
  fields: readonly ExportField[];
  placeOf: (field: ExportField) => number;
  /** The place that was read last. */
  lastPoint: { rows: BinaryRows | null; position: number; point: { lat: number; lon: number } | null };
}

export const exerciseMark = 'EXERCISE';

export function rowContext(
  deployment: Deployment,
  audience: Audience,
  columns: readonly ChosenColumn[],
  publicUrl: string,
  /** Read as well, whatever was chosen. */
  others: readonly ChosenColumn[] = [],
): RowContext {
  const named = [...columns, ...others].map(({ field }) => field);
  const waits: ExportField[] = named.includes('seconded') ? ['visibility', 'category'] : [];
  const fields = [...new Set<ExportField>([...keyFields, 'location', ...named, ...waits])];
  const places: Partial<Record<ExportField, number>> = Object.fromEntries(fields.map((field, place) => [field, place]));
  const language = deployment.languages[0] ?? 'en';
  const { slug, isExercise, policy } = deployment;
  return {
    audience,
    precisionMetres: audience === 'public' ? policy.publicPrecisionMetres : 0,
    fourEyes: policy.fourEyes,
    titlePrefix: isExercise ? `${exerciseMark}: ` : '',
    isExercise,
    linkPrefix:
      audience === 'public' ? `${publicUrl}/map/${slug}/incidents/` : `${publicUrl}/console/${slug}?incident=`,
    categories: new CategoryTable(
      deployment.categories.map(({ id, code, names }) => ({
        id,
        words: {
          code,
          name: names[language] ?? names['en'] ?? Object.values(names)[0] ?? code,
          isSensitive: deployment.isSensitive(id),
        },
      })),
    ),
    columns,
    fields,
    lastPoint: { rows: null, position: 0, point: null },
    placeOf: (field) => places[field] ?? -1,
  };
}

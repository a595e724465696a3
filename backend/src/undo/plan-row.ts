/** How one row goes back to what it was before an action, or what of it was changed since. Pure. */
import type { RowValues } from '../platform/index.js';
import { isSame, type NetImage } from './net-images.js';

/** Columns that follow from others, or only bear the time: they are not in the way of taking something back. */
type Following = 'counted' | 'dated' | 'expiring';

const following: Record<string, Record<string, Following>> = {
  reports: { claimed_until: 'expiring' },
  tasks: { updated_at: 'dated' },
  incidents: { updated_at: 'dated', report_count: 'counted', confirmation_count: 'counted' },
};

export type RowPlan =
  | { do: 'update' | 'insert'; values: RowValues }
  | { do: 'delete' }
  /** The columns that are no longer as the action left them; none where the row itself came or went. */
  | { do: 'refuse'; changed: string[] };

const isVersion = (column: string): boolean => column === 'version';

/** Whether there is anything to take back beside the count of versions. */
export const isWorthUndoing = ({ before, after }: NetImage): boolean =>
  before === null ||
  after === null ||
  Object.keys(after).some((column) => !isVersion(column) && column !== 'updated_at');

export function planRow(image: NetImage, current: RowValues | null): RowPlan {
  const { before, after } = image;
  if (after === null) {
    return current === null ? { do: 'insert', values: nextVersion(before ?? {}, before ?? {}) } : refusal([]);
  }
  if (current === null) return refusal([]);
  if (before === null) {
    const changed = Object.keys(after).filter(
      (column) => !isVersion(column) && !isSame(current[column], after[column]),
    );
    return changed.length > 0 ? refusal(changed) : { do: 'delete' };
  }
  const rules = following[image.table] ?? {};
  const columns = Object.keys(after).filter((column) => !isVersion(column));
  const changed = columns.filter((column) => rules[column] === undefined && !isSame(current[column], after[column]));
  if (changed.length > 0) return refusal(changed);
  const values = columns.map((column) => [
    column,
    restored(rules[column], current[column], before[column], after[column]),
  ]);
  return { do: 'update', values: nextVersion(current, Object.fromEntries(values) as RowValues) };
}

const refusal = (changed: string[]): RowPlan => ({ do: 'refuse', changed });

function nextVersion(current: RowValues, values: RowValues): RowValues {
  return typeof current['version'] === 'number' ? { ...values, version: current['version'] + 1 } : values;
}

function restored(rule: Following | undefined, current: unknown, before: unknown, after: unknown): unknown {
  // What came since is counted on; who changed it later keeps the date.
  if (rule === 'counted') return Number(current) - (Number(after) - Number(before));
  return rule === 'dated' && !isSame(current, after) ? current : before;
}

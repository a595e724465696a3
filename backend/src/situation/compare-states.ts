/** What changed between two states of a deployment, incident by incident. Pure. */
import {
  severities,
  situationChanges,
  type ChangedIncident,
  type IncidentStatus,
  type SituationChange,
  type Severity,
} from '@atesto/contract';

/** What is kept of each incident for the next comparison. */
export interface StateRow {
  id: string;
  number: number;
  title: string;
  severity: Severity;
  status: IncidentStatus;
  lat: number | null;
  lon: number | null;
  openedAt: string;
}

export interface StateRows {
  /** The newest first. */
  rows: readonly StateRow[];
  /** Whether these are all there are, or only the newest. */
  isWhole: boolean;
}

export const mostItems = 50;

/** Degrees; about a metre. Less is how numbers are written. */
const sameDegrees = 0.00001;

const rankOf = (severity: Severity): number => severities.indexOf(severity);

const differs = (one: number | null, other: number | null): boolean =>
  one === null || other === null ? one !== other : Math.abs(one - other) > sameDegrees;

function changesOf(before: StateRow, now: StateRow): SituationChange[] {
  const worse = rankOf(now.severity) - rankOf(before.severity);
  const isOver = now.status === 'resolved';
  const wasOver = before.status === 'resolved';
  return [
    ...(worse > 0 ? (['escalated'] as const) : []),
    ...(worse < 0 ? (['deescalated'] as const) : []),
    ...(isOver && !wasOver ? (['resolved'] as const) : []),
    ...(wasOver && !isOver ? (['reopened'] as const) : []),
    ...(now.status === 'responding' && before.status === 'open' ? (['responding'] as const) : []),
    ...(differs(now.lat, before.lat) || differs(now.lon, before.lon) ? (['moved'] as const) : []),
  ];
}

/** Where only the newest are known of one side, older ones are compared on neither. */
function comparable(former: StateRows, now: StateRows): (row: StateRow) => boolean {
  const oldest = [former, now].flatMap(({ rows, isWhole }) => (isWhole ? [] : (rows.at(-1)?.openedAt ?? [])));
  const from = oldest.sort().at(-1) ?? '';
  return ({ openedAt }) => openedAt >= from;
}

const shown = (row: StateRow, before: StateRow | null): ChangedIncident => ({
  number: row.number,
  title: row.title,
  severity: row.severity,
  status: row.status,
  before: before === null ? null : { severity: before.severity, status: before.status },
});

/** What is withdrawn may have gone to protect somebody: it is not for the public. */
export function compareStates(
  former: StateRows,
  now: StateRows,
): { counts: Record<SituationChange, number>; items: Record<SituationChange, ChangedIncident[]> } {
  const isComparable = comparable(former, now);
  const was = new Map(former.rows.filter(isComparable).map((row) => [row.id, row]));
  const found = Object.fromEntries(situationChanges.map((change) => [change, [] as ChangedIncident[]])) as Record<
    SituationChange,
    ChangedIncident[]
  >;
  for (const row of now.rows.filter(isComparable)) {
    const before = was.get(row.id) ?? null;
    was.delete(row.id);
    const changes = before === null ? (['new'] as const) : changesOf(before, row);
    for (const change of changes) found[change].push(shown(row, before));
  }
  for (const row of was.values()) found.withdrawn.push(shown(row, row));
  const most = (items: ChangedIncident[]): ChangedIncident[] =>
    items
      .sort((one, other) => rankOf(other.severity) - rankOf(one.severity) || other.number - one.number)
      .slice(0, mostItems);
  const each = <Value>(of: (items: ChangedIncident[]) => Value): Record<SituationChange, Value> =>
    Object.fromEntries(situationChanges.map((change) => [change, of(found[change])])) as Record<SituationChange, Value>;
  return { counts: each((items) => items.length), items: each(most) };
}

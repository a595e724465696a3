/** A line of the queue, be it a report or an incident, and its order: newest first, as the server pages them. */
import type { Change, IncidentView, PublicIncident, ReportView } from '@atesto/contract';
import type { Tab } from '../address/address.js';

export type Row =
  | { kind: 'report'; id: string; at: string; version: number; report: ReportView }
  | { kind: 'incident'; id: string; at: string; version: number; incident: IncidentView };

export const reportRow = (report: ReportView): Row => ({
  kind: 'report',
  id: report.id,
  at: report.receivedAt,
  version: report.version,
  report,
});

export const incidentRow = (incident: IncidentView): Row => ({
  kind: 'incident',
  id: incident.id,
  at: incident.openedAt,
  version: incident.version,
  incident,
});

/** Which list a row stands in. */
export const tabOf = (row: Row): Tab =>
  row.kind === 'incident' ? 'incidents' : row.report.quarantined ? 'quarantine' : 'reports';

const isInternal = (incident: IncidentView | PublicIncident): incident is IncidentView => 'version' in incident;

/** The row that a live change tells of, if it tells of one. */
export const rowOfChange = (change: Change): Row | null => {
  if ('report' in change) return reportRow(change.report);
  if ('incident' in change && isInternal(change.incident)) return incidentRow(change.incident);
  return null;
};

/** Negative when `one` stands above `other`. */
export const newestFirst = (one: Row, other: Row): number =>
  one.at === other.at ? (one.id < other.id ? 1 : one.id > other.id ? -1 : 0) : one.at < other.at ? 1 : -1;

/** The row `step` below (or above) the selected one; with nothing selected the first, or the last. */
export const neighbour = (rows: readonly Row[], selected: string | null, step: 1 | -1): Row | null => {
  const at = rows.findIndex((row) => row.id === selected);
  if (at === -1) return (step === 1 ? rows[0] : rows.at(-1)) ?? null;
  return rows[at + step] ?? null;
};

/** What is open in the detail pane, be it a report or an incident. */
import type { Change, HistoryEntry, IncidentDetail, ReportDetail, ReporterView, Suggestion } from '@atesto/contract';
import type { Problem } from '../../shared/problem.js';
import type { Selection } from '../address/address.js';
import { rowOfChange } from '../queue/row.js';

export interface DetailState {
  of: Selection | null;
  phase: 'none' | 'loading' | 'ready' | 'failed';
  report: ReportDetail | null;
  incident: IncidentDetail | null;
  /** Null until it was loaded. */
  history: readonly HistoryEntry[] | null;
  /** What the words of the open report speak for; empty until they are there. */
  suggestions: readonly Suggestion[];
  /** The reporter's contact, once somebody asked to see it. */
  contact: ReporterView | null;
  problem: Problem | null;
}

export const noDetail: DetailState = {
  of: null,
  phase: 'none',
  report: null,
  incident: null,
  history: null,
  suggestions: [],
  contact: null,
  problem: null,
};

export const opened = (of: Selection | null): DetailState =>
  of === null ? noDetail : { ...noDetail, of, phase: 'loading' };

const isOpen = (detail: DetailState, id: string): boolean => detail.of?.id === id;

export const withReport = (detail: DetailState, report: ReportDetail): DetailState => {
  if (!isOpen(detail, report.id) || (detail.report?.version ?? 0) > report.version) return detail;
  return { ...detail, phase: 'ready', report, problem: null };
};

export const withIncident = (detail: DetailState, incident: IncidentDetail): DetailState => {
  if (!isOpen(detail, incident.id) || (detail.incident?.version ?? 0) > incident.version) return detail;
  return { ...detail, phase: 'ready', incident, problem: null };
};

export const withHistory = (detail: DetailState, id: string, history: readonly HistoryEntry[]): DetailState =>
  isOpen(detail, id) ? { ...detail, history } : detail;

export const withSuggestions = (detail: DetailState, id: string, suggestions: readonly Suggestion[]): DetailState =>
  isOpen(detail, id) ? { ...detail, suggestions } : detail;

export const withContact = (detail: DetailState, id: string, contact: ReporterView): DetailState =>
  isOpen(detail, id) ? { ...detail, contact } : detail;

/** A failed refresh of what is already shown is no reason to take it away. */
export const failed = (detail: DetailState, id: string, problem: Problem): DetailState =>
  isOpen(detail, id) && detail.phase === 'loading' ? { ...detail, phase: 'failed', problem } : detail;

/** The fields that a live frame carries are shown at once; the rest follows when the detail is fetched again. */
export const withChange = (detail: DetailState, change: Change): DetailState => {
  const row = rowOfChange(change);
  if (row === null || !isOpen(detail, row.id)) return detail;
  if (row.kind === 'report' && detail.report !== null) {
    return withReport(detail, { ...detail.report, ...row.report });
  }
  if (row.kind === 'incident' && detail.incident !== null) {
    return withIncident(detail, { ...detail.incident, ...row.incident });
  }
  return detail;
};

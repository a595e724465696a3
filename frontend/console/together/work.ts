/** One person's work as the list shows it: in groups, each thing once. Pure. */
import type { Looking, MyWork } from '@atesto/contract';
import { incidentRow, reportRow, type Row } from '../queue/row.js';

export const noWork: MyWork = { claimed: [], reports: [], incidents: [], mentions: [], answered: [] };

export type WorkGroup = 'claimed' | 'answered' | 'assigned';

/** What is in hand stands first; nothing stands twice. */
export const groupsOf = (work: MyWork): [WorkGroup, Row[]][] => {
  const known = new Set<string>();
  const fresh = (rows: readonly Row[]): Row[] => rows.filter(({ id }) => !known.has(id) && known.add(id));
  return [
    ['claimed', fresh(work.claimed.map(reportRow))],
    ['answered', fresh(work.answered.map(reportRow))],
    ['assigned', fresh([...work.reports.map(reportRow), ...work.incidents.map(incidentRow)])],
  ];
};

export const rowsOfWork = (work: MyWork): Row[] => groupsOf(work).flatMap(([, rows]) => rows);

export const countOf = (work: MyWork | null): number =>
  work === null ? 0 : rowsOfWork(work).length + work.mentions.length;

export const worksOn = (work: MyWork, id: string): boolean =>
  rowsOfWork(work).some((row) => row.id === id) || work.mentions.some(({ about }) => about.id === id);

/** What one holds oneself: to be handed over when the shift ends. */
export const heldBy = (work: MyWork, userId: string): Row[] =>
  rowsOfWork(work).filter((row) => {
    const thing = row.kind === 'report' ? row.report : row.incident;
    return thing.assignee?.id === userId || (row.kind === 'report' && row.report.claim?.by.id === userId);
  });

export const aboutOf = (row: Row): Looking => ({ kind: row.kind, id: row.id });

export const titleOf = (row: Row): string =>
  row.kind === 'incident'
    ? `#${row.incident.number} ${row.incident.title}`
    : row.report.text || (row.report.place ?? '');

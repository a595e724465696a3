/** Whether a row that came in live belongs under the current filters; says what the server's list would say. */
import type { Category, IncidentView, ReportView } from '@atesto/contract';
import type { Filter } from '../address/address.js';
import { listQuery } from '../address/list-query.js';
import { withDescendants } from './category-tree.js';
import type { Row } from './row.js';

export interface Reader {
  userId: string | null;
  categories: readonly Category[];
}

const has = (words: readonly string[], word: string): boolean => words.length === 0 || words.includes(word);

const plain = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/\p{Diacritic}/gu, '')
    .toLowerCase();

const hasWords = (q: string, texts: readonly (string | null)[]): boolean => {
  const all = plain(texts.filter((text) => text !== null).join(' '));
  return plain(q)
    .split(/\s+/)
    .every((word) => all.includes(word));
};

const inCategory = (filter: Filter, code: string | null, categories: readonly Category[]): boolean => {
  if (filter.category.length === 0) return true;
  if (code === null) return filter.category.includes('none');
  return withDescendants(categories, filter.category).has(code);
};

const inDays = (filter: Filter, at: string): boolean => {
  const query = listQuery(filter, 'reports');
  const [from, to] = [query.get('from'), query.get('to')];
  return (from === null || at >= from) && (to === null || at < to);
};

const assigned = (filter: Filter, report: ReportView, userId: string | null): boolean => {
  if (filter.assignee === 'none') return report.claim === null;
  return filter.assignee === '' || (report.claim !== null && report.claim.by.id === userId);
};

const reportFits = (report: ReportView, filter: Filter, reader: Reader): boolean =>
  has(filter.status, report.status) &&
  has(filter.channel, report.channel) &&
  assigned(filter, report, reader.userId) &&
  (filter.located === '' || String(report.location !== null) === filter.located) &&
  inCategory(filter, report.category, reader.categories) &&
  inDays(filter, report.receivedAt) &&
  hasWords(filter.q, [report.text, report.place]);

const incidentFits = (incident: IncidentView, filter: Filter, reader: Reader): boolean =>
  incident.mergedInto === null &&
  has(filter.status, incident.status) &&
  has(filter.severity, incident.severity) &&
  (filter.visibility === '' || filter.visibility === incident.visibility) &&
  inCategory(filter, incident.category, reader.categories) &&
  inDays(filter, incident.openedAt) &&
  hasWords(filter.q, [incident.title, incident.description, incident.place]);

export const fits = (row: Row, filter: Filter, reader: Reader): boolean =>
  row.kind === 'report' ? reportFits(row.report, filter, reader) : incidentFits(row.incident, filter, reader);

/** Whether a row that came in live belongs under the current filters; says what the server's list would say. */
import type { Category, IncidentView, ReportView } from '@atesto/contract';
import type { Filter } from '../address/address.js';
import { listQuery } from '../address/list-query.js';
import { isInside, parseArea } from '../finding/area-ring.js';
import { plain } from '../finding/plain.js';
import { withDescendants } from './category-tree.js';
import type { Row } from './row.js';

export interface Reader {
  userId: string | null;
  /** In the list already: what only the server can judge stays as it judged. */
  isListed: boolean;
  categories: readonly Category[];
}

const has = (words: readonly string[], word: string): boolean => words.length === 0 || words.includes(word);

const isAnswer = (wanted: string, is: boolean): boolean => wanted === '' || String(is) === wanted;

const isInArea = (filter: Filter, location: { lat: number; lon: number } | null): boolean =>
  filter.area === '' || (location !== null && isInside(parseArea(filter.area), location));

/** What was asked and answered, and by whom, is not in a row. */
const isJudged = (filter: Filter, reader: Reader): boolean =>
  reader.isListed || (filter.answered === '' && filter.reporter === '');

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
  const isTaken = report.claim !== null || report.assignee !== null;
  const isMine = [report.claim?.by.id, report.assignee?.id].includes(userId ?? '');
  return filter.assignee === '' || (filter.assignee === 'none' ? !isTaken : isMine);
};

const reportFits = (report: ReportView, filter: Filter, reader: Reader): boolean =>
  has(filter.status, report.status) &&
  has(filter.channel, report.channel) &&
  assigned(filter, report, reader.userId) &&
  isAnswer(filter.located, report.location !== null) &&
  inCategory(filter, report.category, reader.categories) &&
  has(filter.priority, report.priority) &&
  has(filter.language, report.language ?? 'none') &&
  isAnswer(filter.media, report.media > 0) &&
  isAnswer(filter.contact, report.contactable) &&
  isInArea(filter, report.location) &&
  inDays(filter, filter.time === 'observed' ? (report.observedAt ?? report.receivedAt) : report.receivedAt) &&
  isJudged(filter, reader) &&
  (reader.isListed || hasWords(filter.q, [report.text, report.place]));

const incidentFits = (incident: IncidentView, filter: Filter, reader: Reader): boolean =>
  incident.mergedInto === null &&
  has(filter.status, incident.status) &&
  has(filter.severity, incident.severity) &&
  has(filter.confidence, incident.confidence) &&
  (filter.visibility === '' || filter.visibility === incident.visibility) &&
  inCategory(filter, incident.category, reader.categories) &&
  isAnswer(filter.located, incident.location !== null) &&
  isInArea(filter, incident.location) &&
  inDays(filter, filter.time === 'updated' ? incident.updatedAt : incident.openedAt) &&
  (reader.isListed || hasWords(filter.q, [incident.title, incident.description, incident.place]));

export const fits = (row: Row, filter: Filter, reader: Reader): boolean =>
  row.kind === 'report' ? reportFits(row.report, filter, reader) : incidentFits(row.incident, filter, reader);

/** The filters of the report list as SQL. Pure. */
import type { ReportFilter } from '@atesto/contract';
import type { Deployment } from '../deployments/index.js';
import {
  Conditions,
  idOfSearch,
  incidentNumberOf,
  insideArea,
  insideBbox,
  parseArea,
  parseBbox,
  searchQuery,
} from '../platform/index.js';
import { isAssignedTo, isAssignedToNobody } from './assignee.js';
import { isAddress } from './reporter-marks.js';

export interface Viewer {
  userId: string | null;
  now: Date;
  /** A reporter that is asked for, as a query of words; null for those who may not know reporters. */
  reporterQuery?: ((search: string) => string | null) | null;
}

function categoryCondition(codes: string, deployment: Deployment, { bind }: Conditions): string {
  const list = codes.split(',');
  const ids = bind(deployment.withDescendants(list));
  const within = `r.category_id = any(${ids}::uuid[])`;
  return list.includes('none') ? `(${within} or r.category_id is null)` : within;
}

function assigneeCondition(assignee: string, viewer: Viewer, { bind }: Conditions): string {
  const live = `r.claimed_until > ${bind(viewer.now)}`;
  if (assignee === 'none') return `(r.claimed_by is null or not ${live}) and ${isAssignedToNobody('r')}`;
  const id = bind(assignee === 'me' ? viewer.userId : assignee);
  return `((r.claimed_by = ${id}::uuid and ${live}) or ${isAssignedTo('r', id)})`;
}

function languageCondition(tags: string, { bind }: Conditions): string {
  const list = tags.split(',');
  const among = `r.language = any(${bind(list.filter((tag) => tag !== 'none'))}::text[])`;
  return list.includes('none') ? `(${among} or r.language is null)` : among;
}

const wordsCondition = (words: string, deployment: Deployment, { bind }: Conditions): string =>
  `select subject_id from search_documents where deployment_id = ${bind(deployment.id)} and words @@ ${bind(words)}::tsquery`;

/** An id, an incident's number, or words, which a number may be as well. */
function searchCondition(q: string, deployment: Deployment, viewer: Viewer, where: Conditions): string | null {
  const { bind } = where;
  const id = idOfSearch(q);
  if (id !== null) return `r.id = ${bind(id)}::uuid`;
  const ways: string[] = [];
  const incident = incidentNumberOf(q);
  if (incident !== null) {
    ways.push(`select m.id from reports m
         join incidents i on i.deployment_id = m.deployment_id and i.id = m.incident_id
         where i.deployment_id = ${bind(deployment.id)} and i.number = ${bind(incident.number)}::integer`);
  }
  const words = incident?.isSure === true ? null : searchQuery(q);
  const reporter = isAddress(q) ? (viewer.reporterQuery?.(q) ?? null) : null;
  const query = [words, reporter].filter((part) => part !== null).join(' | ');
  if (query !== '') ways.push(wordsCondition(query, deployment, where));
  return ways.length === 0 ? null : `r.id in (${ways.join(' union all ')})`;
}

function answeredCondition(answered: string, deployment: Deployment, { bind }: Conditions): string {
  return `r.id in (select m.report_id from messages m where m.deployment_id = ${bind(deployment.id)} and m.direction = 'out')
       and (select m.direction from messages m where m.deployment_id = r.deployment_id and m.report_id = r.id
         order by m.at desc, m.id desc limit 1) = ${bind(answered === 'true' ? 'in' : 'out')}`;
}

/** When it was received or seen. */
export const timeOf = (filter: ReportFilter): string =>
  filter.time === 'observed' ? 'coalesce(r.observed_at, r.received_at)' : 'r.received_at';

/** Conditions on `reports r`. @throws Problem 422 for a box or an area that is none */
export function reportConditions(filter: ReportFilter, deployment: Deployment, viewer: Viewer): Conditions {
  const where = new Conditions();
  const { bind } = where;
  where.add(`r.deployment_id = ${bind(deployment.id)}`);
  where.add(filter.quarantined === 'true' ? 'r.quarantined' : 'not r.quarantined');
  if (filter.status !== undefined) where.add(`r.status = any(${bind(filter.status.split(','))}::text[])`);
  if (filter.priority !== undefined) where.add(`r.priority = any(${bind(filter.priority.split(','))}::text[])`);
  if (filter.channel !== undefined) where.add(`r.channel = any(${bind(filter.channel.split(','))}::text[])`);
  if (filter.language !== undefined) where.add(languageCondition(filter.language, where));
  if (filter.category !== undefined) where.add(categoryCondition(filter.category, deployment, where));
  if (filter.assignee !== undefined) where.add(assigneeCondition(filter.assignee, viewer, where));
  if (filter.bbox !== undefined) where.add(insideBbox('r.location', parseBbox(filter.bbox), bind));
  if (filter.area !== undefined) where.add(insideArea('r.location', parseArea(filter.area), bind));
  if (filter.from !== undefined) where.add(`${timeOf(filter)} >= ${bind(new Date(filter.from))}`);
  if (filter.to !== undefined) where.add(`${timeOf(filter)} < ${bind(new Date(filter.to))}`);
  if (filter.located !== undefined) where.add(`r.location is ${filter.located === 'true' ? 'not null' : 'null'}`);
  if (filter.media !== undefined) where.add(`r.media_count ${filter.media === 'true' ? '> 0' : '= 0'}`);
  if (filter.contact !== undefined) where.add(filter.contact === 'true' ? 'r.contactable' : 'not r.contactable');
  if (filter.answered !== undefined) where.add(answeredCondition(filter.answered, deployment, where));
  const found = filter.q === undefined ? null : searchCondition(filter.q, deployment, viewer, where);
  if (found !== null) where.add(found);
  if (filter.reporter !== undefined) {
    const asked = viewer.reporterQuery?.(filter.reporter) ?? null;
    where.add(asked === null ? 'false' : `r.id in (${wordsCondition(asked, deployment, where)})`);
  }
  return where;
}

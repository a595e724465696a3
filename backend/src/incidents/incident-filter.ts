/** The filters of the incident list and of the exports as SQL. Pure. */
import type { Audience, IncidentFilter } from '@atesto/contract';
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
import { boxOfTruePlaces } from './public-place.js';
import { publicRowSql } from './public-rule.js';
import { isAssignedTo, isAssignedToNobody } from '../reports/index.js';

export const timeOf = (filter: IncidentFilter): string => (filter.time === 'updated' ? 'i.updated_at' : 'i.opened_at');

/** Conditions on `incidents i`. What the public may not see is never even selected for it. */
export function incidentConditions(filter: IncidentFilter, deployment: Deployment, audience: Audience): Conditions {
  const where = new Conditions();
  const { bind } = where;
  where.add(`i.deployment_id = ${bind(deployment.id)}`);
  where.add('i.merged_into is null');
  if (audience === 'public') where.add(publicCondition(deployment, bind));
  else if (filter.visibility !== undefined) where.add(`i.visibility = ${bind(filter.visibility)}`);
  if (audience !== 'public' && filter.assignee !== undefined) where.add(assigneeCondition(filter.assignee, bind));
  if (filter.status !== undefined) where.add(`i.status = any(${bind(filter.status.split(','))}::text[])`);
  if (filter.severity !== undefined) where.add(`i.severity = any(${bind(filter.severity.split(','))}::text[])`);
  if (filter.confidence !== undefined) where.add(`i.confidence = any(${bind(filter.confidence.split(','))}::text[])`);
  if (filter.category !== undefined) {
    const codes = filter.category.split(',');
    const within = `i.category_id = any(${bind(deployment.withDescendants(codes))}::uuid[])`;
    where.add(codes.includes('none') ? `(${within} or i.category_id is null)` : within);
  }
  // What the public draws is held against the places it may know, so a small one cannot feel for the exact place.
  const precision = audience === 'public' ? deployment.policy.publicPrecisionMetres : 0;
  const location = (): string => (precision === 0 ? 'i.location' : snappedLocation('i.location', bind(precision)));
  if (filter.bbox !== undefined) {
    const box = parseBbox(filter.bbox);
    if (precision > 0) where.add(insideBbox('i.location', boxOfTruePlaces(box, precision), bind));
    where.add(insideBbox(location(), box, bind));
  }
  if (filter.area !== undefined) where.add(insideArea(location(), parseArea(filter.area), bind));
  if (filter.located !== undefined) where.add(`i.location is ${filter.located === 'true' ? 'not null' : 'null'}`);
  const time = timeOf(filter);
  if (filter.from !== undefined) where.add(`${time} >= ${bind(new Date(filter.from))}`);
  if (filter.to !== undefined) where.add(`${time} < ${bind(new Date(filter.to))}`);
  const found = filter.q === undefined ? null : searchCondition(filter.q, deployment, where);
  if (found !== null) where.add(found);
  return where;
}

const assigneeCondition = (assignee: string, bind: Conditions['bind']): string =>
  assignee === 'none' ? isAssignedToNobody('i') : isAssignedTo('i', bind(assignee));

function publicCondition(deployment: Deployment, bind: (value: unknown) => string): string {
  const isSensitive = `coalesce(i.category_id = any(${bind(deployment.sensitiveIds())}::uuid[]), false)`;
  return `${publicRowSql('i', bind(deployment.policy.fourEyes))} and not ${isSensitive}`;
}

/** An id, a number, or words, which a number may be as well. */
function searchCondition(q: string, deployment: Deployment, { bind }: Conditions): string | null {
  const id = idOfSearch(q);
  if (id !== null) return `i.id = ${bind(id)}::uuid`;
  const number = incidentNumberOf(q);
  const words = number?.isSure === true ? null : searchQuery(q);
  const ways = [
    ...(number === null ? [] : [`i.number = ${bind(number.number)}::integer`]),
    ...(words === null
      ? []
      : [
          `i.id in (select subject_id from search_documents where deployment_id = ${bind(deployment.id)}
         and words @@ ${bind(words)}::tsquery)`,
        ]),
  ];
  return ways.length === 0 ? null : `(${ways.join(' or ')})`;
}

/** The same grid as `snapToGrid`, in SQL. */
function snappedLocation(column: string, precision: string): string {
  const step = `(${precision}::float8 / 111320)`;
  const lat = `least(90, greatest(-90, (floor(st_y(${column}) / ${step}) + 0.5) * ${step}))`;
  const lonStep = `least(360, ${step} / greatest(0.01, cos(radians(${lat}))))`;
  const lon = `least(180, greatest(-180, (floor(st_x(${column}) / ${lonStep}) + 0.5) * ${lonStep}))`;
  return `st_setsrid(st_makepoint(${lon}, ${lat}), 4326)`;
}

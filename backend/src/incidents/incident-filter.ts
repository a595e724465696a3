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

/** What the map services of others ask for beyond the filters of a list. */
export interface IncidentScope {
  number?: number;
  /** This category itself, not what stands below it. */
  exactCategory?: string;
  /** The time from its opening to its last change has a part in this one, both ends included. */
  during?: { from: Date | null; to: Date | null };
  /** What has no place is in every box. */
  placelessInBox?: boolean;
}

export const timeOf = (filter: IncidentFilter): string => (filter.time === 'updated' ? 'i.updated_at' : 'i.opened_at');

/** Conditions on `incidents i`. What the public may not see is never even selected for it. */
export function incidentConditions(
  filter: IncidentFilter,
  deployment: Deployment,
  audience: Audience,
  scope: IncidentScope = {},
): Conditions {
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
  if (filter.bbox !== undefined) {
    const inBox = boxCondition(filter.bbox, deployment, audience, bind);
    where.add(scope.placelessInBox === true ? `(i.location is null or ${inBox})` : inBox);
  }
  if (filter.area !== undefined)
    where.add(insideArea(knownPlace(deployment, audience, bind), parseArea(filter.area), bind));
  if (filter.located !== undefined) where.add(`i.location is ${filter.located === 'true' ? 'not null' : 'null'}`);
  const time = timeOf(filter);
  if (filter.from !== undefined) where.add(`${time} >= ${bind(new Date(filter.from))}`);
  if (filter.to !== undefined) where.add(`${time} < ${bind(new Date(filter.to))}`);
  addScope(where, scope, deployment);
  const found = filter.q === undefined ? null : searchCondition(filter.q, deployment, where);
  if (found !== null) where.add(found);
  return where;
}

function addScope(where: Conditions, scope: IncidentScope, deployment: Deployment): void {
  const { bind } = where;
  const { from = null, to = null } = scope.during ?? {};
  if (scope.number !== undefined) where.add(`i.number = ${bind(scope.number)}::integer`);
  if (scope.exactCategory !== undefined)
    where.add(`i.category_id = ${bind(deployment.category(scope.exactCategory)?.id ?? null)}::uuid`);
  if (from !== null) where.add(`i.updated_at >= ${bind(from)}`);
  if (to !== null) where.add(`i.opened_at <= ${bind(to)}`);
}

type Bind = Conditions['bind'];

/** What the public draws is held against the places it may know, so a small box cannot feel for the exact place. */
export function knownPlace(deployment: Deployment, audience: Audience, bind: Bind): string {
  const precision = audience === 'public' ? deployment.policy.publicPrecisionMetres : 0;
  return precision === 0 ? 'i.location' : snappedLocation('i.location', bind(precision));
}

function boxCondition(bbox: string, deployment: Deployment, audience: Audience, bind: Bind): string {
  const box = parseBbox(bbox);
  const precision = audience === 'public' ? deployment.policy.publicPrecisionMetres : 0;
  const wide = precision === 0 ? [] : [insideBbox('i.location', boxOfTruePlaces(box, precision), bind)];
  return [...wide, insideBbox(knownPlace(deployment, audience, bind), box, bind)].join(' and ');
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

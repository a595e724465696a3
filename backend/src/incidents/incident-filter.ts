/** The filters of the incident list and of the exports as SQL. Pure. */
import type { Audience, IncidentFilter } from '@atesto/contract';
import type { Deployment } from '../deployments/index.js';
import { Conditions, insideBbox, parseBbox, textQueryOf } from '../platform/index.js';

/** Conditions on `incidents i`. What the public may not see is never even selected for it. */
export function incidentConditions(filter: IncidentFilter, deployment: Deployment, audience: Audience): Conditions {
  const where = new Conditions();
  const { bind } = where;
  where.add(`i.deployment_id = ${bind(deployment.id)}`);
  where.add('i.merged_into is null');
  if (audience === 'public') where.add(publicCondition(deployment, bind));
  else if (filter.visibility !== undefined) where.add(`i.visibility = ${bind(filter.visibility)}`);
  if (filter.status !== undefined) where.add(`i.status = any(${bind(filter.status.split(','))}::text[])`);
  if (filter.severity !== undefined) where.add(`i.severity = any(${bind(filter.severity.split(','))}::text[])`);
  if (filter.category !== undefined) {
    const codes = filter.category.split(',');
    const within = `i.category_id = any(${bind(deployment.withDescendants(codes))}::uuid[])`;
    where.add(codes.includes('none') ? `(${within} or i.category_id is null)` : within);
  }
  // The public's box is held against the places it may know, so a small box cannot feel for the exact one.
  if (filter.bbox !== undefined) where.add(bboxCondition(filter.bbox, deployment, audience, where));
  if (filter.from !== undefined) where.add(`i.opened_at >= ${bind(new Date(filter.from))}`);
  if (filter.to !== undefined) where.add(`i.opened_at < ${bind(new Date(filter.to))}`);
  const words = filter.q === undefined ? null : textQueryOf(filter.q);
  if (words !== null) {
    where.add(`to_tsvector('simple', unaccent(concat_ws(' ', i.number, i.title, i.description, i.place)))
         @@ to_tsquery('simple', unaccent(${bind(words)}))`);
  }
  return where;
}

function publicCondition(deployment: Deployment, bind: (value: unknown) => string): string {
  return `i.visibility = 'public' and not coalesce(i.category_id = any(${bind(deployment.sensitiveIds())}::uuid[]), false)`;
}

function bboxCondition(bbox: string, deployment: Deployment, audience: Audience, where: Conditions): string {
  const precision = audience === 'public' ? deployment.policy.publicPrecisionMetres : 0;
  const column = precision === 0 ? 'i.location' : snappedLocation('i.location', where.bind(precision));
  return insideBbox(column, parseBbox(bbox), where.bind);
}

/** The same grid as `snapToGrid`, in SQL. */
function snappedLocation(column: string, precision: string): string {
  const step = `(${precision}::float8 / 111320)`;
  const lat = `least(90, greatest(-90, (floor(st_y(${column}) / ${step}) + 0.5) * ${step}))`;
  const lonStep = `least(360, ${step} / greatest(0.01, cos(radians(${lat}))))`;
  const lon = `least(180, greatest(-180, (floor(st_x(${column}) / ${lonStep}) + 0.5) * ${lonStep}))`;
  return `st_setsrid(st_makepoint(${lon}, ${lat}), 4326)`;
}

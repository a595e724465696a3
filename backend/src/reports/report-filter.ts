/** The filters of the report list as SQL. Pure. */
import type { ReportListQuery } from '@atesto/contract';
import type { Deployment } from '../deployments/index.js';
import { Conditions, insideBbox, parseBbox, readKeyset, textQueryOf } from '../platform/index.js';

export interface Viewer {
  userId: string | null;
  now: Date;
}

function categoryCondition(codes: string, deployment: Deployment, { bind }: Conditions): string {
  const list = codes.split(',');
  const ids = bind(deployment.withDescendants(list));
  const within = `r.category_id = any(${ids}::uuid[])`;
  return list.includes('none') ? `(${within} or r.category_id is null)` : within;
}

function assigneeCondition(assignee: string, viewer: Viewer, { bind }: Conditions): string {
  const live = `r.claimed_until > ${bind(viewer.now)}`;
  if (assignee === 'none') return `(r.claimed_by is null or not ${live})`;
  return `r.claimed_by = ${bind(assignee === 'me' ? viewer.userId : assignee)}::uuid and ${live}`;
}

/** Conditions on `reports r`. */
export function reportConditions(query: ReportListQuery, deployment: Deployment, viewer: Viewer): Conditions {
  const where = new Conditions();
  const { bind } = where;
  where.add(`r.deployment_id = ${bind(deployment.id)}`);
  where.add(query.quarantined === 'true' ? 'r.quarantined' : 'not r.quarantined');
  if (query.status !== undefined) where.add(`r.status = any(${bind(query.status.split(','))}::text[])`);
  if (query.channel !== undefined) where.add(`r.channel = any(${bind(query.channel.split(','))}::text[])`);
  if (query.category !== undefined) where.add(categoryCondition(query.category, deployment, where));
  if (query.assignee !== undefined) where.add(assigneeCondition(query.assignee, viewer, where));
  if (query.bbox !== undefined) where.add(insideBbox('r.location', parseBbox(query.bbox), bind));
  if (query.from !== undefined) where.add(`r.received_at >= ${bind(new Date(query.from))}`);
  if (query.to !== undefined) where.add(`r.received_at < ${bind(new Date(query.to))}`);
  if (query.located !== undefined) where.add(`r.location is ${query.located === 'true' ? 'not null' : 'null'}`);
  const words = query.q === undefined ? null : textQueryOf(query.q);
  if (words !== null) {
    where.add(`r.id in (select subject_id from search_documents where deployment_id = r.deployment_id
         and words @@ to_tsquery('simple', unaccent(${bind(words)})))`);
  }
  if (query.cursor !== undefined) {
    const { at, id } = readKeyset(query.cursor);
    where.add(`(r.received_at, r.id) < (${bind(at)}, ${bind(id)}::uuid)`);
  }
  return where;
}

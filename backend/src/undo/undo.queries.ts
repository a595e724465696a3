/** The statements of taking back: what was done in one go, and what happened since. */
import type { JournalKind } from '@atesto/contract';
import type { Sql } from '../platform/index.js';

export interface ActionRow {
  seq: string;
  xid: string;
  kind: JournalKind;
  subject_id: string;
  actor_id: string | null;
  data: Record<string, unknown>;
}

/** All entries of the transaction that wrote this one, in order; none for a number that is not there. */
export function actionEntries(tx: Sql, deploymentId: string, seq: string): Promise<ActionRow[]> {
  return tx.query<ActionRow>(
    `select seq, xid, kind, subject_id, actor_id, data from journal
     where deployment_id = $1 and xid = (select xid from journal where deployment_id = $1 and seq = $2)
     order by seq`,
    [deploymentId, seq],
  );
}

export interface LaterEntry {
  kind: JournalKind;
  at: Date;
  name: string | null;
}

/** The last that happened to one of these after the action. */
export async function lastSince(
  tx: Sql,
  deploymentId: string,
  subjectIds: readonly string[],
  seq: string,
): Promise<LaterEntry | null> {
  const [row] = await tx.query<LaterEntry>(
    `select j.kind, j.at, u.name from journal j left join users u on u.id = j.actor_id
     where j.deployment_id = $1 and j.subject_id = any($2::uuid[]) and j.seq > $3 order by j.seq desc limit 1`,
    [deploymentId, subjectIds, seq],
  );
  return row ?? null;
}

/** Rows that change places with one another, like the numbers of a merge, may do so in any order. */
export async function checkAtTheEnd(tx: Sql): Promise<void> {
  await tx.query('set constraints all deferred');
}

/** Whether a task was given for this need. */
export async function isNeedUsed(tx: Sql, deploymentId: string, id: string): Promise<boolean> {
  const rows = await tx.query('select 1 from tasks where deployment_id = $1 and need_id = $2 limit 1', [
    deploymentId,
    id,
  ]);
  return rows.length > 0;
}

/**
 * Whether one of these offers, or of those that these tasks make use of, is now promised beyond what it holds, or though
 * it was declined or withdrawn.
 */
export async function isOverpromised(
  tx: Sql,
  deploymentId: string,
  taskIds: readonly string[],
  offerIds: readonly string[],
): Promise<boolean> {
  const [{ ids } = { ids: [] }] = await tx.query<{ ids: string[] }>(
    `select coalesce(array_agg(id order by id), '{}') as ids from (select id from offers where deployment_id = $1 and
       (id = any($3::uuid[]) or id in (select offer_id from tasks where deployment_id = $1 and id = any($2::uuid[])))
       for update) as locked`,
    [deploymentId, taskIds, offerIds],
  );
  const rows = await tx.query(
    `select 1 from offers o cross join lateral (
       select coalesce(sum(t.quantity), 0) as taken, coalesce(sum(t.quantity) filter (where t.status <> 'done'), 0) as due
       from tasks t where t.deployment_id = $1 and t.offer_id = o.id and t.status not in ('declined', 'cancelled')) as sums
     where o.deployment_id = $1 and o.id = any($2::uuid[]) and (taken > o.quantity or (o.status <> 'offered' and due > 0))
     limit 1`,
    [deploymentId, ids],
  );
  return rows.length > 0;
}

/** The incidents to which these pieces of evidence belong. */
export async function incidentsOfEvidence(tx: Sql, deploymentId: string, ids: readonly string[]): Promise<string[]> {
  const rows = await tx.query<{ id: string }>(
    'select distinct incident_id as id from evidence where deployment_id = $1 and id = any($2::uuid[])',
    [deploymentId, ids],
  );
  return rows.map(({ id }) => id);
}

/** Incidents that lost their last report by the taking back are no longer shown, as everywhere else. */
export async function hideEmptied(tx: Sql, deploymentId: string, ids: readonly string[]): Promise<void> {
  await tx.query(
    `update incidents set visibility = 'internal'
     where deployment_id = $1 and id = any($2::uuid[]) and report_count = 0 and visibility = 'public'`,
    [deploymentId, ids],
  );
}

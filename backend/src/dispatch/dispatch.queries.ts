/** All SQL of needs and tasks. The incident's row is locked by whoever writes. */
import type { NeedKind, TaskStatus } from '@atesto/contract';
import type { Sql } from '../platform/index.js';

export interface NeedRecord {
  id: string;
  kind: NeedKind;
  what: string;
  quantity: number;
  unit: string;
  added_by: string;
  adder_name: string | null;
  at: Date;
}

/** Those that stand. */
export function needsOf(sql: Sql, deploymentId: string, incidentId: string): Promise<NeedRecord[]> {
  return sql.query<NeedRecord>(
    `select n.id, n.kind, n.what, n.quantity, n.unit, n.added_by, u.name as adder_name, n.at
     from needs n left join users u on u.id = n.added_by
     where n.deployment_id = $1 and n.incident_id = $2 and n.withdrawn_at is null order by n.at, n.id`,
    [deploymentId, incidentId],
  );
}

export interface NewNeedRecord {
  id: string;
  kind: NeedKind;
  what: string;
  quantity: number;
  unit: string;
  by: string;
  at: Date;
}

export async function insertNeed(
  tx: Sql,
  deploymentId: string,
  incidentId: string,
  need: NewNeedRecord,
): Promise<void> {
  await tx.query(
    `insert into needs (deployment_id, id, incident_id, kind, what, quantity, unit, added_by, at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
    [deploymentId, need.id, incidentId, need.kind, need.what, need.quantity, need.unit, need.by, need.at],
  );
}

export async function withdrawNeed(tx: Sql, deploymentId: string, id: string, at: Date): Promise<void> {
  await tx.query('update needs set withdrawn_at = $3 where deployment_id = $1 and id = $2', [deploymentId, id, at]);
}

export interface TaskRecord {
  id: string;
  need_id: string | null;
  offer_id: string | null;
  organisation_id: string | null;
  organisation_name: string | null;
  quantity: number | null;
  status: TaskStatus;
  note: string;
  added_by: string;
  adder_name: string | null;
  at: Date;
  updated_at: Date;
}

export function tasksOf(sql: Sql, deploymentId: string, incidentId: string): Promise<TaskRecord[]> {
  return sql.query<TaskRecord>(
    `select t.id, t.need_id, t.offer_id, t.organisation_id, o.name as organisation_name, t.quantity, t.status, t.note,
       t.added_by, u.name as adder_name, t.at, t.updated_at
     from tasks t left join organisations o on o.id = t.organisation_id left join users u on u.id = t.added_by
     where t.deployment_id = $1 and t.incident_id = $2 order by t.at, t.id`,
    [deploymentId, incidentId],
  );
}

export interface NewTaskRecord {
  id: string;
  need: string | null;
  offer: string | null;
  organisation: string | null;
  quantity: number | null;
  note: string;
  by: string;
  at: Date;
}

export async function insertTask(
  tx: Sql,
  deploymentId: string,
  incidentId: string,
  task: NewTaskRecord,
): Promise<void> {
  await tx.query(
    `insert into tasks (deployment_id, id, incident_id, need_id, offer_id, organisation_id, quantity, note, added_by, at,
       updated_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $10)`,
    [
      deploymentId,
      task.id,
      incidentId,
      task.need,
      task.offer,
      task.organisation,
      task.quantity,
      task.note,
      task.by,
      task.at,
    ],
  );
}

export async function writeTaskStatus(
  tx: Sql,
  deploymentId: string,
  id: string,
  status: TaskStatus,
  note: string | null,
  at: Date,
): Promise<void> {
  await tx.query(
    `update tasks set status = $3, note = coalesce($4, note), updated_at = $5 where deployment_id = $1 and id = $2`,
    [deploymentId, id, status, note, at],
  );
}

export async function isOrganisation(sql: Sql, id: string): Promise<boolean> {
  return (await sql.query('select 1 from organisations where id = $1', [id])).length > 0;
}

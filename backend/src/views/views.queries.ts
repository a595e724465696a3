/** All SQL of saved views. */
import type { Sql } from '../platform/index.js';

export interface SavedViewRecord {
  id: string;
  name: string;
  query: string;
  shared: boolean;
  position: number;
  created_by: string;
  author_name: string | null;
}

const selectViews = `select v.id, v.name, v.query, v.shared, v.position, v.created_by, u.name as author_name
  from views v left join users u on u.id = v.created_by`;

/** What everybody sees, and one's own. */
export function viewsFor(sql: Sql, deploymentId: string, userId: string | null): Promise<SavedViewRecord[]> {
  return sql.query<SavedViewRecord>(
    `${selectViews} where v.deployment_id = $1 and (v.shared or v.created_by = $2) order by v.position, v.name, v.id`,
    [deploymentId, userId],
  );
}

export async function lockView(tx: Sql, deploymentId: string, id: string): Promise<SavedViewRecord | null> {
  const [row] = await tx.query<SavedViewRecord>(
    `${selectViews} where v.deployment_id = $1 and v.id = $2 for update of v`,
    [deploymentId, id],
  );
  return row ?? null;
}

/** One person's views and those that all see are few: more would be no help. */
export async function countViews(sql: Sql, deploymentId: string): Promise<number> {
  const [row] = await sql.query<{ n: number }>('select count(*)::integer as n from views where deployment_id = $1', [
    deploymentId,
  ]);
  return row?.n ?? 0;
}

export interface ViewFields {
  name: string;
  query: string;
  shared: boolean;
  position: number;
}

export async function insertView(
  tx: Sql,
  deploymentId: string,
  id: string,
  fields: ViewFields,
  createdBy: string,
): Promise<void> {
  await tx.query(
    `insert into views (deployment_id, id, name, query, shared, position, created_by)
     values ($1, $2, $3, $4, $5, $6, $7)`,
    [deploymentId, id, fields.name, fields.query, fields.shared, fields.position, createdBy],
  );
}

export async function writeView(tx: Sql, deploymentId: string, id: string, fields: ViewFields): Promise<void> {
  await tx.query(
    `update views set name = $3, query = $4, shared = $5, position = $6 where deployment_id = $1 and id = $2`,
    [deploymentId, id, fields.name, fields.query, fields.shared, fields.position],
  );
}

export async function deleteView(tx: Sql, deploymentId: string, id: string): Promise<void> {
  await tx.query('delete from views where deployment_id = $1 and id = $2', [deploymentId, id]);
}

/** All SQL of the hand-overs. */
import type { Slice, Sql } from '../../platform/index.js';
import type { AssigneeColumns } from '../../reports/index.js';
import type { HandOverItemRow } from '../teamwork.entities.js';

export interface NewHandOver {
  id: string;
  byUser: string;
  toUser: string | null;
  toOrganisation: string | null;
  note: string;
  items: readonly HandOverItemRow[];
  at: Date;
}

export async function insertHandOver(tx: Sql, deploymentId: string, made: NewHandOver): Promise<void> {
  await tx.query(
    `insert into hand_overs (deployment_id, id, by_user, to_user, to_organisation, note, items, at)
     values ($1, $2, $3, $4, $5, $6, $7, $8)`,
    [
      deploymentId,
      made.id,
      made.byUser,
      made.toUser,
      made.toOrganisation,
      made.note,
      JSON.stringify(made.items),
      made.at,
    ],
  );
}

export interface HandOverRecord extends AssigneeColumns {
  id: string;
  by_user: string;
  by_name: string | null;
  note: string;
  items: HandOverItemRow[];
  at: Date;
}

const selectHandOvers = `select h.id, h.by_user, b.name as by_name, h.note, h.items, h.at, h.to_user as assigned_to_user,
    u.name as assigned_user_name, h.to_organisation as assigned_to_organisation, o.name as assigned_organisation_name
  from hand_overs h
  left join users b on b.id = h.by_user
  left join users u on u.id = h.to_user
  left join organisations o on o.id = h.to_organisation`;

/** The newest first. */
export function lastHandOvers(sql: Sql, deploymentId: string, { after, limit }: Slice): Promise<HandOverRecord[]> {
  return sql.query<HandOverRecord>(
    `${selectHandOvers} where h.deployment_id = $1 and ($2::timestamptz is null or (h.at, h.id) < ($2, $3::uuid))
     order by h.at desc, h.id desc limit $4`,
    [deploymentId, after?.at ?? null, after?.id ?? null, limit],
  );
}

/** Those made at or after `from` and before `to`, the newest first. */
export function handOversBetween(
  sql: Sql,
  deploymentId: string,
  { from, to }: { from: Date; to: Date },
  limit: number,
): Promise<HandOverRecord[]> {
  return sql.query<HandOverRecord>(
    `${selectHandOvers} where h.deployment_id = $1 and h.at >= $3 and h.at < $4 order by h.at desc, h.id desc limit $2`,
    [deploymentId, limit, from, to],
  );
}

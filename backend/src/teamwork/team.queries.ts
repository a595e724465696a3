/** All SQL about who belongs to the team of a deployment. */
import type { PersonRef } from '@atesto/contract';
import type { Sql } from '../platform/index.js';

/** Members of the deployment, and administrators, who may work in every one. A viewer only looks. */
export function peopleOfTeam(
  sql: Sql,
  deploymentId: string,
  ids: readonly string[],
): Promise<(PersonRef & { only_looks: boolean })[]> {
  return sql.query<PersonRef & { only_looks: boolean }>(
    `select u.id, u.name, not u.is_admin and m.role = 'viewer' as only_looks from users u
     left join memberships m on m.deployment_id = $1 and m.user_id = u.id
     where u.id = any($2::uuid[]) and (m.user_id is not null or u.is_admin)`,
    [deploymentId, ids],
  );
}

export async function organisationNamed(sql: Sql, id: string): Promise<PersonRef | null> {
  const [row] = await sql.query<PersonRef>('select id, name from organisations where id = $1', [id]);
  return row ?? null;
}

export async function organisationOf(sql: Sql, userId: string): Promise<string | null> {
  const [row] = await sql.query<{ id: string | null }>('select organisation_id as id from users where id = $1', [
    userId,
  ]);
  return row?.id ?? null;
}

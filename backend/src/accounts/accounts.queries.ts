/** All SQL of people, organisations, memberships and sessions. */
import type { MemberRole, OrganisationView, PersonRef, Role, UserView } from '@atesto/contract';
import { whole, type Slice, type Sql } from '../platform/index.js';

export interface UserRecord {
  id: string;
  email: string;
  name: string;
  password_hash: string;
  is_admin: boolean;
  organisation_id: string | null;
  organisation_name: string | null;
}

const userSelect = `select u.id, u.email, u.name, u.password_hash, u.is_admin, u.organisation_id, o.name as organisation_name
  from users u left join organisations o on o.id = u.organisation_id`;

export function presentUser(user: UserRecord): UserView {
  const { organisation_id: id, organisation_name: name } = user;
  const organisation = id === null || name === null ? null : { id, name };
  return { id: user.id, email: user.email, name: user.name, admin: user.is_admin, organisation };
}

export async function userByEmail(sql: Sql, email: string): Promise<UserRecord | null> {
  const [row] = await sql.query<UserRecord>(`${userSelect} where u.email = $1`, [email.trim().toLowerCase()]);
  return row ?? null;
}

export async function userOfSession(sql: Sql, tokenHash: Buffer, now: Date): Promise<UserRecord | null> {
  const [row] = await sql.query<UserRecord>(
    `${userSelect} join sessions s on s.user_id = u.id where s.token_hash = $1 and s.expires_at > $2`,
    [tokenHash, now],
  );
  return row ?? null;
}

export async function countUsers(sql: Sql): Promise<number> {
  const [row] = await sql.query<{ n: number }>('select count(*)::int as n from users');
  return row?.n ?? 0;
}

export interface NewUser {
  id: string;
  email: string;
  name: string;
  passwordHash: string;
  isAdmin: boolean;
}

export async function insertUser(tx: Sql, user: NewUser): Promise<void> {
  await tx.query('insert into users (id, email, name, password_hash, is_admin) values ($1, $2, $3, $4, $5)', [
    user.id,
    user.email.trim().toLowerCase(),
    user.name,
    user.passwordHash,
    user.isAdmin,
  ]);
}

export async function setPassword(tx: Sql, userId: string, passwordHash: string): Promise<void> {
  await tx.query('update users set password_hash = $2 where id = $1', [userId, passwordHash]);
}

export async function setOrganisation(tx: Sql, userId: string, organisationId: string | null): Promise<void> {
  await tx.query('update users set organisation_id = $2 where id = $1', [userId, organisationId]);
}

export async function insertSession(sql: Sql, tokenHash: Buffer, userId: string, expiresAt: Date): Promise<void> {
  await sql.query('insert into sessions (token_hash, user_id, expires_at) values ($1, $2, $3)', [
    tokenHash,
    userId,
    expiresAt,
  ]);
}

export async function deleteSession(sql: Sql, tokenHash: Buffer): Promise<void> {
  await sql.query('delete from sessions where token_hash = $1', [tokenHash]);
}

/** Ends every session of a person but one. */
export async function deleteOtherSessions(tx: Sql, userId: string, kept: Buffer): Promise<void> {
  await tx.query('delete from sessions where user_id = $1 and token_hash <> $2', [userId, kept]);
}

export async function deleteExpiredSessions(sql: Sql, now: Date): Promise<void> {
  await sql.query('delete from sessions where expires_at <= $1', [now]);
}

export async function roleIn(sql: Sql, deploymentId: string, userId: string): Promise<MemberRole | null> {
  const [row] = await sql.query<{ role: MemberRole }>(
    'select role from memberships where deployment_id = $1 and user_id = $2',
    [deploymentId, userId],
  );
  return row?.role ?? null;
}

/** Null for who is no member any more, and no administrator. */
export async function heldRole(sql: Sql, deploymentId: string, userId: string): Promise<Role | null> {
  const [row] = await sql.query<{ role: Role | null }>(
    `select case when u.is_admin then 'admin' else m.role end as role
     from users u left join memberships m on m.user_id = u.id and m.deployment_id = $1 where u.id = $2`,
    [deploymentId, userId],
  );
  return row?.role ?? null;
}

export async function coordinatesSomewhere(sql: Sql, userId: string): Promise<boolean> {
  const rows = await sql.query(`select 1 from memberships where user_id = $1 and role = 'coordinator' limit 1`, [
    userId,
  ]);
  return rows.length > 0;
}

export interface MembershipRecord {
  slug: string;
  name: string;
  exercise: boolean;
  role: MemberRole | null;
}

/** Every deployment with the person's role in it, null where there is none. */
export function membershipsOf(sql: Sql, userId: string): Promise<MembershipRecord[]> {
  return sql.query<MembershipRecord>(
    `select d.slug, d.name, d.exercise, m.role from deployments d
     left join memberships m on m.deployment_id = d.id and m.user_id = $1
     order by d.created_at, d.slug`,
    [userId],
  );
}

export interface MemberRecord {
  id: string;
  email: string;
  name: string;
  role: MemberRole;
  organisation_id: string | null;
  organisation_name: string | null;
}

/** Who may work in every deployment, a member or not. */
export function administrators(sql: Sql): Promise<PersonRef[]> {
  return sql.query<PersonRef>('select id, name from users where is_admin order by name, id limit 200');
}

/** In the order of their names; of one person only where `userId` names one. */
export function membersOf(
  sql: Sql,
  deploymentId: string,
  userId: string | null = null,
  { after, limit }: Slice = whole,
): Promise<MemberRecord[]> {
  return sql.query<MemberRecord>(
    `select u.id, u.email, u.name, m.role, u.organisation_id, o.name as organisation_name
     from memberships m join users u on u.id = m.user_id left join organisations o on o.id = u.organisation_id
     where m.deployment_id = $1 and ($2::uuid is null or u.id = $2)
       and ($3::uuid is null or (u.name, u.id) > (select l.name, l.id from users l where l.id = $3))
     order by u.name, u.id limit $4`,
    [deploymentId, userId, after?.id ?? null, limit],
  );
}

export async function putMembership(tx: Sql, deploymentId: string, userId: string, role: MemberRole): Promise<void> {
  await tx.query(
    `insert into memberships (deployment_id, user_id, role) values ($1, $2, $3)
     on conflict (deployment_id, user_id) do update set role = excluded.role`,
    [deploymentId, userId, role],
  );
}

export async function deleteMembership(tx: Sql, deploymentId: string, userId: string): Promise<boolean> {
  const rows = await tx.query('delete from memberships where deployment_id = $1 and user_id = $2 returning user_id', [
    deploymentId,
    userId,
  ]);
  return rows.length > 0;
}

export function listOrganisations(sql: Sql, { after, limit }: Slice): Promise<OrganisationView[]> {
  return sql.query<OrganisationView>(
    `select id, name from organisations
     where $1::uuid is null or (name, id) > (select l.name, l.id from organisations l where l.id = $1)
     order by name, id limit $2`,
    [after?.id ?? null, limit],
  );
}

export async function insertOrganisation(sql: Sql, id: string, name: string): Promise<void> {
  await sql.query('insert into organisations (id, name) values ($1, $2)', [id, name]);
}

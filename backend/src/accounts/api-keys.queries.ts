/** All SQL of API keys and of how much they are used. */
import type { ApiKeyView, MemberRole, Permission } from '@atesto/contract';
import type { Sql } from '../platform/index.js';

interface ApiKeyRecord {
  id: string;
  name: string;
  scopes: Permission[];
  created_at: Date;
  last_used_at: Date | null;
  expires_at: Date | null;
  per_minute: number;
  usage: { day: string; count: number }[] | null;
}

/** How many days of use are told of. */
const toldDays = 30;

/** The oldest first, with what each was used in the last days. `onlyId` is null for all. */
export async function listApiKeys(
  sql: Sql,
  deploymentId: string,
  now: Date,
  onlyId: string | null = null,
): Promise<ApiKeyView[]> {
  const rows = await sql.query<ApiKeyRecord>(
    `select k.id, k.name, k.scopes, k.created_at, k.last_used_at, k.expires_at, k.per_minute, (
         select json_agg(json_build_object('day', d.day::text, 'count', d.count) order by d.day desc)
         from api_key_days d where d.deployment_id = k.deployment_id and d.key_id = k.id
           and d.day > ($2::timestamptz at time zone 'UTC')::date - $4::integer) as usage
     from api_keys k where k.deployment_id = $1 and ($3::uuid is null or k.id = $3) order by k.created_at, k.id`,
    [deploymentId, now, onlyId, toldDays],
  );
  return rows.map((row) => ({
    id: row.id,
    name: row.name,
    scopes: row.scopes,
    createdAt: row.created_at.toISOString(),
    lastUsedAt: row.last_used_at?.toISOString() ?? null,
    expiresAt: row.expires_at?.toISOString() ?? null,
    perMinute: row.per_minute,
    state: row.expires_at !== null && row.expires_at <= now ? 'expired' : 'active',
    usage: row.usage ?? [],
  }));
}

export interface NewApiKeyRecord {
  deploymentId: string;
  id: string;
  name: string;
  secretHash: Buffer;
  scopes: Permission[];
  createdBy: string;
  expiresAt: Date | null;
  perMinute: number;
}

export async function insertApiKey(tx: Sql, key: NewApiKeyRecord): Promise<void> {
  await tx.query(
    `insert into api_keys (deployment_id, id, name, secret_hash, scopes, created_by, expires_at, per_minute)
     values ($1, $2, $3, $4, $5, $6, $7, $8)`,
    [key.deploymentId, key.id, key.name, key.secretHash, key.scopes, key.createdBy, key.expiresAt, key.perMinute],
  );
}

export interface ApiKeyFields {
  name: string;
  expires_at: Date | null;
  per_minute: number;
}

export async function lockApiKey(tx: Sql, deploymentId: string, id: string): Promise<ApiKeyFields | null> {
  const [row] = await tx.query<ApiKeyFields>(
    'select name, expires_at, per_minute from api_keys where deployment_id = $1 and id = $2 for update',
    [deploymentId, id],
  );
  return row ?? null;
}

export async function writeApiKey(tx: Sql, deploymentId: string, id: string, fields: ApiKeyFields): Promise<void> {
  await tx.query(
    'update api_keys set name = $3, expires_at = $4, per_minute = $5 where deployment_id = $1 and id = $2',
    [deploymentId, id, fields.name, fields.expires_at, fields.per_minute],
  );
}

export async function deleteApiKey(tx: Sql, deploymentId: string, id: string): Promise<boolean> {
  const rows = await tx.query('delete from api_keys where deployment_id = $1 and id = $2 returning id', [
    deploymentId,
    id,
  ]);
  return rows.length > 0;
}

export interface UsedApiKey {
  deployment_id: string;
  id: string;
  scopes: Permission[];
  created_by: string;
  name: string;
  last_used_at: Date | null;
  per_minute: number;
  /** Of the person who made it, today. */
  is_admin: boolean | null;
  role: MemberRole | null;
}

/** The key with this secret that has not ended, noting its use at most once a minute. */
export async function apiKeyOf(sql: Sql, secretHash: Buffer, now: Date): Promise<UsedApiKey | null> {
  const [row] = await sql.query<UsedApiKey>(
    `select k.deployment_id, k.id, k.scopes, k.created_by, k.name, k.last_used_at, k.per_minute, u.is_admin, m.role
     from api_keys k left join users u on u.id = k.created_by
     left join memberships m on m.deployment_id = k.deployment_id and m.user_id = k.created_by
     where k.secret_hash = $1 and (k.expires_at is null or k.expires_at > $2)`,
    [secretHash, now],
  );
  if (row === undefined) return null;
  if (row.last_used_at === null || now.getTime() - row.last_used_at.getTime() > 60_000) {
    await sql.query('update api_keys set last_used_at = $2 where secret_hash = $1', [secretHash, now]);
  }
  return row;
}

export interface KeyUse {
  deploymentId: string;
  keyId: string;
  /** `YYYY-MM-DD` in UTC. */
  day: string;
  count: number;
}

/** Uses of keys that are gone by now are dropped. */
export async function addKeyUses(sql: Sql, uses: readonly KeyUse[]): Promise<void> {
  await sql.query(
    `insert into api_key_days (deployment_id, key_id, day, count)
     select k.deployment_id, k.id, u.day, u.count
     from unnest($1::uuid[], $2::uuid[], $3::date[], $4::integer[]) as u (deployment_id, key_id, day, count)
     join api_keys k on k.deployment_id = u.deployment_id and k.id = u.key_id
     on conflict (deployment_id, key_id, day) do update set count = api_key_days.count + excluded.count`,
    [
      uses.map(({ deploymentId }) => deploymentId),
      uses.map(({ keyId }) => keyId),
      uses.map(({ day }) => day),
      uses.map(({ count }) => count),
    ],
  );
}

export async function forgetKeyUses(sql: Sql, before: Date): Promise<void> {
  await sql.query('delete from api_key_days where day < $1::date', [before.toISOString().slice(0, 10)]);
}

/** All SQL of what people want to be told of: their rules, their phone, and the browsers that are told. */
import type { Sql } from '../platform/index.js';
import type { NoticePreferencesRow } from './notices.entities.js';
import { firstPreferences, type Preferences } from './preferences.js';

export async function preferencesOf(
  sql: Sql,
  deploymentId: string,
  userId: string,
): Promise<NoticePreferencesRow | null> {
  const [row] = await sql.query<NoticePreferencesRow>(
    'select * from notice_preferences where deployment_id = $1 and user_id = $2',
    [deploymentId, userId],
  );
  return row ?? null;
}

/** False when they changed since `version`; 0 says that there were none. */
export async function savePreferences(
  tx: Sql,
  deploymentId: string,
  userId: string,
  version: number,
  preferences: Preferences,
): Promise<boolean> {
  const rows = await tx.query(
    `insert into notice_preferences (deployment_id, user_id, preferences)
     select $1, $2, $4 where $3::integer = 0
       or exists (select 1 from notice_preferences where deployment_id = $1 and user_id = $2)
     on conflict (deployment_id, user_id) do update set preferences = excluded.preferences,
       version = notice_preferences.version + 1
     where notice_preferences.version = $3::integer
     returning version`,
    [deploymentId, userId, version, JSON.stringify(preferences)],
  );
  return rows.length > 0;
}

export async function saveChat(tx: Sql, deploymentId: string, userId: string, sealed: Buffer | null): Promise<void> {
  await tx.query('update notice_preferences set chat_sealed = $3 where deployment_id = $1 and user_id = $2', [
    deploymentId,
    userId,
    sealed,
  ]);
}

export interface PhoneFields {
  sealed: Buffer;
  code: string;
  codeUntil: Date;
}

/** False while the last code is younger than `before` allows. */
export async function savePhone(
  tx: Sql,
  deploymentId: string,
  userId: string,
  phone: PhoneFields,
  before: Date,
): Promise<boolean> {
  const rows = await tx.query(
    `insert into notice_preferences (deployment_id, user_id, preferences, phone_sealed, phone_code, phone_code_until)
     values ($1, $2, $3, $4, $5, $6)
     on conflict (deployment_id, user_id) do update set phone_sealed = excluded.phone_sealed,
       phone_code = excluded.phone_code, phone_code_until = excluded.phone_code_until, phone_tries = 0,
       phone_confirmed = false
     where notice_preferences.phone_code_until is null or notice_preferences.phone_code_until <= $7
     returning version`,
    [deploymentId, userId, JSON.stringify(firstPreferences), phone.sealed, phone.code, phone.codeUntil, before],
  );
  return rows.length > 0;
}

/** When its code was sent is kept: removing it buys no further message. */
export async function forgetPhone(tx: Sql, deploymentId: string, userId: string): Promise<void> {
  await tx.query(
    `update notice_preferences set phone_sealed = null, phone_code = null, phone_confirmed = false
     where deployment_id = $1 and user_id = $2`,
    [deploymentId, userId],
  );
}

/** Counts the try; true when the code is the one that was sent and still holds. */
export async function tryCode(
  tx: Sql,
  deploymentId: string,
  userId: string,
  code: string,
  now: Date,
  mostTries: number,
): Promise<boolean> {
  const [row] = await tx.query<{ phone_confirmed: boolean }>(
    `update notice_preferences set phone_tries = phone_tries + 1,
       phone_confirmed = phone_confirmed or (phone_code = $3 and phone_code_until > $4 and phone_tries < $5)
     where deployment_id = $1 and user_id = $2 returning phone_confirmed`,
    [deploymentId, userId, code, now, mostTries],
  );
  return row?.phone_confirmed === true;
}

export async function saveDevice(
  sql: Sql,
  deploymentId: string,
  userId: string,
  device: { name: Buffer; sealed: Buffer; at: Date },
): Promise<void> {
  await sql.query(
    `insert into notice_devices (deployment_id, user_id, name, sealed, created_at) values ($1, $2, $3, $4, $5)
     on conflict (deployment_id, user_id, name) do update set sealed = excluded.sealed`,
    [deploymentId, userId, device.name, device.sealed, device.at],
  );
}

export async function deleteDevice(sql: Sql, deploymentId: string, userId: string, name: Buffer): Promise<void> {
  await sql.query('delete from notice_devices where deployment_id = $1 and user_id = $2 and name = $3', [
    deploymentId,
    userId,
    name,
  ]);
}

/** All of a person: what they wanted, where to, and their browsers. */
export async function forgetPerson(tx: Sql, deploymentId: string, userId: string): Promise<void> {
  await tx.query('delete from notice_devices where deployment_id = $1 and user_id = $2', [deploymentId, userId]);
  await tx.query('delete from notice_preferences where deployment_id = $1 and user_id = $2', [deploymentId, userId]);
}

export function devicesOf(sql: Sql, deploymentId: string, userId: string): Promise<{ name: Buffer; sealed: Buffer }[]> {
  return sql.query<{ name: Buffer; sealed: Buffer }>(
    'select name, sealed from notice_devices where deployment_id = $1 and user_id = $2',
    [deploymentId, userId],
  );
}

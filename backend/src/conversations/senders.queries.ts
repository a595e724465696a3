/** All SQL of the people behind channel addresses. */
import type { SenderStanding } from '@atesto/contract';
import type { Sql } from '../platform/index.js';

export interface SenderRecord {
  deployment_id: string;
  gateway_id: string;
  address_name: Buffer;
  sealed: Buffer;
  standing: SenderStanding;
  language: string | null;
  opted_out_at: Date | null;
  report_id: string | null;
  awaiting: 'place' | 'answer' | null;
  awaiting_until: Date | null;
  last_in_at: Date;
  recent_in: number;
  recent_since: Date;
}

export interface SenderKey {
  deploymentId: string;
  gatewayId: string;
  addressName: Buffer;
  sealed: Buffer;
}

const hex = (bytes: Buffer): string => `\\x${bytes.toString('hex')}`;

/**
 * The rows of these senders, made where they are new, locked until the transaction ends, always in the same order, so
 * that two batches with the same people wait for each other rather than deadlock. A person known by another gateway of
 * the deployment keeps standing and opt-out. Each key must be given once.
 */
export async function lockSenders(tx: Sql, keys: readonly SenderKey[], now: Date): Promise<SenderRecord[]> {
  const params = [
    keys.map(({ deploymentId }) => deploymentId),
    keys.map(({ gatewayId }) => gatewayId),
    keys.map(({ addressName }) => hex(addressName)),
  ];
  await tx.query(
    `insert into senders (deployment_id, gateway_id, address_name, sealed, last_in_at, recent_since, standing, opted_out_at)
     select k.deployment_id, k.gateway_id, k.address_name, k.sealed, '-infinity', $5, coalesce(o.standing, 'unknown'),
       o.opted_out_at
     from unnest($1::uuid[], $2::uuid[], $3::bytea[], $4::bytea[]) as k(deployment_id, gateway_id, address_name, sealed)
     left join lateral (
       select standing, opted_out_at from senders s
       where s.deployment_id = k.deployment_id and s.address_name = k.address_name
       order by last_in_at desc limit 1
     ) o on true
     order by k.deployment_id, k.gateway_id, k.address_name
     on conflict do nothing`,
    [...params, keys.map(({ sealed }) => hex(sealed)), now],
  );
  return tx.query<SenderRecord>(
    `select s.deployment_id, s.gateway_id, s.address_name, s.sealed, s.standing, s.language, s.opted_out_at, s.report_id,
       s.awaiting, s.awaiting_until, nullif(s.last_in_at, '-infinity') as last_in_at, s.recent_in, s.recent_since
     from unnest($1::uuid[], $2::uuid[], $3::bytea[]) as k(deployment_id, gateway_id, address_name)
     join senders s using (deployment_id, gateway_id, address_name)
     order by s.deployment_id, s.gateway_id, s.address_name for update of s`,
    params,
  );
}

export async function writeSenders(tx: Sql, rows: readonly SenderRecord[]): Promise<void> {
  if (rows.length === 0) return;
  await tx.query(
    `update senders s set sealed = n.sealed, language = n.language, opted_out_at = n.opted_out_at, report_id = n.report_id,
       awaiting = n.awaiting, awaiting_until = n.awaiting_until, last_in_at = n.last_in_at, recent_in = n.recent_in,
       recent_since = n.recent_since
     from unnest($1::uuid[], $2::uuid[], $3::bytea[], $4::text[], $5::timestamptz[], $6::uuid[], $7::text[],
       $8::timestamptz[], $9::timestamptz[], $10::integer[], $11::timestamptz[], $12::bytea[])
       as n(deployment_id, gateway_id, address_name, language, opted_out_at, report_id, awaiting, awaiting_until,
         last_in_at, recent_in, recent_since, sealed)
     where s.deployment_id = n.deployment_id and s.gateway_id = n.gateway_id and s.address_name = n.address_name`,
    [
      rows.map((row) => row.deployment_id),
      rows.map((row) => row.gateway_id),
      rows.map((row) => hex(row.address_name)),
      rows.map((row) => row.language),
      rows.map((row) => row.opted_out_at),
      rows.map((row) => row.report_id),
      rows.map((row) => row.awaiting),
      rows.map((row) => row.awaiting_until),
      rows.map((row) => row.last_in_at),
      rows.map((row) => row.recent_in),
      rows.map((row) => row.recent_since),
      rows.map((row) => hex(row.sealed)),
    ],
  );
}

/** Who sent a report through which gateway; null for what came another way or was forgotten. */
export async function lockSenderOfReport(
  tx: Sql,
  deploymentId: string,
  reportId: string,
): Promise<SenderRecord | null> {
  const [row] = await tx.query<SenderRecord>(
    `select s.* from received_messages m
     join senders s using (deployment_id, gateway_id, address_name)
     where m.deployment_id = $1 and m.report_id = $2
     order by m.at desc limit 1 for update of s`,
    [deploymentId, reportId],
  );
  return row ?? null;
}

export async function senderOf(
  sql: Sql,
  deploymentId: string,
  gatewayId: string,
  addressName: Buffer,
): Promise<SenderRecord | null> {
  const [row] = await sql.query<SenderRecord>(
    'select * from senders where deployment_id = $1 and gateway_id = $2 and address_name = $3',
    [deploymentId, gatewayId, hex(addressName)],
  );
  return row ?? null;
}

/** Of a person, wherever they wrote from. */
export async function writeStanding(
  tx: Sql,
  deploymentId: string,
  addressName: Buffer,
  standing: SenderStanding,
): Promise<void> {
  await tx.query('update senders set standing = $3 where deployment_id = $1 and address_name = $2', [
    deploymentId,
    hex(addressName),
    standing,
  ]);
}

/** Whose report it is, where that is known. */
export async function addressOfReport(sql: Sql, deploymentId: string, reportId: string): Promise<Buffer | null> {
  const [row] = await sql.query<{ address_name: Buffer | null }>(
    'select address_name from reporters where deployment_id = $1 and report_id = $2',
    [deploymentId, reportId],
  );
  return row?.address_name ?? null;
}

export interface ReportOfSender {
  id: string;
  status: string;
  received_at: Date;
  text: string;
}

export function reportsOfAddress(sql: Sql, deploymentId: string, addressName: Buffer): Promise<ReportOfSender[]> {
  return sql.query<ReportOfSender>(
    `select r.id, r.status, r.received_at, r.text from reporters p
     join reports r on r.deployment_id = p.deployment_id and r.id = p.report_id
     where p.deployment_id = $1 and p.address_name = $2 order by r.received_at desc limit 50`,
    [deploymentId, hex(addressName)],
  );
}

export async function sendersOfAddress(sql: Sql, deploymentId: string, addressName: Buffer): Promise<SenderRecord[]> {
  return sql.query<SenderRecord>(
    'select * from senders where deployment_id = $1 and address_name = $2 order by last_in_at desc',
    [deploymentId, hex(addressName)],
  );
}

/** Addresses go when contacts go; who opted out or is blocked is remembered by the hash alone. */
export async function forgetSenders(sql: Sql, now: Date): Promise<void> {
  await sql.query(
    `update senders s set sealed = '', report_id = null, awaiting = null from deployments d
     where d.id = s.deployment_id and s.sealed <> ''
       and s.last_in_at < $1::timestamptz - make_interval(days => (d.policy->>'contactRetentionDays')::int)`,
    [now],
  );
}

/** All SQL of gateways and their log. */
import type { Sql } from '../platform/index.js';

export interface GatewayRecord {
  deployment_id: string;
  id: string;
  kind: string;
  name: string;
  enabled: boolean;
  settings: Record<string, unknown>;
  sealed: Buffer | null;
  token_version: number;
  version: number;
  created_at: Date;
  last_in_at: Date | null;
  last_out_at: Date | null;
  last_poll_at: Date | null;
  last_error_at: Date | null;
  last_error: string | null;
}

export function listGateways(sql: Sql, deploymentId: string): Promise<GatewayRecord[]> {
  return sql.query<GatewayRecord>('select * from gateways where deployment_id = $1 order by created_at, id', [
    deploymentId,
  ]);
}

/** Those that are switched on, of every deployment. */
export function enabledGateways(sql: Sql, kinds: readonly string[]): Promise<{ deployment_id: string; id: string }[]> {
  return sql.query('select deployment_id, id from gateways where enabled and kind = any($1::text[]) order by id', [
    kinds,
  ]);
}

export async function gatewayById(sql: Sql, deploymentId: string, id: string): Promise<GatewayRecord | null> {
  const [row] = await sql.query<GatewayRecord>('select * from gateways where deployment_id = $1 and id = $2', [
    deploymentId,
    id,
  ]);
  return row ?? null;
}

export async function lockGateway(tx: Sql, deploymentId: string, id: string): Promise<GatewayRecord | null> {
  const [row] = await tx.query<GatewayRecord>(
    'select * from gateways where deployment_id = $1 and id = $2 for update',
    [deploymentId, id],
  );
  return row ?? null;
}

export type GatewayFields = Pick<GatewayRecord, 'name' | 'enabled' | 'settings' | 'sealed' | 'token_version'>;

export async function insertGateway(
  tx: Sql,
  deploymentId: string,
  row: GatewayFields & Pick<GatewayRecord, 'id' | 'kind'>,
): Promise<void> {
  await tx.query(
    `insert into gateways (deployment_id, id, kind, name, enabled, settings, sealed, token_version)
     values ($1, $2, $3, $4, $5, $6, $7, $8)`,
    [deploymentId, row.id, row.kind, row.name, row.enabled, row.settings, row.sealed, row.token_version],
  );
}

export async function updateGateway(tx: Sql, deploymentId: string, id: string, row: GatewayFields): Promise<void> {
  await tx.query(
    `update gateways set name = $3, enabled = $4, settings = $5, sealed = $6, token_version = $7, version = version + 1
     where deployment_id = $1 and id = $2`,
    [deploymentId, id, row.name, row.enabled, row.settings, row.sealed, row.token_version],
  );
}

export async function deleteGateway(tx: Sql, deploymentId: string, id: string): Promise<boolean> {
  const rows = await tx.query('delete from gateways where deployment_id = $1 and id = $2 returning id', [
    deploymentId,
    id,
  ]);
  return rows.length > 0;
}

export interface HealthNote {
  deploymentId: string;
  id: string;
  inAt: Date | null;
  outAt: Date | null;
  pollAt: Date | null;
  errorAt: Date | null;
  error: string | null;
}

/** What happened lately; what is null stays as it is. */
export async function writeHealth(sql: Sql, notes: readonly HealthNote[]): Promise<void> {
  await sql.query(
    `update gateways g set last_in_at = coalesce(n.in_at, g.last_in_at), last_out_at = coalesce(n.out_at, g.last_out_at),
       last_poll_at = coalesce(n.poll_at, g.last_poll_at), last_error_at = coalesce(n.error_at, g.last_error_at),
       last_error = coalesce(n.error, g.last_error)
     from unnest($1::uuid[], $2::uuid[], $3::timestamptz[], $4::timestamptz[], $5::timestamptz[], $6::timestamptz[],
       $7::text[]) as n(deployment_id, id, in_at, out_at, poll_at, error_at, error)
     where g.deployment_id = n.deployment_id and g.id = n.id`,
    [
      notes.map((note) => note.deploymentId),
      notes.map((note) => note.id),
      notes.map((note) => note.inAt),
      notes.map((note) => note.outAt),
      notes.map((note) => note.pollAt),
      notes.map((note) => note.errorAt),
      notes.map((note) => note.error),
    ],
  );
}

export interface LogRecord {
  deployment_id: string;
  id: string;
  gateway_id: string;
  at: Date;
  direction: 'in' | 'out';
  request: string;
  answer: string;
  status: number | null;
  outcome: string;
}

export async function insertLog(sql: Sql, rows: readonly LogRecord[]): Promise<void> {
  await sql.query(
    `insert into gateway_log (deployment_id, id, gateway_id, at, direction, request, answer, status, outcome)
     select * from unnest($1::uuid[], $2::uuid[], $3::uuid[], $4::timestamptz[], $5::text[], $6::text[], $7::text[],
       $8::integer[], $9::text[])`,
    [
      rows.map((row) => row.deployment_id),
      rows.map((row) => row.id),
      rows.map((row) => row.gateway_id),
      rows.map((row) => row.at),
      rows.map((row) => row.direction),
      rows.map((row) => row.request),
      rows.map((row) => row.answer),
      rows.map((row) => row.status),
      rows.map((row) => row.outcome),
    ],
  );
}

/** Newest first; ids are made in the order of time. */
export function listLog(
  sql: Sql,
  deploymentId: string,
  gatewayId: string,
  before: string | null,
  limit: number,
): Promise<LogRecord[]> {
  return sql.query<LogRecord>(
    `select * from gateway_log where deployment_id = $1 and gateway_id = $2 and ($3::uuid is null or id < $3)
     order by id desc limit $4`,
    [deploymentId, gatewayId, before, limit],
  );
}

export async function deleteLogBefore(sql: Sql, before: Date): Promise<void> {
  await sql.query('delete from gateway_log where at < $1', [before]);
}

/** Within a transaction, where the catalogue must not ask. */
export async function kindOfGateway(tx: Sql, deploymentId: string, id: string): Promise<string | null> {
  const [row] = await tx.query<{ kind: string }>('select kind from gateways where deployment_id = $1 and id = $2', [
    deploymentId,
    id,
  ]);
  return row?.kind ?? null;
}

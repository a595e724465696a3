/** All SQL of the parts of long messages. */
import type { Sql } from '../../platform/index.js';

const hex = (bytes: Buffer): string => `\\x${bytes.toString('hex')}`;

export interface PartRecord {
  deployment_id: string;
  gateway_id: string;
  part_id: string;
  whole_name: string;
  part: number;
  total: number;
  sealed: Buffer;
  at: Date;
}

/** One that is here already changes nothing. */
export async function insertPart(sql: Sql, row: PartRecord): Promise<void> {
  await sql.query(
    `insert into message_parts (deployment_id, gateway_id, part_id, whole_name, part, total, sealed, at)
     values ($1, $2, $3, $4, $5, $6, $7, $8) on conflict do nothing`,
    [row.deployment_id, row.gateway_id, row.part_id, row.whole_name, row.part, row.total, hex(row.sealed), row.at],
  );
}

/** Those of a message that wait for others. */
export function waitingParts(
  sql: Sql,
  { deployment_id, gateway_id, whole_name }: Pick<PartRecord, 'deployment_id' | 'gateway_id' | 'whole_name'>,
): Promise<PartRecord[]> {
  return sql.query<PartRecord>(
    `select * from message_parts
     where deployment_id = $1 and gateway_id = $2 and whole_name = $3 and not is_done`,
    [deployment_id, gateway_id, whole_name],
  );
}

export async function finishParts(
  sql: Sql,
  { deployment_id, gateway_id }: Pick<PartRecord, 'deployment_id' | 'gateway_id'>,
  partIds: readonly string[],
): Promise<void> {
  await sql.query(
    `update message_parts set is_done = true, sealed = ''
     where deployment_id = $1 and gateway_id = $2 and part_id = any($3::text[])`,
    [deployment_id, gateway_id, partIds],
  );
}

/** Messages of which nothing came since `before`, though parts are missing. */
export function stalledWholes(
  sql: Sql,
  before: Date,
): Promise<Pick<PartRecord, 'deployment_id' | 'gateway_id' | 'whole_name'>[]> {
  return sql.query(
    `select deployment_id, gateway_id, whole_name from message_parts where not is_done
     group by deployment_id, gateway_id, whole_name having max(at) < $1 order by max(at) limit 500`,
    [before],
  );
}

/** Providers repeat for a day; so long it is remembered what came. */
export async function forgetParts(sql: Sql, before: Date): Promise<void> {
  await sql.query('delete from message_parts where at < $1', [before]);
}

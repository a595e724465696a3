/** All SQL of calls under way. */
import type { Sql } from '../../../platform/index.js';

export interface CallRecord {
  deployment_id: string;
  gateway_id: string;
  call_id: string;
  sealed: Buffer;
  language: string;
  category: string | null;
}

type CallName = Pick<CallRecord, 'deployment_id' | 'gateway_id' | 'call_id'>;

const hex = (bytes: Buffer): string => `\\x${bytes.toString('hex')}`;

export async function writeCall(sql: Sql, call: CallRecord, chosenAt: Date): Promise<void> {
  await sql.query(
    `insert into voice_calls (deployment_id, gateway_id, call_id, sealed, language, category, chosen_at)
     values ($1, $2, $3, $4, $5, $6, $7)
     on conflict (deployment_id, gateway_id, call_id)
       do update set language = excluded.language, category = excluded.category`,
    [call.deployment_id, call.gateway_id, call.call_id, hex(call.sealed), call.language, call.category, chosenAt],
  );
}

export async function callById(
  sql: Sql,
  deploymentId: string,
  gatewayId: string,
  id: string,
): Promise<CallRecord | null> {
  const [row] = await sql.query<CallRecord>(
    'select * from voice_calls where deployment_id = $1 and gateway_id = $2 and call_id = $3',
    [deploymentId, gatewayId, id],
  );
  return row ?? null;
}

export async function endCall(sql: Sql, deploymentId: string, gatewayId: string, id: string, at: Date): Promise<void> {
  await sql.query(
    `update voice_calls set ended_at = $4
     where deployment_id = $1 and gateway_id = $2 and call_id = $3 and ended_at is null`,
    [deploymentId, gatewayId, id, at],
  );
}

/** Those that ended before `endedBefore`, and those of which nothing was heard since `chosenBefore`. */
export function overdueCalls(sql: Sql, endedBefore: Date, chosenBefore: Date): Promise<CallRecord[]> {
  return sql.query<CallRecord>(
    'select * from voice_calls where ended_at <= $1 or chosen_at <= $2 order by chosen_at limit 500',
    [endedBefore, chosenBefore],
  );
}

export async function deleteCall(sql: Sql, call: CallName): Promise<void> {
  await sql.query('delete from voice_calls where deployment_id = $1 and gateway_id = $2 and call_id = $3', [
    call.deployment_id,
    call.gateway_id,
    call.call_id,
  ]);
}

/** All SQL of outgoing calls. A lane is one webhook or one partner. */
import type { DeliveryState } from '@atesto/contract';
import { Conditions, type Keyset, type Sql } from '../../platform/index.js';
import type { OutgoingKind } from './outgoing.entity.js';

export interface Lane {
  kind: OutgoingKind;
  deployment_id: string;
  lane_id: string;
}

export interface NewCall {
  id: string;
  lane_id: string;
  subject_id: string | null;
  sequence: number;
  type: string;
  body: string;
}

/** The same again adds nothing. */
export async function insertCalls(
  tx: Sql,
  kind: OutgoingKind,
  deploymentId: string,
  calls: readonly NewCall[],
  at: Date,
): Promise<void> {
  await tx.query(
    `insert into outgoing_calls (deployment_id, kind, created_at, since, due_at, id, lane_id, subject_id, sequence, type, body)
     select $1, $2, $3, $3, $3, * from unnest($4::uuid[], $5::uuid[], $6::uuid[], $7::bigint[], $8::text[], $9::text[])
     on conflict do nothing`,
    [
      deploymentId,
      kind,
      at,
      calls.map((call) => call.id),
      calls.map((call) => call.lane_id),
      calls.map((call) => call.subject_id),
      calls.map((call) => call.sequence),
      calls.map((call) => call.type),
      calls.map((call) => call.body),
    ],
  );
}

export function dueLanes(sql: Sql, now: Date): Promise<Lane[]> {
  return sql.query<Lane>(
    `select distinct kind, deployment_id, lane_id from outgoing_calls where state = 'waiting' and due_at <= $1
     limit 1000`,
    [now],
  );
}

export interface ClaimedCall {
  id: string;
  subject_id: string | null;
  sequence: string;
  type: string;
  body: string;
  attempts: number;
  created_at: Date;
  since: Date;
}

/**
 * Takes what is due of a lane, of each subject the first that waits, and puts off its next try until `leaseEnd`: if the
 * server ends while it is sent, it is sent again then, under the same id.
 */
export function claimCalls(
  sql: Sql,
  { deployment_id, lane_id }: Lane,
  now: Date,
  leaseEnd: Date,
  most: number,
): Promise<ClaimedCall[]> {
  return sql.query<ClaimedCall>(
    `update outgoing_calls c set due_at = $4, attempts = c.attempts + 1, tried_at = $3
     from (select h.id from outgoing_calls h
           where h.deployment_id = $1 and h.lane_id = $2 and h.state = 'waiting' and h.due_at <= $3
             and not exists (select from outgoing_calls o where o.deployment_id = $1 and o.lane_id = $2
               and o.state = 'waiting' and o.subject_id = h.subject_id and o.sequence < h.sequence)
           order by h.sequence limit $5 for update skip locked) as head
     where c.deployment_id = $1 and c.lane_id = $2 and c.id = head.id and c.due_at <= $3
     returning c.id, c.subject_id, c.sequence, c.type, c.body, c.attempts, c.created_at, c.since`,
    [deployment_id, lane_id, now, leaseEnd, most],
  );
}

export interface CallNote {
  state: DeliveryState;
  /** When it is tried again. */
  dueAt: Date | null;
  failedAt: Date | null;
  status: number | null;
  error: string | null;
  durationMs: number | null;
}

export async function noteCall(sql: Sql, lane: Lane, id: string, note: CallNote): Promise<void> {
  await sql.query(
    `update outgoing_calls set state = $4, due_at = coalesce($5, due_at),
       first_failed_at = coalesce(first_failed_at, $6), status = $7, error = $8, duration_ms = $9
     where deployment_id = $1 and lane_id = $2 and id = $3`,
    [
      lane.deployment_id,
      lane.lane_id,
      id,
      note.state,
      note.dueAt,
      note.failedAt,
      note.status,
      note.error,
      note.durationMs,
    ],
  );
}

/** What waited too long, also on lanes that are switched off. */
export async function giveUpOld(sql: Sql, before: Date): Promise<void> {
  await sql.query(
    `update outgoing_calls set state = 'given_up', error = coalesce(error, 'It was not sent in time.')
     where state = 'waiting' and since < $1`,
    [before],
  );
}

export async function giveUpLane(tx: Sql, { deployment_id, lane_id }: Lane, error: string): Promise<void> {
  await tx.query(
    `update outgoing_calls set state = 'given_up', error = $3
     where deployment_id = $1 and lane_id = $2 and state = 'waiting'`,
    [deployment_id, lane_id, error],
  );
}

export async function forgetCalls(sql: Sql, before: Date): Promise<void> {
  await sql.query(`delete from outgoing_calls where state <> 'waiting' and created_at < $1`, [before]);
}

export async function deleteLane(tx: Sql, { deployment_id, lane_id }: Lane): Promise<void> {
  await tx.query('delete from outgoing_calls where deployment_id = $1 and lane_id = $2', [deployment_id, lane_id]);
}

/** What was sent before, or given up, waits again. Resolves to how many. */
export async function replayCalls(
  tx: Sql,
  { deployment_id, lane_id }: Lane,
  which: { id: string } | { since: Date } | 'given_up',
  now: Date,
): Promise<number> {
  const where =
    which === 'given_up' ? `state = 'given_up'` : 'id' in which ? `id = $4 and state <> 'waiting'` : 'created_at >= $4';
  const bound = which === 'given_up' ? [] : ['id' in which ? which.id : which.since];
  const rows = await tx.query(
    `update outgoing_calls set state = 'waiting', attempts = 0, since = $3, due_at = $3, first_failed_at = null
     where deployment_id = $1 and lane_id = $2 and subject_id is not null and state <> 'waiting' and ${where}
     returning id`,
    [deployment_id, lane_id, now, ...bound],
  );
  return rows.length;
}

export interface CallRecord {
  id: string;
  subject_id: string | null;
  sequence: string;
  type: string;
  state: DeliveryState;
  attempts: number;
  created_at: Date;
  due_at: Date;
  tried_at: Date | null;
  status: number | null;
  error: string | null;
  duration_ms: number | null;
}

const callColumns = `id, subject_id, sequence, type, state, attempts, created_at, due_at, tried_at, status, error,
  duration_ms`;

export async function callById(sql: Sql, lane: Lane, id: string): Promise<CallRecord | null> {
  const [row] = await sql.query<CallRecord>(
    `select ${callColumns} from outgoing_calls where deployment_id = $1 and lane_id = $2 and id = $3`,
    [lane.deployment_id, lane.lane_id, id],
  );
  return row ?? null;
}

/** Newest first, one more than `limit`. */
export function listCalls(
  sql: Sql,
  lane: Lane,
  state: DeliveryState | null,
  limit: number,
  after: Keyset | null,
): Promise<CallRecord[]> {
  const where = new Conditions();
  where.add(`deployment_id = ${where.bind(lane.deployment_id)} and lane_id = ${where.bind(lane.lane_id)}`);
  if (state !== null) where.add(`state = ${where.bind(state)}`);
  if (after !== null) where.add(`(created_at, id) < (${where.bind(after.at)}, ${where.bind(after.id)}::uuid)`);
  return sql.query<CallRecord>(
    `select ${callColumns} from outgoing_calls where ${where.toSql()}
     order by created_at desc, id desc limit ${limit + 1}`,
    where.params,
  );
}

export interface LaneFacts {
  lane_id: string;
  waiting: number;
  given_up: number;
  failing_since: Date | null;
  delivered_at: Date | null;
}

export function laneFacts(sql: Sql, deploymentId: string, laneIds: readonly string[]): Promise<LaneFacts[]> {
  return sql.query<LaneFacts>(
    `select lane_id, (count(*) filter (where state = 'waiting'))::int as waiting,
       (count(*) filter (where state = 'given_up'))::int as given_up,
       min(first_failed_at) filter (where state = 'waiting') as failing_since,
       max(tried_at) filter (where state = 'delivered') as delivered_at
     from outgoing_calls where deployment_id = $1 and lane_id = any($2::uuid[]) group by lane_id`,
    [deploymentId, laneIds],
  );
}

/** All SQL of what was shared with others, and of what others shared. */
import type { ProvenanceStep, SharedFields, ShareState } from '@atesto/contract';
import { whole, type Slice, type Sql } from '../platform/index.js';

export interface ShareOutRecord {
  deployment_id: string;
  id: string;
  partner_id: string;
  partner_name: string;
  incident_id: string;
  state: ShareState;
  exact_place: boolean;
  exact_confirmed: boolean;
  beyond_public: boolean;
  note: string | null;
  organisation: string | null;
  reason: string | null;
  their_number: number | null;
  sequence: number;
  told: SharedFields | null;
  created_at: Date;
}

const selectOut = `select s.*, p.name as partner_name from shares_out s
  join sharing_partners p on p.deployment_id = s.deployment_id and p.id = s.partner_id`;

/** Oldest first. */
export function sharesOf(
  sql: Sql,
  deploymentId: string,
  incidentId: string,
  { after, limit }: Slice = whole,
): Promise<ShareOutRecord[]> {
  return sql.query<ShareOutRecord>(
    `${selectOut} where s.deployment_id = $1 and s.incident_id = $2
       and ($3::timestamptz is null or (s.created_at, s.id) > ($3, $4::uuid)) order by s.created_at, s.id limit $5`,
    [deploymentId, incidentId, after?.at ?? null, after?.id ?? null, limit],
  );
}

/** Those that hear of changes; of these incidents, or of all. */
export function liveShares(
  tx: Sql,
  deploymentId: string,
  incidentIds: readonly string[] | null,
): Promise<ShareOutRecord[]> {
  return tx.query<ShareOutRecord>(
    `${selectOut} where s.deployment_id = $1 and s.state in ('sent', 'accepted') and p.state = 'active'
       and ($2::uuid[] is null or s.incident_id = any($2::uuid[])) order by s.created_at, s.id for update of s`,
    [deploymentId, incidentIds],
  );
}

export async function lockShare(tx: Sql, deploymentId: string, id: string): Promise<ShareOutRecord | null> {
  const [row] = await tx.query<ShareOutRecord>(
    `${selectOut} where s.deployment_id = $1 and s.id = $2 for update of s`,
    [deploymentId, id],
  );
  return row ?? null;
}

export async function insertShare(
  tx: Sql,
  row: Omit<ShareOutRecord, 'partner_name' | 'reason' | 'their_number' | 'sequence' | 'told'>,
): Promise<void> {
  await tx.query(
    `insert into shares_out (deployment_id, id, partner_id, incident_id, state, exact_place, exact_confirmed, beyond_public,
       note, organisation, created_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
    [
      row.deployment_id,
      row.id,
      row.partner_id,
      row.incident_id,
      row.state,
      row.exact_place,
      row.exact_confirmed,
      row.beyond_public,
      row.note,
      row.organisation,
      row.created_at,
    ],
  );
}

/** Notes what is told now and resolves to its number. */
export async function writeToldShare(
  tx: Sql,
  deploymentId: string,
  id: string,
  told: SharedFields | null,
): Promise<number> {
  const [row] = await tx.query<{ sequence: number }>(
    `update shares_out set sequence = sequence + 1, told = $3::jsonb where deployment_id = $1 and id = $2
     returning sequence`,
    [deploymentId, id, told === null ? null : JSON.stringify(told)],
  );
  return row?.sequence ?? 0;
}

export async function writeShareState(
  tx: Sql,
  deploymentId: string,
  id: string,
  state: ShareState,
  answer: { reason: string | null; number: number | null },
): Promise<void> {
  await tx.query(
    `update shares_out set state = $3, reason = $4, their_number = coalesce($5, their_number)
     where deployment_id = $1 and id = $2`,
    [deploymentId, id, state, answer.reason, answer.number],
  );
}

export interface ShareInRecord {
  deployment_id: string;
  partner_id: string;
  partner_name: string;
  id: string;
  state: 'new' | 'accepted' | 'refused';
  sequence: number;
  theirs: SharedFields;
  base: SharedFields | null;
  withdrawn: boolean;
  note: string | null;
  provenance: ProvenanceStep[];
  incident_id: string | null;
  reason: string | null;
  received_at: Date;
  updated_at: Date;
}

const selectIn = `select s.*, p.name as partner_name from shares_in s
  join sharing_partners p on p.deployment_id = s.deployment_id and p.id = s.partner_id`;

/** What waits stands before all else, as if it had changed this much later: so one time tells the place of each. */
const ahead = `i.updated_at + case when i.state = 'new' then interval '1000 years' else interval '0' end`;

/** Those that wait first, then the newest. */
export function listShared(
  sql: Sql,
  deploymentId: string,
  { after, limit }: Slice,
): Promise<(ShareInRecord & { place: Date })[]> {
  return sql.query<ShareInRecord & { place: Date }>(
    `select * from (select i.*, ${ahead} as place from (${selectIn} where s.deployment_id = $1) as i) as placed
     where $2::timestamptz is null or (place, id) < ($2, $3::uuid) order by place desc, id desc limit $4`,
    [deploymentId, after?.at ?? null, after?.id ?? null, limit],
  );
}

export async function countWaiting(sql: Sql, deploymentId: string): Promise<number> {
  const [row] = await sql.query<{ n: number }>(
    `select count(*)::int as n from shares_in where deployment_id = $1 and state = 'new' and not withdrawn`,
    [deploymentId],
  );
  return row?.n ?? 0;
}

/** `partnerId`: the same id may come from two partners; people here name the share alone. */
export async function lockShared(
  tx: Sql,
  deploymentId: string,
  id: string,
  partnerId: string | null,
): Promise<ShareInRecord | null> {
  const [row] = await tx.query<ShareInRecord>(
    `${selectIn} where s.deployment_id = $1 and s.id = $2 and ($3::uuid is null or s.partner_id = $3::uuid)
     order by s.received_at limit 1 for update of s`,
    [deploymentId, id, partnerId],
  );
  return row ?? null;
}

export async function sharedOfIncident(
  sql: Sql,
  deploymentId: string,
  incidentId: string,
): Promise<ShareInRecord | null> {
  const [row] = await sql.query<ShareInRecord>(
    `${selectIn} where s.deployment_id = $1 and s.incident_id = $2 limit 1`,
    [deploymentId, incidentId],
  );
  return row ?? null;
}

export async function insertShared(
  tx: Sql,
  row: Omit<ShareInRecord, 'partner_name' | 'state' | 'base' | 'incident_id' | 'reason' | 'updated_at' | 'withdrawn'>,
): Promise<void> {
  await tx.query(
    `insert into shares_in (deployment_id, partner_id, id, state, sequence, theirs, note, provenance, received_at,
       updated_at)
     values ($1, $2, $3, 'new', $4, $5::jsonb, $6, $7::jsonb, $8, $8)`,
    [
      row.deployment_id,
      row.partner_id,
      row.id,
      row.sequence,
      JSON.stringify(row.theirs),
      row.note,
      JSON.stringify(row.provenance),
      row.received_at,
    ],
  );
}

export type SharedChange = Pick<
  ShareInRecord,
  'state' | 'sequence' | 'theirs' | 'base' | 'withdrawn' | 'incident_id' | 'reason'
>;

export async function writeShared(
  tx: Sql,
  { deployment_id, partner_id, id }: ShareInRecord,
  row: SharedChange,
  at: Date,
): Promise<void> {
  await tx.query(
    `update shares_in set state = $4, sequence = $5, theirs = $6::jsonb, base = $7::jsonb, withdrawn = $8,
       incident_id = $9, reason = $10, updated_at = $11
     where deployment_id = $1 and partner_id = $2 and id = $3`,
    [
      deployment_id,
      partner_id,
      id,
      row.state,
      row.sequence,
      JSON.stringify(row.theirs),
      row.base === null ? null : JSON.stringify(row.base),
      row.withdrawn,
      row.incident_id,
      row.reason,
      at,
    ],
  );
}

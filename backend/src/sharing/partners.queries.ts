/** All SQL of partners and of the messages that were heard from them. */
import type { PartnerState } from '@atesto/contract';
import type { Sql } from '../platform/index.js';

export interface PartnerRecord {
  deployment_id: string;
  id: string;
  state: PartnerState;
  name: string;
  installation: string | null;
  deployment: string | null;
  public_key: string | null;
  their_partner: string | null;
  secret_hash: Buffer | null;
  expires_at: Date | null;
  ended_by: 'us' | 'them' | null;
  last_sequence: string;
  created_at: Date;
}

export function listPartners(sql: Sql, deploymentId: string): Promise<PartnerRecord[]> {
  return sql.query<PartnerRecord>('select * from sharing_partners where deployment_id = $1 order by created_at, id', [
    deploymentId,
  ]);
}

export async function partnerById(sql: Sql, deploymentId: string, id: string): Promise<PartnerRecord | null> {
  const [row] = await sql.query<PartnerRecord>('select * from sharing_partners where deployment_id = $1 and id = $2', [
    deploymentId,
    id,
  ]);
  return row ?? null;
}

export async function lockPartner(tx: Sql, deploymentId: string, id: string): Promise<PartnerRecord | null> {
  const [row] = await tx.query<PartnerRecord>(
    'select * from sharing_partners where deployment_id = $1 and id = $2 for update',
    [deploymentId, id],
  );
  return row ?? null;
}

export async function insertPartner(tx: Sql, row: Omit<PartnerRecord, 'last_sequence'>): Promise<void> {
  await tx.query(
    `insert into sharing_partners (deployment_id, id, state, name, installation, deployment, public_key, their_partner,
       secret_hash, expires_at, ended_by, created_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)`,
    [
      row.deployment_id,
      row.id,
      row.state,
      row.name,
      row.installation,
      row.deployment,
      row.public_key,
      row.their_partner,
      row.secret_hash,
      row.expires_at,
      row.ended_by,
      row.created_at,
    ],
  );
}

/** An invitation counts once: its secret goes. */
export async function activatePartner(
  tx: Sql,
  deploymentId: string,
  id: string,
  theirs: { name: string; installation: string; deployment: string; publicKey: string; partner: string },
): Promise<void> {
  await tx.query(
    `update sharing_partners set state = 'active', name = $3, installation = $4, deployment = $5, public_key = $6,
       their_partner = $7, secret_hash = null, expires_at = null
     where deployment_id = $1 and id = $2`,
    [deploymentId, id, theirs.name, theirs.installation, theirs.deployment, theirs.publicKey, theirs.partner],
  );
}

export async function endPartner(tx: Sql, deploymentId: string, id: string, by: 'us' | 'them'): Promise<void> {
  await tx.query(
    `update sharing_partners set state = 'ended', ended_by = $3, secret_hash = null, expires_at = null
     where deployment_id = $1 and id = $2`,
    [deploymentId, id, by],
  );
}

export async function takeLaneSequence(tx: Sql, deploymentId: string, id: string): Promise<number> {
  const [row] = await tx.query<{ last: string }>(
    `update sharing_partners set last_sequence = last_sequence + 1 where deployment_id = $1 and id = $2
     returning last_sequence::text as last`,
    [deploymentId, id],
  );
  return Number(row?.last ?? 0);
}

/** False for what was heard before. */
export async function noteHeard(
  tx: Sql,
  deploymentId: string,
  partnerId: string,
  messageId: string,
  at: Date,
): Promise<boolean> {
  const rows = await tx.query(
    `insert into sharing_received (deployment_id, partner_id, message_id, at) values ($1, $2, $3, $4)
     on conflict do nothing returning 1`,
    [deploymentId, partnerId, messageId, at],
  );
  return rows.length > 0;
}

export async function forgetHeard(sql: Sql, before: Date): Promise<void> {
  await sql.query('delete from sharing_received where at < $1', [before]);
}

/** Who somebody works for; null for who works for none. */
export async function organisationOf(sql: Sql, userId: string): Promise<string | null> {
  const [row] = await sql.query<{ name: string }>(
    'select o.name from users u join organisations o on o.id = u.organisation_id where u.id = $1',
    [userId],
  );
  return row?.name ?? null;
}

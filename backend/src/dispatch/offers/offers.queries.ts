/** All SQL of offers. What is left of one is what no task has taken that is not off. */
import type { NeedKind, SaidOfOffer } from '@atesto/contract';
import type { Keyset, Sql } from '../../platform/index.js';

export interface OfferRecord {
  id: string;
  kind: NeedKind;
  what: string;
  quantity: number;
  taken: number;
  /** Of what was taken, what has come. */
  brought: number;
  unit: string;
  place: string | null;
  lat: number | null;
  lon: number | null;
  until: Date;
  organisation_id: string | null;
  organisation_name: string | null;
  status: SaidOfOffer;
  contactable: boolean;
  at: Date;
}

export interface NearOffer extends OfferRecord {
  distance_metres: number | null;
}

const sumOf = (condition: string): string =>
  `(select coalesce(sum(t.quantity), 0)::int from tasks t
    where t.deployment_id = o.deployment_id and t.offer_id = o.id and ${condition})`;
const taken = sumOf(`t.status not in ('declined', 'cancelled')`);
const columns = `o.id, o.kind, o.what, o.quantity, o.unit, o.place, st_y(o.location) as lat, st_x(o.location) as lon,
  o.until, o.organisation_id, g.name as organisation_name, o.status, o.contactable, o.at,
  ${taken} as taken, ${sumOf(`t.status = 'done'`)} as brought`;
const from = 'from offers o left join organisations g on g.id = o.organisation_id';

/** Newest first. `usable` leaves out those that can, or cannot, be used at `now`; null leaves out none. */
export function listOffers(
  sql: Sql,
  deploymentId: string,
  { usable, now }: { usable: boolean | null; now: Date },
  limit: number,
  after: Keyset | null,
): Promise<OfferRecord[]> {
  return sql.query<OfferRecord>(
    `select ${columns} ${from}
     where o.deployment_id = $1
       and ($2::boolean is null or (o.status = 'offered' and o.until > $3 and o.quantity > ${taken}) = $2)
       and ($5::timestamptz is null or (o.at, o.id) < ($5, $6::uuid))
     order by o.at desc, o.id desc limit $4`,
    [deploymentId, usable, now, limit, after?.at ?? null, after?.id ?? null],
  );
}

export async function offerById(sql: Sql, deploymentId: string, id: string): Promise<OfferRecord | null> {
  const [row] = await sql.query<OfferRecord>(`select ${columns} ${from} where o.deployment_id = $1 and o.id = $2`, [
    deploymentId,
    id,
  ]);
  return row ?? null;
}

/** Those of these kinds that stand: near the place, the nearest first, and those whose place is unknown. */
export function offersNear(
  sql: Sql,
  deploymentId: string,
  now: Date,
  kinds: readonly NeedKind[],
  place: { lat: number; lon: number } | null,
  metres: number,
): Promise<NearOffer[]> {
  const point = 'st_setsrid(st_makepoint($4::float8, $5::float8), 4326)::geography';
  const standing = `o.deployment_id = $1 and o.until > $2 and o.status = 'offered' and o.kind = any($3::text[])`;
  return sql.query<NearOffer>(
    `(select ${columns}, st_distance(o.location::geography, ${point}) as distance_metres ${from}
      where ${standing} and st_dwithin(o.location::geography, ${point}, $6::float8) order by distance_metres limit 200)
     union all
     (select ${columns}, null::float8 as distance_metres ${from}
      where ${standing} and (o.location is null or $4::float8 is null) order by o.at desc limit 100)`,
    [deploymentId, now, kinds, place?.lon ?? null, place?.lat ?? null, metres],
  );
}

/** The offer, locked, so that nothing of it is given twice. */
export async function lockOffer(tx: Sql, deploymentId: string, id: string): Promise<OfferRecord | null> {
  await tx.query('select 1 from offers where deployment_id = $1 and id = $2 for update', [deploymentId, id]);
  // Read after the lock: what others have taken meanwhile counts.
  return offerById(tx, deploymentId, id);
}

export interface NewOfferRecord {
  id: string;
  kind: NeedKind;
  what: string;
  quantity: number;
  unit: string;
  place: string | null;
  location: { lat: number; lon: number } | null;
  until: Date;
  organisation: string | null;
  status: SaidOfOffer;
  contactable: boolean;
  tag: Buffer;
  at: Date;
}

/** False when the id was known before. */
export async function insertOffer(tx: Sql, deploymentId: string, offer: NewOfferRecord): Promise<boolean> {
  const rows = await tx.query(
    `insert into offers (deployment_id, id, kind, what, quantity, unit, place, location, until, organisation_id, status,
       contactable, content_tag, at)
     values ($1, $2, $3, $4, $5, $6, $7,
       case when $8::float8 is null then null else st_setsrid(st_makepoint($8::float8, $9::float8), 4326) end,
       $10, $11, $12, $13, decode($14, 'hex'), $15)
     on conflict do nothing returning id`,
    [
      deploymentId,
      offer.id,
      offer.kind,
      offer.what,
      offer.quantity,
      offer.unit,
      offer.place,
      offer.location?.lon ?? null,
      offer.location?.lat ?? null,
      offer.until,
      offer.organisation,
      offer.status,
      offer.contactable,
      offer.tag.toString('hex'),
      offer.at,
    ],
  );
  return rows.length > 0;
}

export async function isSameOffer(sql: Sql, deploymentId: string, id: string, tag: Buffer): Promise<boolean> {
  const found = await sql.query(
    `select 1 from offers where deployment_id = $1 and id = $2 and content_tag = decode($3, 'hex')`,
    [deploymentId, id, tag.toString('hex')],
  );
  return found.length > 0;
}

export async function insertContact(
  tx: Sql,
  deploymentId: string,
  offerId: string,
  sealed: Buffer,
  at: Date,
): Promise<void> {
  await tx.query(
    `insert into offer_contacts (deployment_id, offer_id, sealed, at) values ($1, $2, decode($3, 'hex'), $4)`,
    [deploymentId, offerId, sealed.toString('hex'), at],
  );
}

export async function sealedContact(sql: Sql, deploymentId: string, offerId: string): Promise<Buffer | null> {
  const [row] = await sql.query<{ sealed: Buffer }>(
    'select sealed from offer_contacts where deployment_id = $1 and offer_id = $2',
    [deploymentId, offerId],
  );
  return row === undefined ? null : Buffer.from(row.sealed);
}

export async function writeOfferStatus(tx: Sql, deploymentId: string, id: string, status: SaidOfOffer): Promise<void> {
  await tx.query('update offers set status = $3 where deployment_id = $1 and id = $2', [deploymentId, id, status]);
}

/** Erases contacts that were left before `before`, and tells whose they were. */
export async function eraseContacts(tx: Sql, deploymentId: string, before: Date): Promise<string[]> {
  const erased = await tx.query<{ id: string }>(
    `with erased as (delete from offer_contacts where deployment_id = $1 and at < $2 returning offer_id)
     select offer_id as id from erased`,
    [deploymentId, before],
  );
  const ids = erased.map(({ id }) => id);
  await tx.query(
    `update offers set contactable = false, content_tag = null where deployment_id = $1 and id = any($2::uuid[])`,
    [deploymentId, ids],
  );
  return ids;
}

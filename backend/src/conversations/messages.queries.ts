/** All SQL of messages through gateways: which came in already, and where those that go out are. */
import type { Delivery } from '@atesto/contract';
import type { Sql } from '../platform/index.js';

const hex = (bytes: Buffer): string => `\\x${bytes.toString('hex')}`;

export interface ReceivedMessage {
  deploymentId: string;
  gatewayId: string;
  externalId: string;
  addressName: Buffer | null;
  reportId: string | null;
}

export const receivedName = (gatewayId: string, externalId: string): string => `${gatewayId} ${externalId}`;

/** Those of the messages that are here already, with their reports, by `receivedName`. */
export async function findReceived(
  tx: Sql,
  messages: readonly Pick<ReceivedMessage, 'deploymentId' | 'gatewayId' | 'externalId'>[],
): Promise<Map<string, string | null>> {
  const rows = await tx.query<{ gateway_id: string; external_id: string; report_id: string | null }>(
    `select m.gateway_id, m.external_id, m.report_id
     from unnest($1::uuid[], $2::uuid[], $3::text[]) as k(deployment_id, gateway_id, external_id)
     join received_messages m using (deployment_id, gateway_id, external_id)`,
    [
      messages.map(({ deploymentId }) => deploymentId),
      messages.map(({ gatewayId }) => gatewayId),
      messages.map(({ externalId }) => externalId),
    ],
  );
  return new Map(rows.map((row) => [receivedName(row.gateway_id, row.external_id), row.report_id]));
}

export async function insertReceived(tx: Sql, messages: readonly ReceivedMessage[], now: Date): Promise<void> {
  if (messages.length === 0) return;
  await tx.query(
    `insert into received_messages (deployment_id, gateway_id, external_id, address_name, report_id, at)
     select *, $6::timestamptz from unnest($1::uuid[], $2::uuid[], $3::text[], $4::bytea[], $5::uuid[])`,
    [
      messages.map(({ deploymentId }) => deploymentId),
      messages.map(({ gatewayId }) => gatewayId),
      messages.map(({ externalId }) => externalId),
      messages.map(({ addressName }) => (addressName === null ? null : hex(addressName))),
      messages.map(({ reportId }) => reportId),
      now,
    ],
  );
}

export interface NewOutgoing {
  deploymentId: string;
  id: string;
  reportId: string;
  gatewayId: string;
  addressName: Buffer;
  text: string;
}

/** Reports of messages of ours, by the messages' ids, which must be UUIDs. */
export async function reportsOfOutgoing(
  tx: Sql,
  messages: readonly { deploymentId: string; id: string }[],
): Promise<Map<string, string>> {
  if (messages.length === 0) return new Map();
  const rows = await tx.query<{ id: string; report_id: string }>(
    `select m.id, m.report_id from unnest($1::uuid[], $2::uuid[]) as k(deployment_id, id)
     join messages m using (deployment_id, id) where m.direction = 'out'`,
    [messages.map(({ deploymentId }) => deploymentId), messages.map(({ id }) => id)],
  );
  return new Map(rows.map((row) => [row.id, row.report_id]));
}

/** Messages that nobody wrote by hand. */
export async function insertOutgoing(tx: Sql, messages: readonly NewOutgoing[], now: Date): Promise<void> {
  if (messages.length === 0) return;
  await tx.query(
    `insert into messages (deployment_id, id, report_id, gateway_id, address_name, text, direction, delivery, delivery_at, at)
     select *, 'out', 'queued', $7::timestamptz, $7::timestamptz
     from unnest($1::uuid[], $2::uuid[], $3::uuid[], $4::uuid[], $5::bytea[], $6::text[])`,
    [
      messages.map(({ deploymentId }) => deploymentId),
      messages.map(({ id }) => id),
      messages.map(({ reportId }) => reportId),
      messages.map(({ gatewayId }) => gatewayId),
      messages.map(({ addressName }) => hex(addressName)),
      messages.map(({ text }) => text),
      now,
    ],
  );
}

/** Sends a message that a responder wrote on its way. */
export async function routeMessage(
  tx: Sql,
  deploymentId: string,
  id: string,
  route: { gatewayId: string; addressName: Buffer; delivery: Delivery; detail: string | null; at: Date },
): Promise<void> {
  await tx.query(
    `update messages set gateway_id = $3, address_name = $4, delivery = $5, delivery_detail = $6, delivery_at = $7
     where deployment_id = $1 and id = $2 and gateway_id is null`,
    [deploymentId, id, route.gatewayId, hex(route.addressName), route.delivery, route.detail, route.at],
  );
}

export interface OutgoingRecord {
  deployment_id: string;
  id: string;
  report_id: string;
  gateway_id: string;
  address_name: Buffer;
  text: string;
  delivery: Delivery;
  attempts: number;
  author_id: string | null;
}

const selectOutgoing = `select deployment_id, id, report_id, gateway_id, address_name, text, delivery, attempts, author_id
  from messages`;

export async function outgoingById(sql: Sql, deploymentId: string, id: string): Promise<OutgoingRecord | null> {
  const [row] = await sql.query<OutgoingRecord>(`${selectOutgoing} where deployment_id = $1 and id = $2`, [
    deploymentId,
    id,
  ]);
  return row ?? null;
}

/** Those that wait for a gateway that fetches them, and those handed to it before `handedBefore` without a word since. */
export function waitingMessages(
  sql: Sql,
  deploymentId: string,
  gatewayId: string,
  handedBefore: Date,
  limit: number,
): Promise<OutgoingRecord[]> {
  return sql.query<OutgoingRecord>(
    `${selectOutgoing} where deployment_id = $1 and gateway_id = $2
       and (delivery = 'queued' or (delivery = 'handed' and delivery_at < $3))
     order by at limit $4`,
    [deploymentId, gatewayId, handedBefore, limit],
  );
}

/** Ids of messages that were given to a gateway and whose delivery is not known. */
export async function unsettledMessages(
  sql: Sql,
  deploymentId: string,
  gatewayId: string,
  limit: number,
): Promise<string[]> {
  const rows = await sql.query<{ id: string }>(
    `select id from messages where deployment_id = $1 and gateway_id = $2 and delivery in ('handed', 'sent')
     order by at desc limit $3`,
    [deploymentId, gatewayId, limit],
  );
  return rows.map(({ id }) => id);
}

export interface DeliveryNews {
  delivery: Delivery;
  detail?: string | null;
  providerId?: string | null;
  at: Date;
}

/** Moves a message of the gateway on from one of `from`; returns its report when it moved. */
export async function writeDelivery(
  tx: Sql,
  deploymentId: string,
  gatewayId: string,
  name: { id: string } | { providerId: string },
  news: DeliveryNews,
  from: readonly Delivery[],
): Promise<string | null> {
  const [column, value] = 'id' in name ? ['id = $3::uuid', name.id] : ['provider_id = $3', name.providerId];
  const [row] = await tx.query<{ report_id: string }>(
    `update messages set delivery = $4, delivery_detail = $5, delivery_at = $6, provider_id = coalesce($7, provider_id)
     where deployment_id = $1 and gateway_id = $2 and ${column} and delivery = any($8::text[])
     returning report_id`,
    [deploymentId, gatewayId, value, news.delivery, news.detail ?? null, news.at, news.providerId ?? null, from],
  );
  return row?.report_id ?? null;
}

/** One more try that failed; how many there were. */
export async function countAttempt(sql: Sql, deploymentId: string, id: string, detail: string): Promise<number> {
  const [row] = await sql.query<{ attempts: number }>(
    `update messages set attempts = attempts + 1, delivery_detail = $3 where deployment_id = $1 and id = $2
     returning attempts`,
    [deploymentId, id, detail],
  );
  return row?.attempts ?? 0;
}

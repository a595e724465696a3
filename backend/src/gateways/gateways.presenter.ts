/** What a coordinator sees of a gateway. Secrets stay here: only that they are set is told. */
import type { GatewayAddress, GatewayLogEntry, GatewayView } from '@atesto/contract';
import { qrPath } from '../platform/index.js';
import type { AdapterAddress, GatewayAdapter, OpenGateway } from './adapter.js';
import { healthOf } from './gateway-health.js';
import { parted } from './gateway-settings.js';
import type { GatewayRecord, LogRecord } from './gateways.queries.js';

const ownAddress = { en: 'Address', de: 'Adresse', fr: 'Adresse', es: 'Dirección', ar: 'العنوان' };

export function presentGateway(
  row: GatewayRecord,
  open: OpenGateway,
  adapter: GatewayAdapter,
  publicUrl: string,
  now: Date,
): GatewayView {
  const { plain, secret } = parted(adapter.fields, { ...open.settings });
  const url = `${publicUrl}/gateways/${row.kind}/${open.token}`;
  const heard = {
    enabled: row.enabled,
    createdAt: row.created_at,
    lastInAt: row.last_in_at,
    lastOutAt: row.last_out_at,
    lastPollAt: row.last_poll_at,
    lastErrorAt: row.last_error_at,
  };
  return {
    id: row.id,
    kind: row.kind,
    channel: adapter.channel,
    name: row.name,
    enabled: row.enabled,
    settings: plain,
    secrets: Object.keys(secret),
    addresses: (adapter.addressesOf?.(open, url) ?? [{ label: ownAddress, url }]).map(withCode),
    health: healthOf(heard, adapter.silentAfterSeconds?.(open) ?? null, now),
    lastInAt: row.last_in_at?.toISOString() ?? null,
    lastOutAt: row.last_out_at?.toISOString() ?? null,
    lastPollAt: row.last_poll_at?.toISOString() ?? null,
    lastErrorAt: row.last_error_at?.toISOString() ?? null,
    lastError: row.last_error,
    version: row.version,
  };
}

const withCode = ({ label, url, qr }: AdapterAddress): GatewayAddress =>
  qr === undefined ? { label, url } : { label, url, code: qrPath(qr) };

export function presentLog(row: LogRecord): GatewayLogEntry {
  return {
    id: row.id,
    at: row.at.toISOString(),
    direction: row.direction,
    request: row.request,
    answer: row.answer,
    status: row.status,
    outcome: row.outcome,
  };
}

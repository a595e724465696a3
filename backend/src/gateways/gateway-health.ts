/** The light beside a gateway. Pure. */
import type { GatewayHealth } from '@atesto/contract';

export interface Heard {
  enabled: boolean;
  createdAt: Date;
  lastInAt: Date | null;
  lastOutAt: Date | null;
  lastPollAt: Date | null;
  lastErrorAt: Date | null;
}

const latest = (...times: (Date | null)[]): number => Math.max(0, ...times.map((time) => time?.getTime() ?? 0));

/** `silentAfterSeconds` is null for gateways that need not call. */
export function healthOf(heard: Heard, silentAfterSeconds: number | null, now: Date): GatewayHealth {
  if (!heard.enabled) return 'off';
  const good = latest(heard.lastInAt, heard.lastOutAt, heard.lastPollAt);
  if (latest(heard.lastErrorAt) > good) return 'failing';
  const called = latest(heard.lastInAt, heard.lastPollAt);
  const since = Math.max(called, heard.createdAt.getTime());
  if (silentAfterSeconds !== null && now.getTime() - since > silentAfterSeconds * 1_000) return 'silent';
  return good === 0 ? 'waiting' : 'well';
}

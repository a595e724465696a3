/** What coordinators see of webhooks and of what was sent to them. Never a secret. */
import type { WebhookDelivery, WebhookEventType, WebhookHealth, WebhookView } from '@atesto/contract';
import type { CallRecord, LaneFacts } from '../gateways/index.js';
import type { WebhookRecord } from './webhooks.queries.js';

const failingMs = 24 * 60 * 60_000;

export function healthOf(
  webhook: Pick<WebhookRecord, 'enabled' | 'gone_at'>,
  facts: LaneFacts | null,
  now: Date,
): WebhookHealth {
  if (!webhook.enabled) return webhook.gone_at === null ? 'off' : 'gone';
  const since = facts?.failing_since ?? null;
  if (since !== null) return now.getTime() - since.getTime() >= failingMs ? 'failing' : 'faltering';
  if (facts !== null && facts.given_up > 0 && facts.delivered_at === null) return 'failing';
  return facts?.delivered_at == null ? 'unused' : 'well';
}

export function presentWebhook(webhook: WebhookRecord, url: string, facts: LaneFacts | null, now: Date): WebhookView {
  const { former_until: until } = webhook;
  return {
    id: webhook.id,
    name: webhook.name,
    url,
    enabled: webhook.enabled,
    audience: webhook.audience,
    kinds: webhook.kinds,
    categories: webhook.categories,
    minSeverity: webhook.min_severity,
    health: healthOf(webhook, facts, now),
    waiting: facts?.waiting ?? 0,
    givenUp: facts?.given_up ?? 0,
    failingSince: facts?.failing_since?.toISOString() ?? null,
    lastDeliveredAt: facts?.delivered_at?.toISOString() ?? null,
    formerSecretUntil: until !== null && until > now ? until.toISOString() : null,
    version: webhook.version,
  };
}

export function presentDelivery(call: CallRecord): WebhookDelivery {
  return {
    id: call.id,
    type: call.type as WebhookEventType,
    incident: call.subject_id,
    sequence: Number(call.sequence),
    createdAt: call.created_at.toISOString(),
    state: call.state,
    attempts: call.attempts,
    status: call.status,
    error: call.error,
    durationMs: call.duration_ms,
    lastTriedAt: call.tried_at?.toISOString() ?? null,
    nextTryAt: call.state === 'waiting' ? call.due_at.toISOString() : null,
  };
}

/** Events on their way to one webhook: which incidents it sees, how one is withdrawn, and how they become numbered calls. */
import type { WebhookEvent } from '@atesto/contract';
import type { Deployment } from '../deployments/index.js';
import type { NewCall, OutgoingCalls } from '../gateways/index.js';
import type { IncidentRecord } from '../incidents/index.js';
import { derivedId, type Sql } from '../platform/index.js';
import { fitsFilter } from './fits-filter.js';
import { mayKnow } from './present-event.js';
import { takeSequence, type WebhookRecord } from './webhooks.queries.js';

export type Draft = Omit<WebhookEvent, 'sequence'>;

export function shows(webhook: WebhookRecord, incident: IncidentRecord, deployment: Deployment): boolean {
  return mayKnow(webhook.audience, incident, deployment) && fitsFilter(webhook, incident, deployment);
}

export function withdrawal(
  webhook: WebhookRecord,
  deployment: Deployment,
  { seq, at }: { seq: string; at: Date },
  incidentId: string,
): Draft {
  const id = derivedId(webhook.id, seq, incidentId);
  const data = { incident: { id: incidentId } };
  return { id, type: 'incident.withdrawn', at: at.toISOString(), deployment: deployment.slug, data };
}

/** Numbered without a gap. */
export async function enqueueDrafts(
  tx: Sql,
  calls: OutgoingCalls,
  { id, deployment_id: deploymentId }: WebhookRecord,
  drafts: readonly Draft[],
): Promise<void> {
  const last = await takeSequence(tx, deploymentId, id, drafts.length);
  const numbered = drafts.map((draft, at) => callOf(id, draft, last - drafts.length + 1 + at));
  await calls.enqueue(tx, 'webhook', deploymentId, numbered);
}

const incidentOf = ({ data }: Draft): string | null => data.incident?.id ?? null;

function callOf(webhookId: string, draft: Draft, sequence: number): NewCall {
  const { id, type, at, deployment, data } = draft;
  const body = JSON.stringify({ id, type, at, deployment, sequence, data } satisfies WebhookEvent);
  return { id, lane_id: webhookId, subject_id: incidentOf(draft), sequence, type, body };
}

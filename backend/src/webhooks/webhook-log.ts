/** Shows webhooks with their health and what was sent to them; sends a test, and sends again what was asked for. */
import { Inject, Injectable } from '@nestjs/common';
import { uuidv7 } from 'uuidv7';
import type { Page, WebhookDelivery, WebhookLogQuery, WebhookView } from '@atesto/contract';
import type { Deployment } from '../deployments/index.js';
import { callById, laneFacts, listCalls, OutgoingCalls, replayCalls, type Lane } from '../gateways/index.js';
import { appendJournal, CLOCK, Database, notFound, pageOf, readKeyset, type Clock } from '../platform/index.js';
import { WebhookPost } from './webhook-post.js';
import { nothingLeaves, switchedOff } from './webhooks.problems.js';
import { presentDelivery, presentWebhook } from './webhooks.presenter.js';
import { listWebhooks, webhookById, type WebhookRecord } from './webhooks.queries.js';

const usualPage = 50;

type Which = Parameters<typeof replayCalls>[2];

const laneOf = ({ deployment_id, id }: WebhookRecord): Lane => ({ kind: 'webhook', deployment_id, lane_id: id });

@Injectable()
export class WebhookLog {
  constructor(
    private readonly database: Database,
    private readonly webhookPost: WebhookPost,
    private readonly calls: OutgoingCalls,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async list({ id: deploymentId }: Deployment): Promise<WebhookView[]> {
    return this.present(await listWebhooks(this.database, deploymentId));
  }

  /** @throws Problem 404 */
  async one({ id: deploymentId }: Deployment, id: string): Promise<WebhookView> {
    const [view] = await this.present([await this.find(deploymentId, id)]);
    if (view === undefined) throw notFound('webhook');
    return view;
  }

  /** Newest first. @throws Problem 404, 422 */
  async deliveries(
    { id: deploymentId }: Deployment,
    id: string,
    query: WebhookLogQuery,
  ): Promise<Page<WebhookDelivery>> {
    const lane = laneOf(await this.find(deploymentId, id));
    const limit = query.limit ?? usualPage;
    const after = query.cursor === undefined ? null : readKeyset(query.cursor);
    const found = await listCalls(this.database, lane, query.state ?? null, limit, after);
    const { rows, next } = pageOf(found, limit, (row) => row.created_at);
    return { items: rows.map(presentDelivery), next };
  }

  /** Sends it at once and says what became of it. @throws Problem 404, 409 in an exercise or while it is off */
  async ping(deployment: Deployment, id: string): Promise<WebhookDelivery> {
    const webhook = await this.find(deployment.id, id);
    if (deployment.isExercise) throw nothingLeaves();
    if (!webhook.enabled) throw switchedOff();
    const at = this.clock.now().toISOString();
    const event = { id: uuidv7(), type: 'ping', at, deployment: deployment.slug, sequence: 0, data: {} } as const;
    const begun = Date.now();
    const outcome = await this.webhookPost.post(webhook, event);
    if (outcome.state === 'taken') this.calls.endPause(laneOf(webhook));
    return {
      id: event.id,
      type: event.type,
      incident: null,
      sequence: 0,
      createdAt: at,
      state: outcome.state === 'taken' ? 'delivered' : 'given_up',
      attempts: 1,
      status: outcome.status,
      error: outcome.state === 'taken' ? null : outcome.error,
      durationMs: Date.now() - begun,
      lastTriedAt: at,
      nextTryAt: null,
    };
  }

  /** @throws Problem 404, 409 in an exercise or while it is off */
  async replay(deployment: Deployment, id: string, which: Which, actorId: string): Promise<number> {
    const webhook = await this.find(deployment.id, id);
    if (deployment.isExercise) throw nothingLeaves();
    if (!webhook.enabled) throw switchedOff();
    const lane = laneOf(webhook);
    const count = await this.database.transaction(async (tx) => {
      if (typeof which === 'object' && 'id' in which && (await callById(tx, lane, which.id)) === null) {
        throw notFound('delivery');
      }
      const replayed = await replayCalls(tx, lane, which, this.clock.now());
      await this.calls.rouse(tx, [lane]);
      const data = { name: webhook.name, count: replayed };
      const { id: deploymentId } = deployment;
      await appendJournal(tx, [{ deploymentId, kind: 'webhook.replayed', subjectId: id, actorId, data }]);
      return replayed;
    });
    this.calls.endPause(lane);
    this.calls.wake();
    return count;
  }

  private async find(deploymentId: string, id: string): Promise<WebhookRecord> {
    const webhook = await webhookById(this.database, deploymentId, id);
    if (webhook === null) throw notFound('webhook');
    return webhook;
  }

  private async present(rows: readonly WebhookRecord[]): Promise<WebhookView[]> {
    const [first] = rows;
    if (first === undefined) return [];
    const ids = rows.map(({ id }) => id);
    const facts = await laneFacts(this.database, first.deployment_id, ids);
    const now = this.clock.now();
    const factsOf = (id: string) => facts.find(({ lane_id }) => lane_id === id) ?? null;
    return rows.map((row) => presentWebhook(row, this.webhookPost.unseal(row).url, factsOf(row.id), now));
  }
}

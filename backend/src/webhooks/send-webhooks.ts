/** Sends what waits for webhooks, as it may leave now. One that says that it is gone is switched off. */
import { Inject, Injectable } from '@nestjs/common';
import type { WebhookEvent } from '@atesto/contract';
import { DeploymentCatalogue } from '../deployments/index.js';
import {
  giveUpLane,
  OutgoingCalls,
  type CallOutcome,
  type ClaimedCall,
  type Lane,
  type LaneSpeaker,
} from '../gateways/index.js';
import { incidentsById } from '../incidents/index.js';
import { appendJournal, CLOCK, Database, type Clock } from '../platform/index.js';
import { asMayLeave } from './present-event.js';
import { WebhookPost } from './webhook-post.js';
import { lockWebhooks, webhookById, writeWebhook } from './webhooks.queries.js';

const gone = 410;

@Injectable()
export class SendWebhooks implements LaneSpeaker {
  constructor(
    private readonly database: Database,
    private readonly deployments: DeploymentCatalogue,
    private readonly webhookPost: WebhookPost,
    calls: OutgoingCalls,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {
    calls.speak('webhook', this);
  }

  async isOpen({ deployment_id, lane_id }: Lane): Promise<boolean> {
    const deployment = await this.deployments.withId(deployment_id);
    if (deployment === null || deployment.isExercise) return false;
    return (await webhookById(this.database, deployment_id, lane_id))?.enabled === true;
  }

  async send(lane: Lane, call: ClaimedCall): Promise<CallOutcome> {
    const { deployment_id, lane_id } = lane;
    const deployment = await this.deployments.withId(deployment_id);
    const webhook = await webhookById(this.database, deployment_id, lane_id);
    if (deployment === null || webhook === null) {
      return { state: 'refused', status: null, error: 'The webhook was removed.' };
    }
    const ids = call.subject_id === null ? [] : [call.subject_id];
    const [incident = null] = await incidentsById(this.database, deployment_id, ids);
    const written = JSON.parse(call.body) as WebhookEvent;
    // What is replayed waits since later than it was written.
    const isReplay = call.since > call.created_at;
    const event = asMayLeave(written, webhook.audience, incident, deployment, isReplay);
    const outcome = await this.webhookPost.post(webhook, event);
    if (outcome.status !== gone) return outcome;
    await this.switchOff(lane);
    return { state: 'refused', status: gone, error: 'The address says that it is gone.' };
  }

  private async switchOff(lane: Lane): Promise<void> {
    const { deployment_id: deploymentId, lane_id: id } = lane;
    await this.database.transaction(async (tx) => {
      const webhook = (await lockWebhooks(tx, deploymentId)).find((one) => one.id === id);
      if (webhook?.enabled !== true) return;
      await writeWebhook(tx, deploymentId, id, { ...webhook, enabled: false, gone_at: this.clock.now() });
      await giveUpLane(tx, lane, 'The address said that it is gone.');
      const data = { name: webhook.name, enabled: false, gone: true, before: { enabled: true } };
      await appendJournal(tx, [{ deploymentId, kind: 'webhook.changed', subjectId: id, actorId: null, data }]);
    });
  }
}

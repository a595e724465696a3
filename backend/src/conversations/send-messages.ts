/** Hands messages to the providers, and keeps what they say of them. What fails is tried again by the queue. */
import { Inject, Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { CLOCK, Database, Jobs, Keys, type Clock } from '../platform/index.js';
import {
  GatewayAdapters,
  GatewayCatalogue,
  maskedWords,
  type OpenGateway,
  type OutgoingMessage,
} from '../gateways/index.js';
import { countAttempt, outgoingById, type OutgoingRecord } from './messages.queries.js';
import { NoteDelivery } from './note-delivery.js';
import { senderOf } from './senders.queries.js';

export const SEND_JOB = 'send-message';

export interface SendJob {
  deploymentId: string;
  messageId: string;
}

const mostAttempts = 5;
const crowd = 50;

@Injectable()
export class SendMessages implements OnApplicationBootstrap {
  constructor(
    private readonly database: Database,
    private readonly jobs: Jobs,
    private readonly gateways: GatewayCatalogue,
    private readonly adapters: GatewayAdapters,
    private readonly noteDelivery: NoteDelivery,
    private readonly keys: Keys,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    await this.jobs.workInCrowds<SendJob>(SEND_JOB, (job) => this.send(job), crowd);
  }

  /** @throws Error when the provider could not take it now */
  async send({ deploymentId, messageId }: SendJob): Promise<void> {
    const message = await outgoingById(this.database, deploymentId, messageId);
    if (message === null || message.delivery !== 'queued') return;
    const gateway = await this.gateways.withId(deploymentId, message.gateway_id);
    const adapter = gateway === null ? null : this.adapters.find(gateway.kind);
    if (gateway === null || adapter?.send === undefined)
      return this.fail(message, 'The gateway is not set up any more.');
    const outgoing = await this.outgoingOf(message, gateway);
    if (outgoing === null) return this.fail(message, 'The address is not kept any more.');
    try {
      const sent = await adapter.send(gateway, outgoing);
      const name = { id: messageId };
      const at = this.clock.now();
      if (sent.state !== 'sent')
        await this.noteDelivery.note(gateway, name, { delivery: sent.state, detail: sent.detail, at });
      else await this.noteDelivery.note(gateway, name, { delivery: 'sent', providerId: sent.providerId, at });
    } catch (error) {
      const words = maskedWords(error instanceof Error ? error.message : 'The provider did not answer.');
      if ((await countAttempt(this.database, deploymentId, messageId, words)) >= mostAttempts)
        return this.fail(message, words);
      throw error;
    }
  }

  private async outgoingOf(message: OutgoingRecord, gateway: OpenGateway): Promise<OutgoingMessage | null> {
    const sender = await senderOf(this.database, message.deployment_id, gateway.id, message.address_name);
    if (sender === null || sender.sealed.length === 0) return null;
    return {
      id: message.id,
      to: this.keys.unseal(sender.sealed),
      text: message.text,
      language: sender.language ?? gateway.deployment.languages[0] ?? 'en',
      asksForPlace: message.author_id === null && sender.awaiting === 'place' && sender.report_id === message.report_id,
      lastInAt: sender.last_in_at,
    };
  }

  private async fail(message: OutgoingRecord, detail: string): Promise<void> {
    const gateway = { id: message.gateway_id, deployment: { id: message.deployment_id } };
    await this.noteDelivery.note(gateway, { id: message.id }, { delivery: 'failed', detail, at: this.clock.now() });
  }
}

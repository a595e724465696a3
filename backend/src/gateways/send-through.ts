/** Sends what answers nobody through whichever gateway of a deployment can: notices, alerts, codes. */
import { Inject, Injectable } from '@nestjs/common';
import type { Channel } from '@atesto/contract';
import type { Deployment } from '../deployments/index.js';
import { CLOCK, type Clock } from '../platform/index.js';
import { GatewayAdapters, type OutgoingMessage } from './adapter.js';
import { GatewayCatalogue } from './gateway-catalogue.js';

export type Outcome =
  | { state: 'sent' }
  | { state: 'withheld'; detail: string }
  /** `isPassing`: another try may help. */
  | { state: 'failed'; detail: string; isPassing: boolean };

@Injectable()
export class SendThrough {
  constructor(
    private readonly gateways: GatewayCatalogue,
    private readonly adapters: GatewayAdapters,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async isOpen(deployment: Deployment, channel: Channel): Promise<boolean> {
    return !deployment.isExercise && (await this.gateways.sending(deployment.id, channel)) !== null;
  }

  /** @throws Error when it may be tried again */
  async send(
    deployment: Deployment,
    channel: Channel,
    message: Omit<OutgoingMessage, 'asksForPlace' | 'lastInAt'>,
  ): Promise<Outcome> {
    const gateway = await this.gateways.sending(deployment.id, channel);
    const adapter = gateway === null ? null : this.adapters.find(gateway.kind);
    if (gateway === null || adapter?.send === undefined) {
      return { state: 'failed', detail: `No channel of the deployment can send ${channel}.`, isPassing: false };
    }
    const sent = await adapter.send(gateway, { ...message, asksForPlace: false, lastInAt: this.clock.now() });
    if (sent.state === 'sent') return { state: 'sent' };
    return sent.state === 'withheld' ? sent : { state: 'failed', detail: sent.detail, isPassing: false };
  }
}

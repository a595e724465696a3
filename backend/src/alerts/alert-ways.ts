/** The ways out for alerts: through the deployment's gateways, and to browsers. */
import { Injectable } from '@nestjs/common';
import type { AlertWay } from '@atesto/contract';
import type { Deployment } from '../deployments/index.js';
import { SendThrough, type Outcome } from '../gateways/index.js';
import { Keys } from '../platform/index.js';
import { WebPush, type PushTarget } from '../push/index.js';
import type { Composed } from './compose-alert.js';

export interface Addressee {
  way: AlertWay;
  sealed: Buffer;
  language: string;
}

/** `gone`: the browser wants nothing any more. */
export type AlertOutcome = Outcome | { state: 'gone' };

const pushSeconds = 24 * 3600;

@Injectable()
export class AlertWays {
  constructor(
    private readonly gateways: SendThrough,
    private readonly webPush: WebPush,
    private readonly keys: Keys,
  ) {}

  /** By which ways a deployment can tell anybody: in an exercise by none. */
  async open(deployment: Deployment): Promise<AlertWay[]> {
    if (deployment.isExercise) return [];
    const [mail, sms] = await Promise.all([
      this.gateways.isOpen(deployment, 'email'),
      this.gateways.isOpen(deployment, 'sms'),
    ]);
    return [...(mail ? (['email'] as const) : []), ...(sms ? (['sms'] as const) : []), 'push'];
  }

  isPushService(endpoint: string): boolean {
    return this.webPush.isKnown(endpoint);
  }

  /** @throws Error when it may be tried again */
  async send(deployment: Deployment, id: string, to: Addressee, message: Composed): Promise<AlertOutcome> {
    if (deployment.isExercise) return { state: 'withheld', detail: 'Nothing leaves an exercise.' };
    const address = this.keys.unseal(to.sealed);
    if (to.way === 'push') return this.toBrowser(JSON.parse(address) as PushTarget, message);
    const { language } = to;
    if (to.way === 'sms')
      return this.gateways.send(deployment, 'sms', { id, to: address, text: message.short, language });
    const { subject, text, stop } = message;
    const mail = { id, to: address, text, subject, language, ...(stop !== null && { unsubscribe: stop }) };
    return this.gateways.send(deployment, 'email', mail);
  }

  private async toBrowser(target: PushTarget, { push }: Composed): Promise<AlertOutcome> {
    const state = await this.webPush.post(target, push, { urgency: 'high', seconds: pushSeconds });
    if (state === 'later') return { state: 'failed', detail: 'The push service did not take it.', isPassing: true };
    return { state };
  }
}

/** Posts one event to a webhook's address, signed. */
import { Inject, Injectable } from '@nestjs/common';
import type { WebhookEvent } from '@atesto/contract';
import { judgeAnswer, PublicFetch, type CallOutcome } from '../gateways/index.js';
import { CLOCK, Keys, type Clock } from '../platform/index.js';
import { signatureHeaders } from './signature.js';
import type { WebhookRecord } from './webhooks.queries.js';

const patienceMs = 10_000;

export interface Sealed {
  url: string;
  secret: string;
  former: string | null;
}

@Injectable()
export class WebhookPost {
  constructor(
    private readonly keys: Keys,
    private readonly fetch: PublicFetch,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  unseal({ sealed }: Pick<WebhookRecord, 'sealed'>): Sealed {
    return JSON.parse(this.keys.unseal(sealed)) as Sealed;
  }

  seal(sealed: Sealed): Buffer {
    return this.keys.seal(JSON.stringify(sealed));
  }

  async post(webhook: WebhookRecord, event: WebhookEvent): Promise<CallOutcome> {
    const { url, secret, former } = this.unseal(webhook);
    const now = this.clock.now();
    const isFormerGood = former !== null && webhook.former_until !== null && webhook.former_until > now;
    const body = JSON.stringify(event);
    const signed = signatureHeaders(event.id, now, body, isFormerGood ? [secret, former] : [secret]);
    const headers = { 'content-type': 'application/json', ...signed };
    try {
      return judgeAnswer(await this.fetch.fetch({ url, method: 'POST', headers, body, patienceMs }), this.clock.now());
    } catch (error) {
      const words = error instanceof Error && error.name !== 'TimeoutError' ? error.message : 'No answer came in time.';
      return { state: 'failed', status: null, error: words, retryAfterMs: null, isAway: true };
    }
  }
}

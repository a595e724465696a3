/** Subscribes a phone to what becomes of its report, and lets it go. Sealed like a contact. */
import { Inject, Injectable } from '@nestjs/common';
import type { SubscribeToPush } from '@atesto/contract';
import { CLOCK, Database, invalidInput, Keys, type Clock } from '../../../platform/index.js';
import { keyFaults, WebPush, type PushTarget } from '../../../push/index.js';
import { deleteSubscription, saveSubscription } from './push.queries.js';

/** A family may share a report; a flood may not. */
const mostOfReport = 5;

@Injectable()
export class PushSubscriptions {
  constructor(
    private readonly database: Database,
    private readonly keys: Keys,
    private readonly webPush: WebPush,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** @throws Problem 422 for an address that is no push service's, or keys that are none */
  async subscribe(deploymentId: string, reportId: string, input: SubscribeToPush): Promise<void> {
    const { endpoint, keys, language } = input;
    const isKnown = this.webPush.isKnown(endpoint);
    const faults = isKnown ? [] : [{ pointer: '/endpoint', detail: 'is not the address of a known push service' }];
    faults.push(...keyFaults(keys));
    if (faults.length > 0) throw invalidInput(faults);
    const target: PushTarget = { endpoint, keys: { p256dh: keys.p256dh, auth: keys.auth } };
    const sealed = this.keys.seal(JSON.stringify(target));
    const row = { report_id: reportId, endpoint_name: this.nameOf(endpoint), sealed, language };
    const at = this.clock.now();
    await this.database.transaction((tx) => saveSubscription(tx, deploymentId, row, at, mostOfReport));
  }

  async unsubscribe(deploymentId: string, reportId: string, endpoint: string): Promise<void> {
    await deleteSubscription(this.database, deploymentId, reportId, this.nameOf(endpoint));
  }

  private nameOf(endpoint: string): Buffer {
    return this.keys.tagOf('push endpoint', endpoint);
  }
}

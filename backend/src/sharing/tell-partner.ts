/** Puts a message for a partner on its lane, in the transaction of its cause. */
import { Inject, Injectable } from '@nestjs/common';
import { uuidv7 } from 'uuidv7';
import type { SharingMessage } from '@atesto/contract';
import { OutgoingCalls } from '../gateways/index.js';
import { CLOCK, type Clock, type Sql } from '../platform/index.js';
import { takeLaneSequence, type PartnerRecord } from './partners.queries.js';

type Words = Pick<SharingMessage, 'kind' | 'sequence'> & Partial<Pick<SharingMessage, 'share' | 'incident' | 'answer'>>;

@Injectable()
export class TellPartner {
  constructor(
    private readonly calls: OutgoingCalls,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** To be followed by `wake` after the commit. */
  async tell(
    tx: Sql,
    partner: Pick<PartnerRecord, 'deployment_id' | 'id' | 'their_partner'>,
    words: Words,
  ): Promise<void> {
    const { deployment_id: deploymentId, id: lane_id, their_partner } = partner;
    const sequence = await takeLaneSequence(tx, deploymentId, lane_id);
    const message = {
      id: uuidv7(),
      partner: their_partner ?? '',
      at: this.clock.now().toISOString(),
      share: null,
      ...words,
    } satisfies SharingMessage;
    const { id, kind: type } = message;
    // What is said of one share goes in order; that it is over comes after all of it.
    const subject_id = message.share ?? lane_id;
    await this.calls.enqueue(tx, 'sharing', deploymentId, [
      { id, lane_id, subject_id, sequence, type, body: JSON.stringify(message) },
    ]);
  }

  wake(): void {
    this.calls.wake();
  }
}

/** For gateways that fetch what goes out: what waits for them, and what they say became of it. */
import { Inject, Injectable } from '@nestjs/common';
import { CLOCK, Database, Keys, type Clock } from '../platform/index.js';
import type { OpenGateway } from '../gateways/index.js';
import { unsettledMessages, waitingMessages } from './messages.queries.js';
import { NoteDelivery } from './note-delivery.js';
import { senderOf } from './senders.queries.js';

export interface WaitingMessage {
  id: string;
  to: string;
  text: string;
}

/** A phone that took messages and said nothing for so long has lost them. */
const handedPatienceMs = 10 * 60_000;

@Injectable()
export class Outbox {
  constructor(
    private readonly database: Database,
    private readonly keys: Keys,
    private readonly noteDelivery: NoteDelivery,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async waiting(gateway: OpenGateway, limit: number): Promise<WaitingMessage[]> {
    const before = new Date(this.clock.now().getTime() - handedPatienceMs);
    const deploymentId = gateway.deployment.id;
    const rows = await waitingMessages(this.database, deploymentId, gateway.id, before, limit);
    const found = await Promise.all(
      rows.map(async ({ id, address_name: name, text }) => {
        const sender = await senderOf(this.database, deploymentId, gateway.id, name);
        return sender === null || sender.sealed.length === 0 ? null : { id, to: this.keys.unseal(sender.sealed), text };
      }),
    );
    return found.filter((message) => message !== null);
  }

  /** The gateway has these now. Unknown ids are passed over; those that count are returned. */
  async handed(gateway: OpenGateway, ids: readonly string[]): Promise<string[]> {
    const at = this.clock.now();
    const taken: string[] = [];
    for (const id of ids) {
      if (await this.noteDelivery.note(gateway, { id }, { delivery: 'handed', at })) taken.push(id);
    }
    return taken;
  }

  /** Handed over, and not known to have arrived or failed. */
  unsettled(gateway: OpenGateway, limit: number): Promise<string[]> {
    return unsettledMessages(this.database, gateway.deployment.id, gateway.id, limit);
  }
}

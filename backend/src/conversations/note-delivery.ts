/** Keeps what a provider says about a message that went out, and tells the responders' open detail. */
import { Injectable } from '@nestjs/common';
import type { Delivery } from '@atesto/contract';
import { maskedWords } from '../gateways/index.js';
import { storable } from '../intake/index.js';
import { appendJournal, Database, JournalFeed } from '../platform/index.js';
import { before } from './delivery.js';
import { writeDelivery, type DeliveryNews } from './messages.queries.js';

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

@Injectable()
export class NoteDelivery {
  constructor(
    private readonly database: Database,
    private readonly feed: JournalFeed,
  ) {}

  /** False when the message is not known, or stands further already. */
  async note(
    gateway: { id: string; deployment: { id: string } },
    name: { id: string } | { providerId: string },
    news: DeliveryNews,
  ): Promise<boolean> {
    if ('id' in name && !uuid.test(name.id)) return false;
    const deploymentId = gateway.deployment.id;
    const known = 'id' in name ? name : { providerId: storable(name.providerId) };
    // Providers repeat numbers in their faults, which not everybody may know who reads the conversation.
    const detail = typeof news.detail === 'string' ? storable(maskedWords(news.detail)).slice(0, 500) : null;
    const moved = await this.database.transaction(async (tx) => {
      const told = { ...news, detail };
      const reportId = await writeDelivery(tx, deploymentId, gateway.id, known, told, leaving(news.delivery));
      if (reportId === null) return false;
      const data = { delivery: news.delivery };
      const entry = {
        deploymentId,
        kind: 'report.delivery_changed',
        subjectId: reportId,
        actorId: null,
        data,
      } as const;
      await appendJournal(tx, [entry]);
      return true;
    });
    if (moved) this.feed.wake();
    return moved;
  }
}

/** What a phone took and lost is handed to it once more. */
const leaving = (told: Delivery): Delivery[] => (told === 'handed' ? ['queued', 'handed'] : before(told));

/**
 * Keeps the parts of long messages until all are here. Each is durable before it is acknowledged. Two processes may find
 * the same message whole at once: both hand it in under the same name, and the second one is a repeat.
 */
import { Inject, Injectable } from '@nestjs/common';
import { Inbox } from '../../conversations/index.js';
import { GatewayCatalogue, phoneNumber, type OpenGateway } from '../../gateways/index.js';
import { CLOCK, Database, derivedId, Keys, type Clock } from '../../platform/index.js';
import {
  finishParts,
  forgetParts,
  insertPart,
  stalledWholes,
  waitingParts,
  type PartRecord,
} from './message-parts.queries.js';
import type { Incoming } from './read-vonage.js';
import { wholeMessage } from './whole-message.js';

const patienceMs = 15 * 60_000;
const keptMs = 3 * 86_400_000;

type WholeKey = Pick<PartRecord, 'deployment_id' | 'gateway_id' | 'whole_name'>;
type Piece = Incoming & { piece: NonNullable<Incoming['piece']> };

interface SealedPart {
  from: string;
  text: string;
  sentAt: string | null;
}

@Injectable()
export class GatherParts {
  constructor(
    private readonly database: Database,
    private readonly keys: Keys,
    private readonly inbox: Inbox,
    private readonly gateways: GatewayCatalogue,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Resolves once the part is durable, and the message as well if it is whole now. */
  async take(gateway: OpenGateway, { id, from, to, text, sentAt, piece }: Piece): Promise<string> {
    const content: SealedPart = { from, text, sentAt: sentAt?.toISOString() ?? null };
    const shared = JSON.stringify([from, to, piece.ref, piece.total]);
    const key = {
      deployment_id: gateway.deployment.id,
      gateway_id: gateway.id,
      whole_name: this.keys.nameOf(`message parts ${shared}`).toString('hex'),
    };
    const sealed = this.keys.seal(JSON.stringify(content));
    const { part, total } = piece;
    // Committed before the look, so that of two at once the later one sees both.
    await insertPart(this.database, { ...key, part_id: id, part, total, sealed, at: this.clock.now() });
    return this.join(gateway, key, false);
  }

  /** What waited too long is taken as it is: half a cry for help is better than none. */
  async takeStalled(): Promise<void> {
    const now = this.clock.now().getTime();
    for (const key of await stalledWholes(this.database, new Date(now - patienceMs))) {
      const gateway = await this.gateways.withId(key.deployment_id, key.gateway_id);
      if (gateway !== null) await this.join(gateway, key, true);
    }
    await forgetParts(this.database, new Date(now - keptMs));
  }

  private async join(gateway: OpenGateway, key: WholeKey, isStalled: boolean): Promise<string> {
    const rows = await waitingParts(this.database, key);
    if (rows.length === 0) return 'repeat';
    const parts = rows.map((row) => ({
      partId: row.part_id,
      part: row.part,
      total: row.total,
      at: row.at,
      ...(JSON.parse(this.keys.unseal(row.sealed)) as SealedPart),
    }));
    const { text, partIds, isComplete } = wholeMessage(parts);
    if (!isComplete && !isStalled) return 'part';
    const [first] = parts;
    const from = phoneNumber(first?.from ?? '', gateway.settings['country']);
    const sentAt = parts
      .map((part) => part.sentAt ?? '')
      .filter((at) => at !== '')
      .sort()[0];
    const { kind } = await this.inbox.receive(gateway, {
      externalId: derivedId('parts', ...partIds),
      address: from.address,
      reporter: from.reporter,
      text,
      sentAt: sentAt === undefined ? undefined : new Date(sentAt),
    });
    await finishParts(this.database, key, partIds);
    return kind;
  }
}

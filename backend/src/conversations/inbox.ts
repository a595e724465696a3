/**
 * The way in of every message channel. What arrives together is decided and written as one transaction, whatever its
 * size: who wrote, whether it is a repeat, what it belongs to, the reports, the answers, and what is sent back. Nothing
 * is acknowledged before it is committed, and a repeat changes nothing.
 */
import { Inject, Injectable } from '@nestjs/common';
import {
  CLOCK,
  CONFIG,
  Database,
  derivedId,
  JournalFeed,
  Jobs,
  Keys,
  type Clock,
  type Config,
} from '../platform/index.js';
import type { OpenGateway } from '../gateways/index.js';
import { addressName, addressOf, GroupCommit, storable } from '../intake/index.js';
import { WordsReader } from '../suggestions/index.js';
import type { InboundMessage, Reception } from './inbound-message.js';
import { KeepMessages, type Arrival } from './keep-messages.js';
import { languageOf, spokenHere } from './language-of.js';
import { FETCH_MEDIUM_JOB } from './fetch-media.js';
import { SEND_JOB } from './send-messages.js';

const longestText = 5_000;
const longestName = 200;

/** Whatever a provider calls its message, in a form that can be kept and found again. */
function nameOf(externalId: string): string {
  const name = storable(externalId);
  return name.length <= longestName ? name : derivedId(name);
}

@Injectable()
export class Inbox {
  private readonly commits: GroupCommit<Arrival, Reception>;

  constructor(
    private readonly database: Database,
    private readonly feed: JournalFeed,
    private readonly jobs: Jobs,
    private readonly keys: Keys,
    private readonly keepMessages: KeepMessages,
    private readonly words: WordsReader,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(CONFIG) private readonly config: Config,
  ) {
    const lanes = database.isEmbedded ? 1 : 2;
    this.commits = new GroupCommit((arrivals) => this.commit(arrivals), {
      lanes,
      largestBatch: 200,
      // The embedded database is one session, which others may hold for a while.
      ...(database.isEmbedded && { turn: () => database.query('select 1') }),
    });
  }

  /** Resolves once everything about the message is durable. */
  async receive(gateway: OpenGateway, message: InboundMessage): Promise<Reception> {
    const reception = await this.commits.add(await this.arrivalOf(gateway, message));
    if (message.media !== undefined && message.media.length > 0) this.jobs.wake(FETCH_MEDIUM_JOB);
    return reception;
  }

  private async arrivalOf(gateway: OpenGateway, message: InboundMessage): Promise<Arrival> {
    const { deployment, channel } = gateway;
    const text = storable(message.text).slice(0, longestText).toWellFormed();
    const read = message.location === undefined ? await this.words.readWords(deployment, text) : null;
    const restOf = message.restOf === undefined ? undefined : nameOf(message.restOf);
    const key = addressOf(message.reporter) ?? `${gateway.kind}:${message.address}`;
    return {
      gateway,
      message: { ...message, text, externalId: nameOf(message.externalId), restOf },
      location: message.location ?? read?.location ?? null,
      place: message.place ?? read?.place ?? null,
      addressName: addressName(this.keys, channel, key),
      sealed: this.keys.seal(message.address),
      language: spokenHere(message.language, deployment.languages) ?? languageOf(text, deployment.languages),
    };
  }

  private async commit(arrivals: Arrival[]): Promise<Reception[]> {
    const now = this.clock.now();
    const followed = (deploymentId: string, reportId: string): string =>
      `${this.config.publicUrl}/follow/${this.keys.followSecret(deploymentId, reportId)}`;
    const receptions = await this.database.transaction((tx) => this.keepMessages.keep(tx, arrivals, now, followed));
    this.feed.wake();
    this.jobs.wake(SEND_JOB);
    return receptions;
  }
}

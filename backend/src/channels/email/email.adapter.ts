/** E-mail: a mailbox is looked into each minute, answers go out through its own server. */
import { Injectable } from '@nestjs/common';
import type { FieldError } from '@atesto/contract';
import {
  GatewayAdapters,
  type GatewayAdapter,
  type OpenGateway,
  type OutgoingMessage,
  type Sent,
} from '../../gateways/index.js';
import { FetchAttachment } from './fetch-attachment.js';
import { mailFaults, mailFields } from './mail-settings.js';
import { PollMailbox } from './poll-mailbox.js';
import { SendMail } from './send-mail.js';

@Injectable()
export class EmailAdapter implements GatewayAdapter {
  readonly kind = 'email';
  readonly channel = 'email' as const;
  readonly name = { en: 'E-mail', de: 'E-Mail' };
  readonly about = {
    en: 'A mailbox of its own, which nobody else reads: what is unread in it becomes reports, and is marked as read then. Answers come from the same address. Some providers want a password made for programs and IMAP to be switched on.',
    de: 'Ein eigenes Postfach, das sonst niemand liest: Ungelesenes darin wird zu Meldungen und dann als gelesen markiert. Antworten kommen von derselben Adresse. Manche Anbieter verlangen ein Passwort eigens für Programme und dass IMAP eingeschaltet wird.',
  };
  readonly fields = mailFields;

  constructor(
    adapters: GatewayAdapters,
    private readonly pollMailbox: PollMailbox,
    private readonly sendMail: SendMail,
    private readonly fetchAttachment: FetchAttachment,
  ) {
    adapters.add(this);
  }

  faultsOf(settings: Readonly<Record<string, unknown>>): FieldError[] {
    return mailFaults(settings);
  }

  /** There is nothing to enter anywhere else. */
  addressesOf(): [] {
    return [];
  }

  silentAfterSeconds(): number {
    return 15 * 60;
  }

  poll(gateway: OpenGateway): Promise<void> {
    return this.pollMailbox.poll(gateway);
  }

  send(gateway: OpenGateway, message: OutgoingMessage): Promise<Sent> {
    return this.sendMail.send(gateway, message);
  }

  fetchMedium(gateway: OpenGateway, reference: string): Promise<Buffer> {
    return this.fetchAttachment.fetch(gateway, reference);
  }
}

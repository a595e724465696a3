/**
 * Takes what is unread in a mailbox. A mail is marked as read only once it is kept, so whatever breaks in between, it is
 * found again, and known by its name.
 */
import { Inject, Injectable } from '@nestjs/common';
import type { ImapFlow } from 'imapflow';
import { mostPhotos } from '@atesto/contract';
import { Inbox, NoteDelivery, type InboundMessage } from '../../conversations/index.js';
import { GatewayNotes, type OpenGateway } from '../../gateways/index.js';
import { CLOCK, derivedId, Keys, type Clock } from '../../platform/index.js';
import { imageParts } from './image-parts.js';
import { LeftMails } from './left-mails.js';
import { writtenAddress } from './mail-address.js';
import { messageNamedIn } from './mail-id.js';
import { mailSettings } from './mail-settings.js';
import { Mailboxes } from './mailbox.js';
import { readMail, type ReadMail } from './read-mail.js';

/** Of one look; the rest comes with the next ones. */
const mostMails = 100;
const mostMs = 40_000;
/** Words come first in a mail; photos are fetched by themselves. */
const mostBytes = 1024 * 1024;

interface Found {
  gateway: OpenGateway;
  /** UIDVALIDITY and UID, together a name for ever. */
  validity: string;
  uid: number;
  source: Buffer;
  photos: string[];
}

@Injectable()
export class PollMailbox {
  private readonly left = new LeftMails();

  constructor(
    private readonly mailboxes: Mailboxes,
    private readonly inbox: Inbox,
    private readonly noteDelivery: NoteDelivery,
    private readonly notes: GatewayNotes,
    private readonly keys: Keys,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** @throws Error in plain words when the mailbox cannot be asked */
  async poll(gateway: OpenGateway): Promise<void> {
    const startedAt = this.clock.now().getTime();
    await this.mailboxes.open(mailSettings(gateway.settings), async (client, { uidValidity }) => {
      const validity = String(uidValidity);
      const unread = (await client.search({ seen: false, deleted: false }, { uid: true })) || [];
      const nameOf = (uid: number): string => `${gateway.id} ${validity} ${uid}`;
      const due = unread.filter((uid) => !this.left.isWaiting(nameOf(uid), this.clock.now()));
      for (const uid of due.sort((a, b) => a - b).slice(0, mostMails)) {
        if (this.clock.now().getTime() - startedAt > mostMs) return;
        await this.takeOrLeave(client, gateway, validity, uid, nameOf(uid));
      }
    });
  }

  private async takeOrLeave(
    client: ImapFlow,
    gateway: OpenGateway,
    validity: string,
    uid: number,
    name: string,
  ): Promise<void> {
    const fields = { uid: true, bodyStructure: true, source: { maxLength: mostBytes } };
    const mail = await client.fetchOne(String(uid), fields, { uid: true });
    // Somebody else took it away meanwhile.
    if (mail === false || mail.source === undefined) return;
    try {
      const photos = imageParts(mail.bodyStructure, mostPhotos);
      await this.take({ gateway, validity, uid, source: mail.source, photos });
      this.left.done(name);
    } catch (error) {
      this.left.leave(name, this.clock.now());
      const words = error instanceof Error ? error.message : 'no reason';
      this.notes.note(gateway, {
        direction: 'in',
        request: `mail ${uid}`,
        outcome: 'left',
        error: `A mail was left unread: ${words}`,
      });
      return;
    }
    await client.messageFlagsAdd(String(uid), ['\\Seen'], { uid: true });
  }

  private async take(found: Found): Promise<void> {
    const { gateway } = found;
    const mail = await readMail(found.source, mailSettings(gateway.settings).address);
    const request = { from: mail.from, subject: mail.subject ?? '', text: mail.text.slice(0, 200) };
    if (mail.whyAutomatic !== null) {
      if (mail.isFailureReport) await this.noteFailure(gateway, found.source);
      this.notes.note(gateway, { direction: 'in', request, answer: mail.whyAutomatic, outcome: 'passed over' });
      return;
    }
    const { kind } = await this.inbox.receive(gateway, this.messageOf(found, mail));
    this.notes.note(gateway, { direction: 'in', request, outcome: kind });
  }

  private messageOf({ validity, uid, photos }: Found, mail: ReadMail): InboundMessage {
    const { from, messageId, references, subject } = mail;
    return {
      // The same mail in two copies is one; two mails under one name, as broken programs make them, are two.
      externalId: messageId === null ? `${validity} ${uid}` : derivedId(messageId, ...mail.fingerprint),
      address: writtenAddress({
        address: from,
        messageId: messageId ?? undefined,
        references: references.slice(-2_000),
        subject: subject ?? undefined,
      }),
      reporter: { email: from, name: mail.name ?? undefined },
      text: mail.text,
      sentAt: mail.sentAt !== null && mail.sentAt <= this.clock.now() ? mail.sentAt : undefined,
      media: photos.map((part) => `${validity} ${uid} ${part}`),
      inReplyTo: messageNamedIn(this.keys, references) ?? undefined,
      isDoubtful: mail.isDoubtful,
    };
  }

  /** A mail of ours came back; the report of it holds its name. */
  private async noteFailure(gateway: OpenGateway, source: Buffer): Promise<void> {
    const id = messageNamedIn(this.keys, source.toString('latin1'));
    if (id === null) return;
    const detail = 'The mail came back: it could not be delivered.';
    await this.noteDelivery.note(gateway, { id }, { delivery: 'failed', detail, at: this.clock.now() });
  }
}

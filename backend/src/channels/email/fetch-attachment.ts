/** Fetches a photo out of a mail, by the mail's and the part's numbers. */
import { Injectable } from '@nestjs/common';
import type { OpenGateway } from '../../gateways/index.js';
import { largestImage } from './image-parts.js';
import { mailSettings } from './mail-settings.js';
import { Mailboxes } from './mailbox.js';

@Injectable()
export class FetchAttachment {
  /** Providers allow few connections to one mailbox, so its photos are fetched one after the other. */
  private readonly turns = new Map<string, Promise<unknown>>();

  constructor(private readonly mailboxes: Mailboxes) {}

  /** `reference`: UIDVALIDITY, UID and part. @throws Error to try again */
  fetch(gateway: OpenGateway, reference: string): Promise<Buffer> {
    const turn = (this.turns.get(gateway.id) ?? Promise.resolve()).then(() => this.download(gateway, reference));
    const settled = turn.catch(() => undefined);
    this.turns.set(gateway.id, settled);
    return turn;
  }

  private async download(gateway: OpenGateway, reference: string): Promise<Buffer> {
    const [validity, uid = '', part = ''] = reference.split(' ');
    return this.mailboxes.open(mailSettings(gateway.settings), async (client, { uidValidity }) => {
      if (String(uidValidity) !== validity) throw new Error('The mailbox has been made anew since.');
      const { content } = await client.download(uid, part, { uid: true, maxBytes: largestImage });
      if (content === undefined) throw new Error('The mail is not there any more.');
      const pieces: Buffer[] = [];
      for await (const piece of content as AsyncIterable<Buffer>) pieces.push(piece);
      return Buffer.concat(pieces);
    });
  }
}

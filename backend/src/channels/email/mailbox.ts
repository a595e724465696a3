/** Opens mailboxes: one connection for one piece of work, closed whatever happens. */
import { isIP } from 'node:net';
import { Injectable } from '@nestjs/common';
import { ImapFlow, type MailboxObject } from 'imapflow';
import { MailServers } from './mail-servers.js';
import type { MailSettings } from './mail-settings.js';

const connectPatienceMs = 10_000;
const silencePatienceMs = 20_000;
/** A server that announces more is not believed. */
const largestAnswer = 48 * 1024 * 1024;

@Injectable()
export class Mailboxes {
  constructor(private readonly servers: MailServers) {}

  /** @throws Error in plain words when the mailbox cannot be opened */
  async open<Done>(
    settings: MailSettings,
    work: (client: ImapFlow, mailbox: MailboxObject) => Promise<Done>,
  ): Promise<Done> {
    const client = await this.clientFor(settings);
    // Told to whoever waits for an answer; without a listener it would end the process.
    client.on('error', () => undefined);
    try {
      await client.connect().catch((error: unknown) => {
        throw new Error(plainFault(error));
      });
      const mailbox = await client.mailboxOpen(settings.folder).catch(() => {
        throw new Error('The folder cannot be opened.');
      });
      const done = await work(client, mailbox);
      await client.logout().catch(() => undefined);
      return done;
    } finally {
      client.close();
    }
  }

  private async clientFor({ incoming }: MailSettings): Promise<ImapFlow> {
    const { host, port, secure, mustEncrypt, servername } = await this.servers.routeTo(incoming);
    return new ImapFlow({
      host,
      port,
      secure,
      ...(!secure && mustEncrypt && { doSTARTTLS: true }),
      ...(isIP(servername) === 0 && { servername }),
      auth: { user: incoming.user, pass: incoming.password },
      clientInfo: { name: 'Atesto' },
      logger: false,
      disableAutoIdle: true,
      connectionTimeout: connectPatienceMs,
      greetingTimeout: connectPatienceMs,
      socketTimeout: silencePatienceMs,
      maxLiteralSize: largestAnswer,
      maxLineLength: 4 * 1024 * 1024,
      maxResponseSize: largestAnswer + 1024 * 1024,
    });
  }
}

/** Without what a server may say of the account. */
function plainFault(error: unknown): string {
  const { authenticationFailed, code } = error as { authenticationFailed?: unknown; code?: unknown };
  if (authenticationFailed === true) return 'The mailbox refused user or password.';
  return `The mail server could not be reached${typeof code === 'string' ? ` (${code})` : ''}.`;
}

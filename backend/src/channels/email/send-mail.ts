/** Sends an answer by mail, in the thread of the person's last one, marked so that no machine answers it. */
import { isIP } from 'node:net';
import { Injectable } from '@nestjs/common';
import { createTransport } from 'nodemailer';
import { GatewayNotes, type OpenGateway, type OutgoingMessage, type Sent } from '../../gateways/index.js';
import { Keys } from '../../platform/index.js';
import { answerSubject, readAddress, threadOf } from './mail-address.js';
import { mailIdOf } from './mail-id.js';
import { MailServers } from './mail-servers.js';
import { mailSettings, type MailSettings } from './mail-settings.js';

const patienceMs = 10_000;

@Injectable()
export class SendMail {
  constructor(
    private readonly servers: MailServers,
    private readonly notes: GatewayNotes,
    private readonly keys: Keys,
  ) {}

  /** @throws Error to be tried again */
  async send(gateway: OpenGateway, message: OutgoingMessage): Promise<Sent> {
    const settings = mailSettings(gateway.settings);
    const to = readAddress(message.to);
    const messageId = mailIdOf(this.keys, message.id, settings.address);
    const subject = message.subject ?? answerSubject(to.subject, gateway.deployment.name);
    const request = { to: to.address, subject };
    const mail = {
      from: { name: settings.name ?? gateway.deployment.name, address: settings.address },
      to: { name: '', address: to.address },
      subject,
      text: message.text,
      messageId,
      ...threadOf(to),
      headers: headersOf(message),
    };
    try {
      const transport = await this.transportFor(settings);
      const { response } = await transport.sendMail(mail);
      this.notes.note(gateway, { direction: 'out', request, answer: response, outcome: 'sent' });
      return { state: 'sent', providerId: null };
    } catch (error) {
      const words = faultOf(error);
      this.notes.note(gateway, { direction: 'out', request, outcome: 'failed', error: words });
      if (isFinal(error)) return { state: 'failed', detail: words };
      throw new Error(words);
    }
  }

  private async transportFor({ outgoing }: MailSettings) {
    const { host, port, secure, mustEncrypt, servername } = await this.servers.routeTo(outgoing);
    return createTransport({
      host,
      port,
      secure,
      requireTLS: mustEncrypt,
      ...(isIP(servername) === 0 && { tls: { servername } }),
      auth: { user: outgoing.user, pass: outgoing.password },
      connectionTimeout: patienceMs,
      greetingTimeout: patienceMs,
      socketTimeout: patienceMs,
      disableFileAccess: true,
      disableUrlAccess: true,
    });
  }
}

/** Marks it so that no machine answers it, and says where whoever gets it ends it (RFC 3834, 8058). */
function headersOf({ unsubscribe }: OutgoingMessage): Record<string, string> {
  if (unsubscribe === undefined) return { 'Auto-Submitted': 'auto-replied', 'X-Auto-Response-Suppress': 'All' };
  return {
    'Auto-Submitted': 'auto-generated',
    'X-Auto-Response-Suppress': 'All',
    'List-Unsubscribe': `<${unsubscribe}>`,
    'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
  };
}

interface SmtpFault {
  code?: unknown;
  command?: unknown;
  responseCode?: unknown;
}

/** The server will not take this mail tomorrow either. A refused password is set right by somebody, so it is tried again. */
function isFinal(error: unknown): boolean {
  const { code, responseCode } = error as SmtpFault;
  return (code === 'EENVELOPE' || code === 'EMESSAGE') && typeof responseCode === 'number' && responseCode >= 500;
}

function faultOf(error: unknown): string {
  const { code, responseCode } = error as SmtpFault;
  if (code === 'EAUTH') return 'The mail server refused user or password.';
  if (typeof responseCode === 'number') return `The mail server answered ${responseCode}.`;
  if (typeof code === 'string') return `The mail server could not be reached (${code}).`;
  return error instanceof Error ? error.message : 'The mail could not be sent.';
}

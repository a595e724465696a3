/** Plays a mail provider on the loopback: a mailbox to be read, and a server that takes mails out and keeps them. */
import type { AddressInfo } from 'node:net';
import { simpleParser, type ParsedMail } from 'mailparser';
import MailComposer from 'nodemailer/lib/mail-composer';
import { SMTPServer } from 'smtp-server';
import { MailBox } from './mail-box.js';

const user = 'report@map.example.org';
const password = 'a made-up password';

export class MailStandIn {
  readonly box = new MailBox(user, password);
  /** What was sent, newest last. */
  readonly sent: ParsedMail[] = [];
  /** Answer to recipients whose address holds this. */
  refused: { part: string; code: number } | null = null;
  private readonly smtp = new SMTPServer({
    // Its certificate is nobody's.
    disabledCommands: ['STARTTLS'],
    allowInsecureAuth: true,
    logger: false,
    onAuth: (auth, _session, done) => {
      const isRight = auth.username === user && auth.password === password;
      done(isRight ? null : new Error('wrong'), isRight ? { user } : undefined);
    },
    onRcptTo: ({ address }, _session, done) => {
      const { part = '', code = 0 } = this.refused ?? {};
      done(part !== '' && address.includes(part) ? Object.assign(new Error('no'), { responseCode: code }) : null);
    },
    onData: (stream, _session, done) => {
      void simpleParser(stream).then((mail) => {
        this.sent.push(mail);
        done();
      }, done);
    },
  });
  private smtpPort = 0;

  async start(): Promise<void> {
    await this.box.start();
    await new Promise<void>((resolve) => void this.smtp.listen(0, '127.0.0.1', () => resolve()));
    this.smtpPort = (this.smtp.server.address() as AddressInfo).port;
  }

  async stop(): Promise<void> {
    await this.box.stop();
    await new Promise<void>((resolve) => void this.smtp.close(() => resolve()));
  }

  /** For GATEWAY_HOSTS. */
  get hosts(): string {
    return `127.0.0.1:${this.box.port},127.0.0.1:${this.smtpPort}`;
  }

  /** What a coordinator enters. */
  get settings(): Record<string, unknown> {
    const host = { imapHost: '127.0.0.1', smtpHost: '127.0.0.1' };
    return { address: user, password, ...host, imapPort: this.box.port, smtpPort: this.smtpPort, name: 'A crisis map' };
  }

  /** Puts a mail into the mailbox as a person's program writes it; returns its UID. */
  async receive(mail: ConstructorParameters<typeof MailComposer>[0]): Promise<number> {
    const composed = new MailComposer({ to: user, ...mail }).compile();
    return this.box.put(await composed.build());
  }

  sentTo(address: string): ParsedMail[] {
    return this.sent.filter(({ to }) => [to ?? []].flat().some(({ text }) => text.includes(address)));
  }
}

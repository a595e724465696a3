/**
 * Plays a mail provider's IMAP server, as far as a client that reads one mailbox needs it (RFC 3501), on the loopback:
 * what is put in lies there unread until it is marked. Keeps every command, without passwords.
 */
import { createServer, type Server, type Socket } from 'node:net';
import type { AddressInfo } from 'node:net';
import { partOf, structureOf } from './mime-parts.js';

interface KeptMail {
  uid: number;
  source: Buffer;
  isSeen: boolean;
}

const crlf = '\r\n';

export class MailBox {
  readonly mails: KeptMail[] = [];
  readonly commands: string[] = [];
  validity = 17;
  /** Whether marking is answered; a connection that breaks before it is what a crash looks like. */
  breaksBeforeMarking = false;
  port = 0;
  private server: Server | null = null;
  private readonly sockets = new Set<Socket>();

  constructor(
    private readonly user: string,
    private readonly password: string,
  ) {}

  async start(): Promise<void> {
    this.server = createServer((socket) => this.talk(socket));
    await new Promise<void>((resolve) => this.server?.listen(0, '127.0.0.1', resolve));
    this.port = (this.server.address() as AddressInfo).port;
  }

  async stop(): Promise<void> {
    for (const socket of this.sockets) socket.destroy();
    await new Promise((resolve) => this.server?.close(resolve));
  }

  /** Returns its UID. */
  put(source: Buffer | string): number {
    const uid = this.mails.length + 1;
    this.mails.push({ uid, source: Buffer.from(source), isSeen: false });
    return uid;
  }

  unread(): number[] {
    return this.mails.filter(({ isSeen }) => !isSeen).map(({ uid }) => uid);
  }

  private talk(socket: Socket): void {
    this.sockets.add(socket);
    socket.on('close', () => this.sockets.delete(socket));
    socket.on('error', () => undefined);
    socket.write(`* OK [CAPABILITY IMAP4rev1] made up for tests${crlf}`);
    let heard = '';
    socket.on('data', (chunk: Buffer) => {
      heard += chunk.toString('latin1');
      for (let end = heard.indexOf(crlf); end >= 0; end = heard.indexOf(crlf)) {
        const line = heard.slice(0, end);
        heard = heard.slice(end + 2);
        this.answer(socket, line);
      }
    });
  }

  private answer(socket: Socket, line: string): void {
    const [, tag = '*', command = ''] = /^(\S+) (.*)$/.exec(line) ?? [];
    this.commands.push(command.replace(/^LOGIN .*/i, 'LOGIN'));
    const ok = (...lines: (string | Buffer)[]): void => {
      for (const part of lines) socket.write(Buffer.concat([Buffer.from(part), Buffer.from(crlf)]));
      socket.write(`${tag} OK done${crlf}`);
    };
    const verb = /^(UID \w+|\w+)/.exec(command.toUpperCase())?.[0] ?? '';
    if (verb === 'CAPABILITY') ok('* CAPABILITY IMAP4rev1');
    else if (verb === 'LOGIN') this.login(socket, tag, command, ok);
    else if (verb === 'LIST') ok(...listed(command));
    else if (verb === 'SELECT' && /^SELECT "?INBOX"?$/i.test(command)) ok(...this.selected());
    else if (verb === 'UID SEARCH') ok(`* SEARCH ${this.unread().join(' ')}`);
    else if (verb === 'UID FETCH') ok(...this.fetched(command));
    else if (verb === 'UID STORE') this.store(socket, command, ok);
    else if (verb === 'NOOP') ok();
    else if (verb === 'LOGOUT') {
      ok('* BYE');
      socket.end();
    } else socket.write(`${tag} NO not here${crlf}`);
  }

  private login(socket: Socket, tag: string, command: string, ok: () => void): void {
    if (command.slice(6).replaceAll('"', '') === `${this.user} ${this.password}`) ok();
    else socket.write(`${tag} NO [AUTHENTICATIONFAILED] wrong${crlf}`);
  }

  private selected(): string[] {
    return [
      '* FLAGS (\\Seen \\Deleted)',
      `* ${this.mails.length} EXISTS`,
      '* OK [PERMANENTFLAGS (\\Seen \\Deleted)]',
      `* OK [UIDVALIDITY ${this.validity}]`,
      `* OK [UIDNEXT ${this.mails.length + 1}]`,
    ];
  }

  private store(socket: Socket, command: string, ok: () => void): void {
    if (this.breaksBeforeMarking) {
      socket.destroy();
      return;
    }
    const [, uid] = /^UID STORE (\d+) \+FLAGS(?:\.SILENT)? \(\\Seen\)$/i.exec(command) ?? [];
    const mail = this.mails.find((one) => one.uid === Number(uid));
    if (mail !== undefined) mail.isSeen = true;
    ok();
  }

  private fetched(command: string): Buffer[] {
    const [, uid, items = ''] = /^UID FETCH (\d+) \((.*)\)$/i.exec(command) ?? [];
    const index = this.mails.findIndex((one) => one.uid === Number(uid));
    const mail = this.mails[index];
    if (mail === undefined) return [];
    const answers: Buffer[] = [Buffer.from(`UID ${mail.uid}`)];
    for (const item of items.match(/BODY\.PEEK\[[^\]]*\](?:<\d+\.\d+>)?|[A-Z0-9.]+/gi) ?? []) {
      if (/^BODYSTRUCTURE$/i.test(item)) answers.push(Buffer.from(`BODYSTRUCTURE ${structureOf(mail.source)}`));
      else if (item.startsWith('BODY.PEEK')) answers.push(section(mail.source, item));
    }
    const joined = answers.flatMap((answer) => [Buffer.from(' '), answer]).slice(1);
    return [Buffer.concat([Buffer.from(`* ${index + 1} FETCH (`), ...joined, Buffer.from(')')])];
  }
}

/** There is one folder; an empty name asks for what stands between the parts of names. */
function listed(command: string): string[] {
  if (command.endsWith('""')) return ['* LIST (\\Noselect) "/" ""'];
  return / "?INBOX"?$/i.test(command) ? ['* LIST (\\HasNoChildren) "/" "INBOX"'] : [];
}

/** `BODY.PEEK[2.MIME]<0.100>` and its like as a literal. */
function section(source: Buffer, item: string): Buffer {
  const [, name = '', from, length] = /\[([^\]]*)\](?:<(\d+)\.(\d+)>)?/.exec(item) ?? [];
  const whole = partOf(source, name);
  const bytes = from === undefined ? whole : whole.subarray(Number(from), Number(from) + Number(length));
  const origin = from === undefined ? '' : `<${from}>`;
  return Buffer.concat([Buffer.from(`BODY[${name}]${origin} {${bytes.length}}${crlf}`), bytes]);
}

/**
 * A line between a phone and the server that can be cut, that can drop connections in the middle of requests, and on
 * which a busy server can be played.
 */
import { connect, createServer, type AddressInfo, type Server, type Socket } from 'node:net';

export class Line {
  private server!: Server;
  private readonly sockets = new Set<Socket>();
  private isCut = false;
  private dropsLeft = 0;
  private busySeconds: number | null = null;
  /** When posts came, in milliseconds of the epoch. */
  readonly posts: number[] = [];
  /** Connections that were dropped in the middle. */
  dropped = 0;
  url = '';

  constructor(private readonly targetPort: () => number) {}

  async open(): Promise<void> {
    this.server = createServer((phone) => this.join(phone));
    await new Promise<void>((resolve) => this.server.listen(0, '127.0.0.1', resolve));
    this.url = `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  cut(): void {
    this.isCut = true;
    for (const socket of this.sockets) socket.resetAndDestroy();
  }

  mend(): void {
    this.isCut = false;
  }

  /**
   * Each of the next connections breaks: by turns while the request is on its way (after a number of bytes), and when
   * its answer comes, so that the server has done what was asked and the phone does not know.
   */
  dropNext(count: number): void {
    this.dropsLeft = count;
    for (const socket of this.sockets) socket.resetAndDestroy();
  }

  /** The next post is answered with 429 and this long a Retry-After, and does not reach the server. */
  refuseNext(seconds: number): void {
    this.busySeconds = seconds;
  }

  async close(): Promise<void> {
    this.cut();
    await new Promise((resolve) => this.server.close(resolve));
  }

  private join(phone: Socket): void {
    if (this.isCut) {
      phone.resetAndDestroy();
      return;
    }
    const host = connect(this.targetPort(), '127.0.0.1');
    const end = (): void => {
      phone.destroy();
      host.destroy();
    };
    for (const socket of [phone, host]) {
      this.sockets.add(socket);
      socket.on('error', end).on('close', () => {
        this.sockets.delete(socket);
        end();
      });
    }
    if (this.dropsLeft > 0) this.dropInTheMiddle(phone, host, end);
    else {
      phone.on('data', (bytes: Buffer) => this.carry(bytes, phone, host));
      host.pipe(phone);
    }
  }

  private carry(bytes: Buffer, phone: Socket, host: Socket): void {
    const isPost = bytes.toString('latin1', 0, 5) === 'POST ';
    if (isPost) this.posts.push(Date.now());
    if (!isPost || this.busySeconds === null) {
      if (host.writable) host.write(bytes);
      return;
    }
    const body = JSON.stringify({ type: 'too-many', title: 'Too many', status: 429 });
    const head = ['HTTP/1.1 429 Too Many Requests', 'content-type: application/problem+json', 'connection: close'];
    head.push(`retry-after: ${this.busySeconds}`, `content-length: ${body.length}`);
    this.busySeconds = null;
    host.unpipe(phone);
    // What is left of the request is read and dropped: a reset would take the answer away.
    phone.removeAllListeners('data').resume();
    phone.end(`${head.join('\r\n')}\r\n\r\n${body}`);
  }

  private dropInTheMiddle(phone: Socket, host: Socket, end: () => void): void {
    const turn = this.dropsLeft;
    const breaks = (): void => {
      if (host.destroyed) return;
      // A connection that carried nothing is no drop.
      this.dropsLeft--;
      this.dropped++;
      end();
    };
    if (turn % 2 === 0) {
      phone.pipe(host);
      host.once('data', breaks);
      return;
    }
    // Somewhere in the head, in the words, or in the photo.
    let left = [120, 700, 2_500, 20_000][turn % 4] ?? 120;
    phone.on('data', (bytes: Buffer) => {
      host.write(bytes.subarray(0, left));
      left -= bytes.length;
      if (left <= 0) breaks();
    });
    // What is shorter than that is broken off at its answer.
    host.once('data', breaks);
  }
}

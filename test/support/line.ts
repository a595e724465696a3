/** A line between a phone and the server that can be cut, and that can drop connections in the middle of requests. */
import { connect, createServer, type AddressInfo, type Server, type Socket } from 'node:net';

export class Line {
  private server!: Server;
  private readonly sockets = new Set<Socket>();
  private isCut = false;
  private dropsLeft = 0;
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
      phone.pipe(host);
      host.pipe(phone);
    }
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

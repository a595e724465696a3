/**
 * Speaks the PostgreSQL protocol on a local socket for the embedded database, one client at a time: the engine is one
 * session, so a second client would get the first one's rows. Later clients wait until the one before has left.
 */
import { createServer, type Server, type Socket } from 'node:net';
import type { PGlite } from '@electric-sql/pglite';
import { WireCutter, type Cut } from './wire-cutter.js';

const rollback = Buffer.from('Q\0\0\0\rROLLBACK\0', 'latin1');
const discard = Buffer.from('Q\0\0\0\x10DISCARD ALL\0', 'latin1');

export class Bridge {
  private readonly server: Server;
  private turn: Promise<void> = Promise.resolve();

  constructor(private readonly database: PGlite) {
    this.server = createServer((socket) => {
      socket.pause();
      const left = this.turn.then(() => this.serve(socket)).catch(() => void socket.destroy());
      this.turn = left;
    });
  }

  listen(path: string): Promise<void> {
    return new Promise((resolve, reject) => {
      this.server.once('error', reject).listen(path, resolve);
    });
  }

  /** Stops taking clients; the one being served ends when its socket does. */
  close(): void {
    this.server.close();
  }

  /** Serves one client until its socket is gone, then leaves no trace of it in the session. */
  private async serve(socket: Socket): Promise<void> {
    if (socket.destroyed) return;
    const cutter = new WireCutter();
    try {
      for await (const chunk of socket) {
        for (const cut of cutter.push(chunk as Buffer)) {
          if (cut.kind === 'terminate' || cut.kind === 'cancel') return;
          const answer = await this.answer(cut);
          if (!socket.write(answer)) await drained(socket);
        }
      }
    } catch {
      // The client broke off; what it left is undone below.
    } finally {
      socket.destroy();
      await this.database.execProtocolRaw(rollback);
      await this.database.execProtocolRaw(discard);
    }
  }

  private async answer(cut: Exclude<Cut, { kind: 'terminate' | 'cancel' }>): Promise<Uint8Array> {
    if (cut.kind === 'encryption') return Buffer.from('N');
    return this.database.execProtocolRaw(cut.bytes);
  }
}

function drained(socket: Socket): Promise<void> {
  return new Promise((resolve) => {
    const done = (): void => {
      socket.off('drain', done).off('close', done);
      resolve();
    };
    socket.on('drain', done).on('close', done);
  });
}

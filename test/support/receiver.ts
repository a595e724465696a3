/** Plays another system that is called: it fails, is slow, loses its answer or takes, as the test says. */
import { createServer, type IncomingHttpHeaders, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { WebhookEvent } from '@atesto/contract';

export interface Received {
  path: string;
  headers: IncomingHttpHeaders;
  body: string;
  event: WebhookEvent;
}

export interface Reply {
  status: number;
  headers?: Record<string, string>;
}

export class Receiver {
  /** All that came, whatever became of it. */
  readonly came: Received[] = [];
  /** All that was answered with success. */
  readonly taken: Received[] = [];
  /** `lost`: taken, but the connection breaks before the answer. */
  behave: (call: Received) => Reply | 'lost' | Promise<Reply | 'lost'> = () => ({ status: 200 });
  host = '';
  private server: Server | null = null;

  async start(): Promise<void> {
    this.server = createServer((request, response) => {
      const chunks: Buffer[] = [];
      request.on('data', (chunk: Buffer) => chunks.push(chunk));
      request.on('end', () => {
        const body = Buffer.concat(chunks).toString('utf8');
        const event = JSON.parse(body) as WebhookEvent;
        const call = { path: request.url ?? '', headers: request.headers, body, event };
        this.came.push(call);
        void Promise.resolve(this.behave(call)).then((reply) => {
          if (reply === 'lost' || (reply.status >= 200 && reply.status < 300)) this.taken.push(call);
          if (reply === 'lost') response.destroy();
          else response.writeHead(reply.status, reply.headers).end();
        });
      });
    });
    await new Promise<void>((resolve) => this.server?.listen(0, '127.0.0.1', resolve));
    this.host = `127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  async stop(): Promise<void> {
    this.server?.closeAllConnections();
    await new Promise((resolve) => this.server?.close(resolve));
  }

  /** Of one webhook. */
  takenAt(path: string): WebhookEvent[] {
    return this.taken.filter((call) => call.path === path).map(({ event }) => event);
  }

  cameAt(path: string): Received[] {
    return this.came.filter((call) => call.path === path);
  }
}

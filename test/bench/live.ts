/** From the POST of a report to the frame in each of many watching clients, in milliseconds. */
import { randomUUID } from 'node:crypto';
import { io, type Socket } from 'socket.io-client';
import type { ChangesFrame, WatchAck } from '@atesto/contract';

export interface LiveFigures {
  p50: number;
  p99: number;
  /** Frames that each client should have had and did not. */
  lost: number;
  delivered: number;
}

function percentile(sorted: readonly number[], share: number): number {
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? NaN;
}

function watch(url: string, cookie: string): Promise<Socket> {
  const socket = io(`${url}/live`, { transports: ['websocket'], forceNew: true, extraHeaders: { cookie } });
  return new Promise((resolve, reject) => {
    socket.once('connect_error', reject);
    socket.once('connect', () => {
      socket.emit('watch', { deployment: 'main', audience: 'responders' }, (ack: WatchAck) => {
        if (ack.error === undefined) resolve(socket);
        else reject(new Error(ack.error.detail));
      });
    });
  });
}

export async function measureLive(
  url: string,
  cookie: string,
  clients: number,
  perSecond: number,
  seconds: number,
): Promise<LiveFigures> {
  const sockets = await Promise.all(Array.from({ length: clients }, () => watch(url, cookie)));
  const sentAt = new Map<string, number>();
  const delays: number[] = [];
  for (const socket of sockets) {
    socket.on('changes', ({ items }: ChangesFrame) => {
      const now = performance.now();
      for (const { id } of items) {
        const sent = sentAt.get(id);
        if (sent !== undefined) delays.push(now - sent);
      }
    });
  }
  const total = perSecond * seconds;
  const posts: Promise<unknown>[] = [];
  for (let n = 0; n < total; n++) {
    const id = randomUUID();
    sentAt.set(id, performance.now());
    const body = JSON.stringify({ id, text: 'Exercise', location: { lat: 18.5, lon: -72.3 } });
    posts.push(
      fetch(`${url}/api/v1/deployments/main/reports`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body,
      }),
    );
    await new Promise((resolve) => setTimeout(resolve, 1000 / perSecond));
  }
  await Promise.all(posts);
  await new Promise((resolve) => setTimeout(resolve, 1_500));
  for (const socket of sockets) socket.disconnect();
  delays.sort((a, b) => a - b);
  const delivered = delays.length;
  return { p50: percentile(delays, 0.5), p99: percentile(delays, 0.99), lost: total * clients - delivered, delivered };
}

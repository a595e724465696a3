/** A client of the live feed, as pages are: what it was told, and waiting until it was. */
import { afterEach, expect } from '@jest/globals';
import { io, type Socket } from 'socket.io-client';
import type { Change, ChangesFrame, PresenceFrame, WatchAck, WatchRequest } from '@atesto/contract';
import type { TestServer } from './test-server.js';

export class Client {
  readonly frames: ChangesFrame[] = [];
  readonly presence: PresenceFrame[] = [];
  private readonly socket: Socket;

  constructor(url: string, cookie: string | null, origin?: string) {
    const extraHeaders = { ...(cookie !== null && { cookie }), ...(origin !== undefined && { origin }) };
    this.socket = io(`${url}/live`, { transports: ['websocket'], forceNew: true, extraHeaders });
    this.socket.on('changes', (frame: ChangesFrame) => this.frames.push(frame));
    this.socket.on('presence', (frame: PresenceFrame) => this.presence.push(frame));
  }

  watch(request: Partial<WatchRequest>): Promise<WatchAck> {
    const whole = { deployment: 'main', audience: 'public', ...request };
    return this.socket.timeout(5_000).emitWithAck('watch', whole) as Promise<WatchAck>;
  }

  lookAt(at: unknown): void {
    this.socket.emit('looking', at);
  }

  /** Waits until the last that was told of this person is this. */
  async sees(personId: string, ids: string[]): Promise<void> {
    const told = (): string[] | undefined =>
      this.presence
        .flatMap(({ people }) => people)
        .findLast(({ person }) => person.id === personId)
        ?.at.map(({ id }) => id);
    for (let tries = 0; tries < 200 && JSON.stringify(told()) !== JSON.stringify(ids); tries++) {
      await new Promise((resolve) => setTimeout(resolve, 25));
    }
    expect(told()).toEqual(ids);
  }

  get items(): Change[] {
    return this.frames.flatMap((frame) => frame.items);
  }

  about(id: string): Change[] {
    return this.items.filter((item) => item.id === id);
  }

  /** Waits until it was told about this subject, of this kind if one is named. */
  hears(id: string, kind?: string): Promise<Change> {
    return this.hearsOf(id, (item) => kind === undefined || item.kind === kind);
  }

  async hearsOf(id: string, isWanted: (item: Change) => boolean): Promise<Change> {
    for (let tries = 0; tries < 200; tries++) {
      const found = this.about(id).find(isWanted);
      if (found !== undefined) return found;
      await new Promise((resolve) => setTimeout(resolve, 25));
    }
    throw new Error(`heard nothing of the kind about ${id}: ${JSON.stringify(this.items)}`);
  }

  close(): void {
    this.socket.close();
  }
}

/** Connects as whoever has the cookie; after each test all are closed. */
export function useClients(server: TestServer): (cookie?: string | null, origin?: string) => Client {
  const clients: Client[] = [];
  afterEach(() => clients.splice(0).forEach((client) => client.close()));
  return (cookie = null, origin) => {
    const client = new Client(server.url, cookie, origin);
    clients.push(client);
    return client;
  };
}

export const box = (lon: number, lat: number): [number, number, number, number] => [
  lon - 0.05,
  lat - 0.05,
  lon + 0.05,
  lat + 0.05,
];

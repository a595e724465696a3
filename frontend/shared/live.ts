/**
 * The `/live` socket: says what to watch, keeps the cursor, and after every break asks for what was missed.
 * The socket is a hint; when the server cannot replay, `onReload` tells the page to load its lists again.
 */
import type { Audience, Change, ChangesFrame, Looking, PresenceFrame, WatchAck, WatchRequest } from '@atesto/contract';
import { io } from 'socket.io-client';

export type LiveState = 'connecting' | 'live' | 'offline' | 'refused';

/** The little of socket.io that is needed, so that a test can stand in for it. */
export interface LiveSocket {
  on(event: 'connect' | 'connect_error' | 'reload', listener: () => void): unknown;
  on(event: 'disconnect', listener: (reason: string) => void): unknown;
  on(event: 'changes', listener: (frame: ChangesFrame) => void): unknown;
  on(event: 'presence', listener: (frame: PresenceFrame) => void): unknown;
  emit(event: 'watch', request: WatchRequest, acknowledge: (ack: WatchAck) => void): unknown;
  emit(event: 'looking', at: Looking | null): unknown;
  readonly connected: boolean;
  connect(): unknown;
  disconnect(): unknown;
}

export type Box = readonly [west: number, south: number, east: number, north: number];

export interface LiveOptions {
  deployment: string;
  audience: Audience;
  /** Without it the whole deployment is watched. */
  bbox?: Box;
  /** From where on to hear what changes; without it, from the moment that the watch holds. */
  cursor?: string;
  onChanges(items: readonly Change[]): void;
  /** The lists on the page may have gaps: load them again. */
  onReload(): void;
  onState?(state: LiveState, detail?: string): void;
  onPresence?(frame: PresenceFrame): void;
  connect?: () => LiveSocket;
}

const openSocket = (): LiveSocket =>
  io('/live', { transports: ['websocket'], reconnectionDelayMax: 10_000, timeout: 10_000 });

/** Somebody who walks down the queue with a key held down is not looking at each row. */
const lookingMs = 250;

export class Live {
  readonly #options: LiveOptions;
  readonly #socket: LiveSocket;
  #bbox: Box | undefined;
  #cursor: string | undefined;
  /** Answers to an older `watch` (before a reconnect or a move of the map) must not undo a newer one. */
  #asked = 0;
  #looking: Looking | null = null;
  #telling: ReturnType<typeof setTimeout> | undefined;

  constructor(options: LiveOptions) {
    this.#options = options;
    this.#bbox = options.bbox;
    this.#cursor = options.cursor;
    options.onState?.('connecting');
    this.#socket = (options.connect ?? openSocket)();
    this.#socket.on('connect', () => this.#watch());
    this.#socket.on('disconnect', (reason) => {
      options.onState?.('offline');
      // The client library does not come back by itself when the server itself has said goodbye.
      if (reason === 'io server disconnect') this.#socket.connect();
    });
    this.#socket.on('connect_error', () => options.onState?.('offline'));
    this.#socket.on('changes', (frame) => {
      this.#cursor = frame.cursor;
      options.onChanges(frame.items);
    });
    this.#socket.on('presence', (frame) => options.onPresence?.(frame));
    this.#socket.on('reload', () => {
      this.#cursor = undefined;
      this.#watch(true);
    });
  }

  /** Watches another part of the world from now on; `undefined` watches all of it. */
  look(bbox: Box | undefined): void {
    this.#bbox = bbox;
    if (this.#socket.connected) this.#watch();
  }

  /** Tells the other responders what is open here; told again after every break. */
  lookAt(at: Looking | null): void {
    this.#looking = at;
    clearTimeout(this.#telling);
    this.#telling = setTimeout(() => this.#tell(), lookingMs);
  }

  close(): void {
    clearTimeout(this.#telling);
    this.#asked += 1;
    this.#socket.disconnect();
  }

  #tell(): void {
    if (this.#socket.connected) this.#socket.emit('looking', this.#looking);
  }

  #watch(reload = false): void {
    const options = this.#options;
    const asked = (this.#asked += 1);
    const request: WatchRequest = {
      deployment: options.deployment,
      audience: options.audience,
      ...(this.#bbox && { bbox: [...this.#bbox] as [number, number, number, number] }),
      ...(this.#cursor !== undefined && { cursor: this.#cursor }),
    };
    this.#socket.emit('watch', request, (ack) => {
      if (asked !== this.#asked) return;
      if (ack.error) {
        options.onState?.('refused', ack.error.detail);
        return;
      }
      this.#cursor = ack.cursor;
      options.onState?.('live');
      if (this.#looking !== null) this.#tell();
      // Only once the watch holds: what is loaded after this cannot miss anything.
      if (reload || ack.reload === true) options.onReload();
    });
  }
}

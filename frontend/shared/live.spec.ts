import { describe, expect, it } from '@jest/globals';
import type { ChangesFrame, Looking, WatchAck, WatchRequest } from '@atesto/contract';
import { Live, type LiveSocket } from './live.js';

class FakeSocket implements LiveSocket {
  connected = true;
  readonly watches: WatchRequest[] = [];
  reconnects = 0;
  readonly #listeners = new Map<string, (said: never) => void>();
  readonly #acknowledges: ((ack: WatchAck) => void)[] = [];

  on = (event: string, listener: (said: never) => void): void => void this.#listeners.set(event, listener);

  readonly looked: (string | null)[] = [];

  emit(event: 'watch', request: WatchRequest, acknowledge: (ack: WatchAck) => void): void;
  emit(event: 'looking', at: Looking | null): void;
  emit(event: string, said: WatchRequest | Looking | null, acknowledge?: (ack: WatchAck) => void): void {
    if (event === 'looking') this.looked.push((said as Looking | null)?.id ?? null);
    else if (acknowledge !== undefined) {
      this.watches.push(said as WatchRequest);
      this.#acknowledges.push(acknowledge);
    }
  }

  connect = (): void => void this.reconnects++;
  disconnect = (): void => undefined;
  say = (event: string, said: ChangesFrame | string = { cursor: '', items: [] }): void =>
    this.#listeners.get(event)?.(said as never);
  /** Answers the last watch, or the one named. */
  answer = (ack: WatchAck, watch = -1): void => this.#acknowledges.at(watch)?.(ack);
}

const watching = (cursor?: string) => {
  const socket = new FakeSocket();
  const told: string[] = [];
  const live = new Live({
    deployment: 'main',
    audience: 'responders',
    onChanges: (items) => told.push(`changes ${items.length}`),
    onReload: () => told.push('reload'),
    onState: (state) => told.push(state),
    connect: () => socket,
    ...(cursor !== undefined && { cursor }),
  });
  socket.say('connect');
  return { socket, told, live };
};

describe('the live feed', () => {
  it('watches on connecting, without a cursor the first time', () => {
    const { socket, told } = watching();
    expect(socket.watches).toEqual([{ deployment: 'main', audience: 'responders' }]);
    socket.answer({ cursor: '7' });
    expect(told).toEqual(['connecting', 'live']);
  });

  it('asks for all that came since a cursor which the page brings', () => {
    expect(watching('5').socket.watches[0]?.cursor).toBe('5');
  });

  it('after a break asks for what it missed since the last frame', () => {
    const { socket, told } = watching();
    socket.answer({ cursor: '7' });
    socket.say('changes', { cursor: '9', items: [] });
    socket.say('disconnect');
    socket.say('connect');
    expect(socket.watches[1]?.cursor).toBe('9');
    expect(told.slice(2)).toEqual(['changes 0', 'offline']);
  });

  it('says what is open here once one stays with it, and again after a break', async () => {
    const { socket, live } = watching();
    socket.answer({ cursor: '7' });
    live.lookAt({ kind: 'report', id: 'one' });
    live.lookAt({ kind: 'report', id: 'two' });
    await new Promise((resolve) => setTimeout(resolve, 400));
    expect(socket.looked).toEqual(['two']);
    socket.say('connect');
    socket.answer({ cursor: '8' });
    expect(socket.looked).toEqual(['two', 'two']);
  });

  it('comes back too when the server itself said goodbye, as it does before a restart', () => {
    const { socket } = watching();
    socket.say('disconnect', 'transport close');
    expect(socket.reconnects).toBe(0);
    socket.say('disconnect', 'io server disconnect');
    expect(socket.reconnects).toBe(1);
  });

  it('says reload when too much was missed, once the new watch holds', () => {
    const { socket, told } = watching();
    socket.answer({ cursor: '7', reload: true });
    expect(told.at(-1)).toBe('reload');
    socket.say('reload');
    expect(socket.watches[1]?.cursor).toBeUndefined();
    expect(told.filter((word) => word === 'reload')).toHaveLength(1);
    socket.answer({ cursor: '20' });
    expect(told.filter((word) => word === 'reload')).toHaveLength(2);
  });

  it('is refused in words, not live', () => {
    const { socket, told } = watching();
    socket.answer({ cursor: '', error: { status: 403, detail: 'no' } });
    expect(told).toEqual(['connecting', 'refused']);
  });

  it('looks elsewhere when told, and heeds the newest answer only', () => {
    const { socket, told, live } = watching();
    live.look([1, 2, 3, 4]);
    expect(socket.watches[1]?.bbox).toEqual([1, 2, 3, 4]);
    socket.answer({ cursor: '8' }, 0);
    expect(told).toEqual(['connecting']);
    socket.answer({ cursor: '9' }, 1);
    expect(told).toEqual(['connecting', 'live']);
  });
});

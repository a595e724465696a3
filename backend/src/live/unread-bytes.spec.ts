import { describe, expect, it } from '@jest/globals';
import { unreadBytes } from './unread-bytes.js';

describe('what a client has not taken', () => {
  it('is what waits for its transport and what waits for the network', () => {
    const writeBuffer = [{ data: 'x'.repeat(40) }, { data: undefined }, { data: 'xy' }];
    expect(unreadBytes({ writeBuffer, transport: { socket: { bufferedAmount: 100 } } })).toBe(142);
    expect(unreadBytes({ writeBuffer: [], transport: { socket: {} } })).toBe(0);
    expect(unreadBytes({})).toBe(0);
  });
});

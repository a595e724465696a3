import { describe, expect, it } from '@jest/globals';
import { receiveEach } from './receive-each.js';

describe('several messages of one call', () => {
  it('are taken in their order', async () => {
    expect(await receiveEach([1, 2, 3], (message) => Promise.resolve(message * 2))).toEqual([2, 4, 6]);
  });

  it('are all tried when one fails, and the call fails after', async () => {
    const taken: number[] = [];
    const receive = (message: number): Promise<void> =>
      message === 2 ? Promise.reject(new Error('not now')) : Promise.resolve(void taken.push(message));
    await expect(receiveEach([1, 2, 3], receive)).rejects.toThrow('not now');
    expect(taken).toEqual([1, 3]);
  });
});

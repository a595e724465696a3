import { describe, expect, it } from '@jest/globals';
import { KeyLimits, limitHeaders } from './key-limits.js';

const second = 1000;

describe('the limit of an API key', () => {
  it('lets so many requests of a minute through, and no more', () => {
    const limits = new KeyLimits();
    const taken = [0, 1, 2].map((at) => limits.take('a', 2, at * second));
    expect(taken.map(({ isAllowed }) => isAllowed)).toEqual([true, true, false]);
    expect(taken.map(({ remaining }) => remaining)).toEqual([1, 0, 0]);
    expect(taken[2]?.resetSeconds).toBe(58);
  });

  it('begins afresh after a minute, however many were refused in it', () => {
    const limits = new KeyLimits();
    for (let at = 0; at < 50; at++) limits.take('a', 1, at * second);
    expect(limits.take('a', 1, 59 * second).isAllowed).toBe(false);
    expect(limits.take('a', 1, 60 * second)).toEqual({ isAllowed: true, remaining: 0, resetSeconds: 60 });
  });

  it('is one for each key', () => {
    const limits = new KeyLimits();
    limits.take('a', 1, 0);
    expect(limits.take('b', 1, 0).isAllowed).toBe(true);
    expect(limits.take('a', 1, 0).isAllowed).toBe(false);
  });

  it('is obeyed at once when it is changed', () => {
    const limits = new KeyLimits();
    for (let at = 0; at < 3; at++) limits.take('a', 10, at);
    expect(limits.take('a', 2, 5)).toMatchObject({ isAllowed: false, remaining: 0 });
    expect(limits.take('a', 20, 6)).toMatchObject({ isAllowed: true, remaining: 16 });
  });

  it('is said in the fields of the draft', () => {
    expect(limitHeaders(600, { isAllowed: true, remaining: 599, resetSeconds: 42 })).toEqual({
      'ratelimit-policy': '"key";q=600;w=60',
      ratelimit: '"key";r=599;t=42',
      'ratelimit-limit': '600',
      'ratelimit-remaining': '599',
      'ratelimit-reset': '42',
    });
  });
});

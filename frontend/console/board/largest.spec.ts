import { describe, expect, it } from '@jest/globals';
import { largest } from './largest.js';

const counts = [9, 4, 2, 1].map((count, at) => ({ category: `c${at}`, count }));

describe('a table of categories that is cut', () => {
  it('adds up with the rest', () => {
    const { shown, others } = largest(counts, 2);
    expect(shown.map(({ count }) => count)).toEqual([9, 4]);
    expect(others).toBe(3);
  });

  it('has no rest where all fit', () => {
    expect(largest(counts, 4)).toEqual({ shown: counts, others: 0 });
  });
});

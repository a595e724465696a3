/** The measure of growth tells apart what it is there to tell apart. */
import { describe, expect, it } from '@jest/globals';
import { growthOf, linearGrowth } from './growth.js';

describe('growth', () => {
  it('is told where time grows with the square of the length', () => {
    const pairs = (text: string): number => {
      let sum = 0;
      for (let i = 0; i < text.length; i++) for (let j = 0; j < text.length; j++) sum += (i ^ j) & 1;
      return sum;
    };
    expect(growthOf(pairs, 'ab', 8_000)).toBeGreaterThan(linearGrowth);
  });

  it('is not told where it grows with the length', () => {
    expect(growthOf((text) => text.split('').sort().join(''), 'ba', 100_000)).toBeLessThan(linearGrowth);
  });
});

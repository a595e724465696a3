import { describe, expect, it } from '@jest/globals';
import { spanOf } from './span-of.js';

describe('a span', () => {
  it('is told in seconds, minutes or hours', () => {
    expect(spanOf(0.4)).toEqual({ unit: 'seconds', count: 0 });
    expect(spanOf(119)).toEqual({ unit: 'seconds', count: 119 });
    expect(spanOf(150)).toEqual({ unit: 'minutes', count: 3 });
    expect(spanOf(9_000)).toEqual({ unit: 'hours', count: 2.5 });
  });
});

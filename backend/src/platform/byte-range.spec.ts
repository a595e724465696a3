import { describe, expect, it } from '@jest/globals';
import { byteRangeOf } from './byte-range.js';

describe('the part that a player asks for', () => {
  it.each([
    ['bytes=0-1', { start: 0, end: 2 }],
    ['bytes=2-', { start: 2, end: 10 }],
    ['bytes=-3', { start: 7, end: 10 }],
    ['bytes=-30', { start: 0, end: 10 }],
    ['bytes=5-500', { start: 5, end: 10 }],
    ['bytes=9-9', { start: 9, end: 10 }],
  ])('%s of ten bytes is %j', (header, range) => {
    expect(byteRangeOf(header, 10)).toEqual(range);
  });

  it.each([undefined, '', 'bytes=', 'bytes=-', 'bytes=3-2', 'bytes=0-1,3-4', 'lines=0-1', 'bytes=a-b'])(
    '%j is answered with the whole',
    (header) => {
      expect(byteRangeOf(header, 10)).toBeNull();
    },
  );

  it.each(['bytes=10-', 'bytes=99-100', 'bytes=-0'])('%s cannot be had', (header) => {
    expect(byteRangeOf(header, 10)).toBe('unsatisfiable');
  });
});

import { describe, expect, it } from '@jest/globals';
import { countIn, filterOf, moved, rangeOf } from './brush.js';

const histogram = {
  from: '2026-01-01T00:00:00.000Z',
  to: '2026-01-01T04:00:00.000Z',
  minutes: 60,
  counts: [1, 2, 3, 4],
};

describe('the brush', () => {
  it('over everything is no filter', () => {
    expect(rangeOf(histogram, null, null)).toEqual({ start: 0, end: 4 });
    expect(filterOf(histogram, { start: 0, end: 4 })).toEqual({ from: '', to: '' });
  });

  it('says the edges of its buckets, and stands there again', () => {
    const filter = filterOf(histogram, { start: 1, end: 3 });
    expect(filter).toEqual({ from: '2026-01-01T01:00Z', to: '2026-01-01T03:00Z' });
    expect(rangeOf(histogram, filter.from, filter.to)).toEqual({ start: 1, end: 3 });
    expect(countIn(histogram, { start: 1, end: 3 })).toBe(5);
  });

  it('holds a filter from elsewhere, also one beyond its ends', () => {
    expect(rangeOf(histogram, '2026-01-01T01:30:00Z', '2026-01-01T02:10:00Z')).toEqual({ start: 1, end: 3 });
    expect(rangeOf(histogram, '2027-01-01T00:00:00Z', null)).toEqual({ start: 3, end: 4 });
  });

  it('keeps its handles apart and inside', () => {
    expect(moved({ start: 1, end: 3 }, 'start', 9, 4)).toEqual({ start: 2, end: 3 });
    expect(moved({ start: 1, end: 3 }, 'end', 0, 4)).toEqual({ start: 1, end: 2 });
    expect(moved({ start: 1, end: 3 }, 'end', 9, 4)).toEqual({ start: 1, end: 4 });
  });
});

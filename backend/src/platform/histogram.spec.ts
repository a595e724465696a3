import { describe, expect, it } from '@jest/globals';
import { bucketsOf, histogramOf } from './histogram.js';

const at = (time: string): Date => new Date(`2026-01-01T${time}Z`);

describe('buckets', () => {
  it('are of whole minutes and hold both ends', () => {
    expect(bucketsOf(at('10:00:30'), at('12:00:10'), 60)).toEqual({ from: at('10:00:00'), minutes: 3, count: 41 });
    expect(bucketsOf(at('10:00:00'), at('10:00:00'), 60)).toEqual({ from: at('10:00:00'), minutes: 1, count: 1 });
  });

  it('that have nothing are zero', () => {
    const buckets = bucketsOf(at('10:00:00'), at('10:03:00'), 60);
    expect(histogramOf(buckets, [{ bucket: 2, n: 7 }])).toEqual({
      from: '2026-01-01T10:00:00.000Z',
      to: '2026-01-01T10:04:00.000Z',
      minutes: 1,
      counts: [0, 0, 7, 0],
    });
  });
});

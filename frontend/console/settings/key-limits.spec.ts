import { describe, expect, it } from '@jest/globals';
import { readLimits, usesOf, usualLimits } from './key-limits.js';

describe('the limits of an API key', () => {
  it('are sent as numbers and moments', () => {
    expect(readLimits(usualLimits)).toEqual({ perMinute: 600, expiresAt: null });
    expect(readLimits({ perMinute: '5', expires: '2026-02-03' }).expiresAt).toBe('2026-02-03T00:00:00.000Z');
  });

  it('are told beside what was used today and in all', () => {
    const usage = [
      { day: '2026-02-03', count: 4 },
      { day: '2026-02-01', count: 3 },
    ];
    expect(usesOf({ usage }, Date.parse('2026-02-03T12:00:00Z'))).toEqual({ today: 4, all: 7 });
    expect(usesOf({ usage }, Date.parse('2026-02-04T12:00:00Z'))).toEqual({ today: 0, all: 7 });
  });
});

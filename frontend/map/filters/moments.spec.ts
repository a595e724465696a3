import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { minuteOf } from '../address.js';
import { fieldOf, minuteOfField } from './moments.js';

describe('a field for date and time', () => {
  it('is in the zone of its reader, and gives back the minute it was filled with', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 60_000_000 }), (minutes) => {
        const minute = minuteOf(minutes * 60_000);
        // An hour that comes twice in autumn is one in the field.
        const back = Date.parse(minuteOfField(fieldOf(minute)) ?? '') - minutes * 60_000;
        expect([0, 3_600_000, -3_600_000]).toContain(back);
      }),
      { seed: 20261129 },
    );
    const at = new Date(2026, 1, 3, 4, 5);
    expect(fieldOf(minuteOf(at.getTime()))).toBe('2026-02-03T04:05');
  });

  it('says nothing while it is empty', () => {
    expect(minuteOfField('')).toBeNull();
    expect(fieldOf(null)).toBe('');
  });
});

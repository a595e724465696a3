import { describe, expect, it } from '@jest/globals';
import { endOfQuiet } from './quiet-hours.js';

const night = { from: '22:00', to: '07:00', criticalPasses: true };
const end = (at: string, quiet = night): string | null =>
  endOfQuiet(quiet, 'Europe/Berlin', new Date(at))?.toISOString() ?? null;

describe('quiet hours', () => {
  it('last over midnight', () => {
    expect(end('2026-01-10T20:59:59Z')).toBeNull();
    expect(end('2026-01-10T21:00:00Z')).toBe('2026-01-11T06:00:00.000Z');
    expect(end('2026-01-11T03:00:00Z')).toBe('2026-01-11T06:00:00.000Z');
    expect(end('2026-01-11T06:00:00Z')).toBeNull();
  });

  it('end by the clock on the wall in the nights when it is changed', () => {
    expect(end('2026-03-28T23:00:00Z')).toBe('2026-03-29T05:00:00.000Z');
    expect(end('2026-10-24T23:00:00Z')).toBe('2026-10-25T06:00:00.000Z');
  });

  it('may lie in the day, and be none', () => {
    const noon = { from: '12:00', to: '13:30', criticalPasses: false };
    expect(end('2026-07-10T10:15:00Z', noon)).toBe('2026-07-10T11:30:00.000Z');
    expect(end('2026-07-10T11:30:00Z', noon)).toBeNull();
    expect(end('2026-07-10T11:00:00Z', { ...noon, from: '12:00', to: '12:00' })).toBeNull();
    expect(endOfQuiet(null, 'UTC', new Date())).toBeNull();
  });
});

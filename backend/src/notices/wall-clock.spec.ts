import { describe, expect, it } from '@jest/globals';
import { isZone, nextTime, wallTime } from './wall-clock.js';

const berlin = 'Europe/Berlin';
const next = (from: string, time: string, zone = berlin): string => nextTime(new Date(from), time, zone).toISOString();

describe('the next time that a clock shows', () => {
  it('is today or tomorrow', () => {
    expect(next('2026-01-10T05:00:00Z', '07:00')).toBe('2026-01-10T06:00:00.000Z');
    expect(next('2026-01-10T06:00:00Z', '07:00')).toBe('2026-01-10T06:00:00.000Z');
    expect(next('2026-01-10T06:00:01Z', '07:00')).toBe('2026-01-11T06:00:00.000Z');
    expect(next('2026-01-31T23:30:00Z', '00:15')).toBe('2026-02-01T23:15:00.000Z');
  });

  it('follows the summer time', () => {
    expect(next('2026-03-28T07:00:00Z', '07:00')).toBe('2026-03-29T05:00:00.000Z');
    expect(next('2026-10-24T06:00:00Z', '07:00')).toBe('2026-10-25T06:00:00.000Z');
  });

  it('is the moment of the leap where the clock leaps over it', () => {
    expect(next('2026-03-28T23:30:00Z', '02:30')).toBe('2026-03-29T01:00:00.000Z');
  });

  it('is the first of two where the clock shows it twice', () => {
    expect(next('2026-10-24T22:00:00Z', '02:30')).toBe('2026-10-25T00:30:00.000Z');
  });

  it('knows zones off the hour and on the other side of the world', () => {
    expect(next('2026-01-10T00:00:00Z', '07:00', 'Asia/Kathmandu')).toBe('2026-01-10T01:15:00.000Z');
    expect(next('2026-01-10T00:00:00Z', '07:00', 'Pacific/Auckland')).toBe('2026-01-10T18:00:00.000Z');
    expect(next('2026-01-10T00:00:00Z', '23:00', 'America/Los_Angeles')).toBe('2026-01-10T07:00:00.000Z');
  });

  it('shows midnight as the beginning of the day', () => {
    expect(wallTime(new Date('2026-01-09T23:00:00Z'), berlin)).toEqual({ year: 2026, month: 1, day: 10, minutes: 0 });
  });

  it('knows what is no zone', () => {
    expect([isZone(berlin), isZone('Moon/Crater'), isZone('')]).toEqual([true, false, false]);
  });
});

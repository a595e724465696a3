import { describe, expect, it } from '@jest/globals';
import { backOffMs, longestRetryMs, nextTry, retryAfterMs } from './retry-schedule.js';

const now = new Date('2026-02-03T10:00:00Z');
const later = (ms: number): Date => new Date(now.getTime() + ms);
const tried = { attempts: 1, since: now, now, chance: 0.5, retryAfterMs: null };

describe('the time between two tries', () => {
  it('grows, up to six hours', () => {
    const waits = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10].map((attempts) => backOffMs(attempts, 0.5) / 1_000);
    expect(waits).toEqual([5, 15, 45, 135, 405, 1_215, 3_645, 10_935, 21_600, 21_600]);
  });

  it('is spread by a fifth to both sides', () => {
    expect([backOffMs(1, 0), backOffMs(1, 1)]).toEqual([4_000, 6_000]);
  });

  it('is as long as the other side asks, never shorter than ours', () => {
    expect(nextTry({ ...tried, retryAfterMs: 120_000 })).toEqual(later(120_000));
    expect(nextTry({ ...tried, retryAfterMs: 1_000 })).toEqual(later(5_000));
  });

  it('ends after three days', () => {
    const since = later(-longestRetryMs + 6_000);
    expect(nextTry({ ...tried, since })).toEqual(later(5_000));
    expect(nextTry({ ...tried, since, attempts: 2 })).toBeNull();
    expect(nextTry({ ...tried, retryAfterMs: longestRetryMs + 1 })).toBeNull();
  });
});

describe('Retry-After', () => {
  it('comes as seconds or as a date', () => {
    expect(retryAfterMs('90', now)).toBe(90_000);
    expect(retryAfterMs('Tue, 03 Feb 2026 10:01:00 GMT', now)).toBe(60_000);
  });

  it('is nothing when it is neither, or over', () => {
    const values = [undefined, '', 'soon', '-5', '0', 'Tue, 03 Feb 2026 09:00:00 GMT'];
    expect(values.map((value) => retryAfterMs(value, now))).toEqual(values.map(() => null));
  });
});

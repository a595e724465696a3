import { describe, expect, it } from '@jest/globals';
import { dueAt, type Rhythm } from './digest.js';

const rhythm: Rhythm = {
  quiet: { from: '22:00', to: '07:00', criticalPasses: true },
  digestAt: '18:00',
  zone: 'Europe/Berlin',
};
const day = new Date('2026-01-10T09:20:00Z');
const night = new Date('2026-01-10T23:20:00Z');

describe('when a notice leaves', () => {
  it('is at once, with the next full hour, or with the digest of the day', () => {
    expect(dueAt('now', rhythm, false, day)).toEqual(day);
    expect(dueAt('hourly', rhythm, false, day)).toEqual(new Date('2026-01-10T10:00:00Z'));
    expect(dueAt('daily', rhythm, false, day)).toEqual(new Date('2026-01-10T17:00:00Z'));
  });

  it('is after the quiet hours, also for digests that would fall into them', () => {
    const morning = new Date('2026-01-11T06:00:00Z');
    expect(dueAt('now', rhythm, false, night)).toEqual(morning);
    expect(dueAt('hourly', rhythm, false, night)).toEqual(morning);
    expect(dueAt('daily', { ...rhythm, digestAt: '23:30' }, false, day)).toEqual(morning);
  });

  it('is at once for what is critical, if the person wants that', () => {
    expect(dueAt('daily', rhythm, true, night)).toEqual(night);
    const quiet = { from: '22:00', to: '07:00', criticalPasses: false };
    expect(dueAt('now', { ...rhythm, quiet }, true, night)).toEqual(new Date('2026-01-11T06:00:00Z'));
  });
});

import { describe, expect, it } from '@jest/globals';
import { healthOf } from './gateway-health.js';

const at = (minute: number): Date => new Date(Date.UTC(2026, 0, 1, 0, minute));
const none = { enabled: true, createdAt: at(0), lastInAt: null, lastOutAt: null, lastPollAt: null, lastErrorAt: null };

describe('the light beside a gateway', () => {
  it('waits until something came', () => {
    expect(healthOf(none, null, at(500))).toBe('waiting');
    expect(healthOf({ ...none, lastInAt: at(1) }, null, at(500))).toBe('well');
  });

  it('is an alarm when a gateway that should call has not', () => {
    expect(healthOf({ ...none, lastPollAt: at(10) }, 15 * 60, at(20))).toBe('well');
    expect(healthOf({ ...none, lastPollAt: at(10) }, 15 * 60, at(26))).toBe('silent');
    expect(healthOf({ ...none, lastOutAt: at(25) }, 15 * 60, at(26))).toBe('silent');
    expect(healthOf(none, 15 * 60, at(10))).toBe('waiting');
  });

  it('fails with the last thing that happened, and is well again after the next good one', () => {
    expect(healthOf({ ...none, lastInAt: at(1), lastErrorAt: at(2) }, null, at(3))).toBe('failing');
    expect(healthOf({ ...none, lastInAt: at(4), lastErrorAt: at(2) }, null, at(5))).toBe('well');
  });

  it('is off when it is switched off', () => {
    expect(healthOf({ ...none, enabled: false, lastErrorAt: at(2) }, 60, at(5))).toBe('off');
  });
});

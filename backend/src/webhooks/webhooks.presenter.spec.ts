import { describe, expect, it } from '@jest/globals';
import { healthOf } from './webhooks.presenter.js';

const now = new Date('2026-02-03T10:00:00Z');
const ago = (hours: number): Date => new Date(now.getTime() - hours * 3_600_000);
const on = { enabled: true, gone_at: null };
const facts = { lane_id: 'x', waiting: 0, given_up: 0, failing_since: null, delivered_at: ago(1) };

describe('the health of a webhook', () => {
  it('is well once something was delivered, whatever was given up before', () => {
    expect(healthOf(on, null, now)).toBe('unused');
    expect(healthOf(on, { ...facts, delivered_at: null }, now)).toBe('unused');
    expect(healthOf(on, { ...facts, given_up: 3 }, now)).toBe('well');
  });

  it('is failing after a day', () => {
    expect(healthOf(on, { ...facts, failing_since: ago(23) }, now)).toBe('faltering');
    expect(healthOf(on, { ...facts, failing_since: ago(24) }, now)).toBe('failing');
    expect(healthOf(on, { ...facts, given_up: 1, delivered_at: null }, now)).toBe('failing');
  });

  it('says who switched it off', () => {
    expect(healthOf({ enabled: false, gone_at: null }, facts, now)).toBe('off');
    expect(healthOf({ enabled: false, gone_at: now }, facts, now)).toBe('gone');
  });
});

import { describe, expect, it } from '@jest/globals';
import { moment } from '../../../test/support/samples.js';
import { waitMs } from './message-gap.js';

const before = (seconds: number): Date => new Date(moment.getTime() - seconds * 1000);

describe('what is due', () => {
  it('is sent at once where the last message is long ago, or there was none', () => {
    expect(waitMs('email', { is_waiting: false, last_at: null }, moment)).toBe(0);
    expect(waitMs('email', { is_waiting: false, last_at: before(120) }, moment)).toBe(0);
  });

  it('is sent once, when the last message is old enough', () => {
    expect(waitMs('email', { is_waiting: false, last_at: before(20) }, moment)).toBe(101_000);
    expect(waitMs('push', { is_waiting: false, last_at: before(20) }, moment)).toBe(0);
  });

  it('goes with what waits already', () => {
    expect(waitMs('sms', { is_waiting: true, last_at: null }, moment)).toBeNull();
    expect(waitMs('sms', { is_waiting: true, last_at: before(1) }, moment)).toBeNull();
  });
});

/** The order in which reports should be looked at. */
import { describe, expect, it } from '@jest/globals';
import { countsSince, type Waiting } from './next-best.js';

const hourMs = 3_600_000;
const now = Date.parse('2026-02-03T12:00:00Z');
const waiting = (hours: number, parts: Partial<Waiting> = {}): Waiting => ({
  priority: 'normal',
  status: 'new',
  contactable: false,
  receivedAt: new Date(now - hours * hourMs),
  ...parts,
});
const isBefore = (one: Waiting, other: Waiting): boolean => countsSince(one) < countsSince(other);

describe('the report to be looked at next', () => {
  it.each([
    ['the older of two alike', waiting(2), waiting(1)],
    ['a critical one before a normal one of some hours', waiting(0, { priority: 'critical' }), waiting(5)],
    ['a high one before a normal one that came earlier', waiting(0, { priority: 'high' }), waiting(5)],
    ['a normal one before a low one', waiting(0), waiting(5, { priority: 'low' })],
    ['a normal one of more than a day before a critical one', waiting(25), waiting(0, { priority: 'critical' })],
    ['one whose reporter answered before a fresh one', waiting(1, { status: 'in_review' }), waiting(1.5)],
    ['one whose reporter can be asked', waiting(1, { contactable: true }), waiting(1.1)],
  ])('is %s', (_, first, second) => {
    expect([isBefore(first, second), isBefore(second, first)]).toEqual([true, false]);
  });
});

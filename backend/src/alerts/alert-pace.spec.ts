import { describe, expect, it } from '@jest/globals';
import { mayLeaveAt } from './alert-pace.js';

const now = new Date('2026-02-03T04:05:06Z');
const minutes = (count: number): Date => new Date(now.getTime() + count * 60_000);

describe('the pace of alerts', () => {
  it.each([
    ['at once for the first', 'email', null, 0, 0],
    ['five minutes after the last', 'email', minutes(-2), 1, 3],
    ['at once when the last is older', 'push', minutes(-5), 40, 0],
    ['half an hour later after ten short messages in a day', 'sms', minutes(-6), 10, 30],
    ['at once before that', 'sms', minutes(-6), 9, 0],
  ] as const)('%s', (_, way, lastAt, today, wait) =>
    expect(mayLeaveAt(way, { lastAt, today }, now)).toEqual(minutes(wait)),
  );
});

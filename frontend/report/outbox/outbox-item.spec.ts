import { describe, expect, it } from '@jest/globals';
import { isDone, newItem, verdictOn, waitAfter, type OutboxItem } from './outbox-item.js';

const report = newItem({ id: 'a', kind: 'report', path: '/reports', body: { text: 'x' }, title: 'x' }, 1000);
const answer = (status: number, body: Record<string, unknown> | null, retryAfter: string | null = null) =>
  verdictOn(report, { status, body, retryAfter });

describe('an answer of the server', () => {
  it.each([200, 201, 202])('is an acknowledgement with %i and the same id', (status) => {
    expect(answer(status, { id: 'a', follow: 'https://example.org/follow/secret' })).toEqual({
      kind: 'received',
      follow: '/follow/secret',
    });
  });

  it('is none when it is not ours: the page of a hotel, another id', () => {
    expect(answer(200, null)).toEqual({ kind: 'later', afterMs: 0 });
    expect(answer(200, { id: 'b' })).toEqual({ kind: 'later', afterMs: 0 });
  });

  it('is a refusal only when a problem says so', () => {
    expect(answer(422, { title: 'Invalid', detail: 'must be text' })).toMatchObject({ kind: 'refused' });
    expect(answer(403, null)).toEqual({ kind: 'later', afterMs: 0 });
  });

  it.each([408, 423, 425, 500, 502, 503])('with %i is tried again', (status) => {
    expect(answer(status, { title: 'Not now' })).toEqual({ kind: 'later', afterMs: 0 });
  });

  it('is obeyed when it says how long to wait', () => {
    expect(answer(429, { title: 'Too many' }, '30')).toEqual({ kind: 'later', afterMs: 30_000 });
    expect(answer(503, null, '5')).toEqual({ kind: 'later', afterMs: 5_000 });
  });

  it('counts for a tap by its number', () => {
    const tap = { id: 'seen x', kind: 'confirmation' } as const;
    const received = verdictOn(tap, { status: 200, retryAfter: null, body: { confirmations: 3 } });
    expect(received).toEqual({ kind: 'received', follow: null });
  });
});

describe('the wait after failures', () => {
  it('doubles up to two minutes, and chance spreads it over half', () => {
    expect([0, 1, 2].map((failures) => waitAfter(failures, 1))).toEqual([2_000, 4_000, 8_000]);
    expect(waitAfter(50, 1)).toBe(120_000);
    expect(waitAfter(50, 0)).toBe(60_000);
  });
});

describe('an item', () => {
  const withPhoto = (state: 'waiting' | 'received' | 'refused'): OutboxItem => ({
    ...report,
    state: 'received',
    photos: [{ id: 'p', state, isBegun: true }],
  });

  it('is done when its words and each photo are received or refused', () => {
    expect(isDone(report)).toBe(false);
    expect(isDone(withPhoto('waiting'))).toBe(false);
    expect(isDone(withPhoto('received'))).toBe(true);
    expect(isDone(withPhoto('refused'))).toBe(true);
  });
});

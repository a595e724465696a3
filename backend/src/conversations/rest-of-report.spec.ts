/** A message that says itself which report it completes, as the later steps of a menu do. */
import { describe, expect, it } from '@jest/globals';
import { decideMessage, type SenderState } from './decide-message.js';

const now = new Date('2026-02-03T04:05:06Z');
const later = new Date('2026-02-03T05:05:06Z');
const sender: SenderState = {
  standing: 'unknown',
  optedOutAt: null,
  language: null,
  reportId: 'first',
  awaiting: 'place',
  awaitingUntil: later,
  lastInAt: now,
  recentIn: 1,
  recentSince: now,
};
const facts = { text: 'Mill lane', hasPlace: true, hasMedia: false, isWhole: false };

describe('a message that names the one it completes', () => {
  it('joins that report, whatever was asked about another one, and is not answered', () => {
    const decision = decideMessage(sender, { ...facts, restOf: 'second' }, false, now);
    expect(decision).toMatchObject({ kind: 'answer', reportId: 'second', isPlace: true, reply: null });
    expect(decision.next.awaiting).toBe('place');
  });

  it('ends the question about its own report', () => {
    expect(decideMessage(sender, { ...facts, restOf: 'first' }, false, now).next.awaiting).toBeNull();
  });

  it('is never a wish to hear nothing more: there are places of such names', () => {
    expect(decideMessage(sender, { ...facts, text: 'Alta', restOf: 'first' }, false, now).kind).toBe('answer');
    expect(decideMessage(sender, { ...facts, text: 'Alta', restOf: null }, false, now).kind).toBe('started');
    const whole = { ...facts, text: 'Stop', isWhole: true, restOf: null };
    expect(decideMessage(sender, whole, false, now).kind).toBe('report');
  });

  it('of a blocked sender is not taken', () => {
    const blocked = { ...sender, standing: 'blocked' as const };
    expect(decideMessage(blocked, { ...facts, restOf: 'first' }, false, now).kind).toBe('blocked');
  });
});

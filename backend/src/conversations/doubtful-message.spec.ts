/** Messages of which it is not certain who wrote them, and messages of which it is certain what they answer. */
import { describe, expect, it } from '@jest/globals';
import { decideMessage, type MessageFacts, type SenderState } from './decide-message.js';

const now = new Date('2026-02-03T12:00:00Z');
const minutesAgo = (minutes: number): Date => new Date(now.getTime() - minutes * 60_000);

const known: SenderState = {
  standing: 'unknown',
  optedOutAt: null,
  language: null,
  reportId: 'first',
  awaiting: 'place',
  awaitingUntil: minutesAgo(-60),
  lastInAt: minutesAgo(5),
  recentIn: 1,
  recentSince: minutesAgo(5),
};
const message = (text: string, more: Partial<MessageFacts> = {}): MessageFacts => ({
  text,
  hasPlace: false,
  hasMedia: false,
  isWhole: false,
  inReplyTo: null,
  isDoubtful: false,
  ...more,
});

describe('a message of which it is not certain who wrote it', () => {
  const doubtful = (text: string, more: Partial<MessageFacts> = {}) => message(text, { isDoubtful: true, ...more });

  it('waits in quarantine by itself, is not answered and leaves the conversation as it was', () => {
    const decision = decideMessage(known, doubtful('Mill lane', { hasPlace: true }), false, now);
    expect(decision).toMatchObject({ kind: 'report', isQuarantined: true, reply: null, isApart: true });
    expect(decision.next).toMatchObject({ awaiting: 'place', awaitingUntil: known.awaitingUntil, reportId: 'first' });
  });

  it('waits even when it claims to be from somebody trusted', () => {
    const decision = decideMessage({ ...known, standing: 'trusted' }, doubtful('Water in the house'), false, now);
    expect(decision).toMatchObject({ kind: 'report', isQuarantined: true });
  });

  it('neither ends nor begins messages to somebody', () => {
    expect(decideMessage(known, doubtful('STOP'), false, now)).toMatchObject({ kind: 'report', isQuarantined: true });
    const silent = { ...known, optedOutAt: minutesAgo(60) };
    expect(decideMessage(silent, doubtful('START'), false, now).next.optedOutAt).toEqual(silent.optedOutAt);
  });

  it('is nothing from somebody who is blocked', () => {
    expect(decideMessage({ ...known, standing: 'blocked' }, doubtful('Rubbish'), false, now).kind).toBe('blocked');
  });

  it('is believed when it certainly answers a message of ours', () => {
    const decision = decideMessage(known, doubtful('Mill lane', { inReplyTo: 'first' }), false, now);
    expect(decision).toMatchObject({ kind: 'answer', reportId: 'first', isPlace: true });
  });
});

describe('a message that certainly answers one of ours', () => {
  it('belongs to that report, however late and long it is', () => {
    const late = { ...known, awaiting: null, awaitingUntil: null, lastInAt: minutesAgo(30 * 24 * 60) };
    const decision = decideMessage(late, message('x'.repeat(500), { inReplyTo: 'first' }), false, now);
    expect(decision).toMatchObject({ kind: 'answer', reportId: 'first', isPlace: false });
  });

  it('still gives the place that was asked for when the time for it is over', () => {
    const late = { ...known, awaitingUntil: minutesAgo(60) };
    expect(decideMessage(late, message('Mill lane 5', { inReplyTo: 'first' }), false, now)).toMatchObject({
      kind: 'answer',
      isPlace: true,
    });
  });

  it('turns the conversation to its report and does not answer what was asked about another', () => {
    const decision = decideMessage(known, message('They are well', { inReplyTo: 'other' }), false, now);
    expect(decision).toMatchObject({ kind: 'answer', reportId: 'other', isPlace: false, reply: null });
    expect(decision.next.awaiting).toBeNull();
  });

  it('may still end the messages', () => {
    expect(decideMessage(known, message('stop', { inReplyTo: 'first' }), false, now).kind).toBe('stopped');
  });
});

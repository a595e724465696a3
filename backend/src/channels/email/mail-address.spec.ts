import { describe, expect, it } from '@jest/globals';
import { answerSubject, isAnswerSubject, readAddress, threadOf, writtenAddress } from './mail-address.js';

describe('the subject of an answer', () => {
  it.each([
    ['Bridge closed', 'Re: Bridge closed'],
    ['Re: AW: RE[2]: Bridge closed', 'Re: Bridge closed'],
    ['رد: الجسر', 'Re: الجسر'],
    ['Return to the bridge', 'Re: Return to the bridge'],
    ['a\r\nBcc: someone@example.org', 'Re: a Bcc: someone@example.org'],
    ['  ', 'Re: Crisis map'],
    [undefined, 'Re: Crisis map'],
  ])('to %j is %j', (subject, answer) => {
    expect(answerSubject(subject, 'Crisis map')).toBe(answer);
  });

  it('is known in other languages', () => {
    expect(['Re: x', 'AW: x', 'Antw: x', 'SV: x', 'رد: x'].every(isAnswerSubject)).toBe(true);
    expect(['x', 'Reuters: x', 'Fwd: x', 'A re: x'].some(isAnswerSubject)).toBe(false);
  });
});

describe('the thread of an answer', () => {
  it('goes on from the person’s last mail', () => {
    const address = { address: 'someone@example.org', messageId: '<3@x>', references: '<1@x> <2@x>' };
    expect(threadOf(readAddress(writtenAddress(address)))).toEqual({
      inReplyTo: '<3@x>',
      references: '<1@x> <2@x> <3@x>',
    });
  });

  it('names no more than some mails, each once', () => {
    const many = Array.from({ length: 40 }, (_, n) => `<${n}@x>`).join(' ');
    const { references } = threadOf({ address: 'someone@example.org', messageId: '<39@x>', references: many }) ?? {};
    expect(references?.split(' ')).toEqual([...Array.from({ length: 10 }, (_, n) => `<${n + 29}@x>`), '<39@x>']);
  });

  it('begins anew where the last mail had no name', () => {
    expect(threadOf({ address: 'someone@example.org' })).toBeNull();
  });
});

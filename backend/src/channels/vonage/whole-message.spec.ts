import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { wholeMessage, type MessagePart } from './whole-message.js';

const texts = ['Water is ', 'in the ', 'house'];
const part = (number: number, minute = number, text = texts[number - 1] ?? ''): MessagePart => ({
  partId: `id-${number}-${minute}`,
  part: number,
  total: 3,
  text,
  at: new Date(Date.UTC(2026, 1, 3, 4, minute)),
});

describe('a message in parts', () => {
  it('reads the same in whatever order they came', () => {
    fc.assert(
      fc.property(fc.shuffledSubarray([part(1), part(2), part(3)], { minLength: 3 }), (parts) => {
        const { text, isComplete } = wholeMessage(parts);
        expect([text, isComplete]).toEqual(['Water is in the house', true]);
      }),
    );
  });

  it('shows where some are missing', () => {
    expect(wholeMessage([part(2)])).toMatchObject({ text: '[…] in the  […]', isComplete: false });
    expect(wholeMessage([part(1)]).text).toBe('Water is  […]');
  });

  it('takes the first of two with the same number and leaves the other', () => {
    const whole = wholeMessage([part(1), part(2), part(2, 9, 'other '), part(3)]);
    expect(whole.text).toBe('Water is in the house');
    expect(whole.partIds).not.toContain('id-2-9');
  });
});

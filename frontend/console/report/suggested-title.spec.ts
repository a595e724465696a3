import { describe, expect, it } from '@jest/globals';
import { suggestedTitle } from './suggested-title.js';

describe('the suggested title', () => {
  it('is the first sentence, or the first line', () => {
    expect(suggestedTitle(' The bridge is under water. Nobody can cross. ')).toBe('The bridge is under water.');
    expect(suggestedTitle('Tree across the road\nNobody is hurt')).toBe('Tree across the road');
  });

  it('takes the next one along where the first is too short to say anything', () => {
    expect(suggestedTitle('Exercise. A tree lies across the road. Nobody is hurt.')).toBe(
      'Exercise. A tree lies across the road.',
    );
    expect(suggestedTitle('Help! Fire! The school burns.')).toBe('Help! Fire! The school burns.');
    expect(suggestedTitle('Exercise.\n\nA tree lies across the road.')).toBe('Exercise. A tree lies across the road.');
  });

  it('is all there is where there is no more', () => {
    expect(suggestedTitle('Exercise.')).toBe('Exercise.');
    expect(suggestedTitle('')).toBe('');
  });

  it('is cut between words', () => {
    const title = suggestedTitle(`Exercise. ${'water '.repeat(40)}`);
    expect(title).toMatch(/^Exercise\. (water )+…$/);
    expect(title.length).toBeLessThanOrEqual(82);
  });
});

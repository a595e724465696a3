import { describe, expect, it } from '@jest/globals';
import { bodyOf, emptyDraft, faultsOf, totalOf, type Draft } from './broadcast-draft.js';

const draft = (parts: Partial<Draft> = {}): Draft => ({ ...emptyDraft, subject: ' Water ', text: 'Boil it', ...parts });

describe('a broadcast that is being written', () => {
  it('needs a subject, words, and an area that is sound', () => {
    expect(faultsOf(emptyDraft)).toEqual(['subject', 'text']);
    expect(faultsOf(draft())).toEqual([]);
    expect(faultsOf(draft({ corners: [] }))).toEqual(['area']);
    const [a, b, c, d] = [[0, 0] as const, [1, 1] as const, [1, 0] as const, [0, 1] as const];
    expect(faultsOf(draft({ corners: [a, b, c, d] }))).toEqual(['area']);
    expect(faultsOf(draft({ corners: [a, c, b, d] }))).toEqual([]);
  });

  it('says what is sent', () => {
    expect(bodyOf(draft())).toEqual({ subject: 'Water', text: 'Boil it', severity: 'high' });
    const corners = [[0, 0] as const, [1, 0] as const, [1, 1] as const];
    expect(bodyOf(draft({ corners, category: 'water' }))).toMatchObject({ categories: ['water'], area: '0,0;1,0;1,1' });
    expect(totalOf({ email: 12, sms: 3, push: 4 })).toBe(19);
  });
});

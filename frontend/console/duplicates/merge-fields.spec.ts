import { describe, expect, it } from '@jest/globals';
import { fieldsOf, firstChoice, isSame, type Said } from './merge-fields.js';

const incident = (parts: Partial<Said>): Said => ({
  title: 'Bridge',
  description: '',
  category: null,
  severity: 'normal',
  location: null,
  place: null,
  ...parts,
});
const from = incident({ title: 'Bridge fallen', place: 'Mill', location: { lat: 1, lon: 2 }, description: 'It fell' });
const into = incident({ location: { lat: 1, lon: 2 }, description: 'It is down' });

describe('what the survivor of a merge says', () => {
  it('is at first what it said, and what the other says where it said nothing', () => {
    expect(firstChoice(from, into)).toEqual({
      title: 'into',
      category: 'into',
      severity: 'into',
      place: 'from',
      location: 'into',
      description: 'into',
    });
    expect(fieldsOf(firstChoice(from, into), from, into)).toEqual({ place: 'Mill' });
  });

  it('is what was chosen; what both say is not sent', () => {
    const choice = { ...firstChoice(from, into), title: 'from', location: 'from', place: 'into' } as const;
    expect(fieldsOf(choice, from, into)).toEqual({ title: 'Bridge fallen' });
    expect(isSame('location', from, into)).toBe(true);
    expect(isSame('title', from, into)).toBe(false);
  });
});

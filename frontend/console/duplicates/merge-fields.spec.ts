import { describe, expect, it } from '@jest/globals';
import type { IncidentView } from '@atesto/contract';
import { fieldsOf, firstChoice, isSame } from './merge-fields.js';

const incident = (parts: Partial<IncidentView>): IncidentView => ({
  id: 'a',
  number: 1,
  title: 'Bridge',
  description: '',
  category: null,
  severity: 'normal',
  status: 'open',
  location: null,
  place: null,
  openedAt: '2026-02-03T04:05:06.789Z',
  updatedAt: '2026-02-03T04:05:06.789Z',
  reports: 1,
  confirmations: 0,
  reason: null,
  visibility: 'internal',
  version: 1,
  mergedInto: null,
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

/** What the palette shows for what is typed. */
import { describe, expect, it } from '@jest/globals';
import { matching, stepped } from './matching.js';

const lines = ['Claim the next report', 'Reject', 'Prüfen und bestätigen', 'The report: claim'].map((label) => ({
  label,
}));
const shown = (typed: string): string[] => matching(lines, typed).map(({ label }) => label);

describe('the lines of the palette', () => {
  it('are all there while nothing is typed', () => expect(shown(' ')).toHaveLength(4));

  it('are those with every word, those that begin with it first', () => {
    expect(shown('claim report')).toEqual(['Claim the next report', 'The report: claim']);
    expect(shown('report claim')).toHaveLength(2);
    expect(shown('claim nothing')).toEqual([]);
  });

  it('are found without their accents', () => expect(shown('prufen bestat')).toEqual(['Prüfen und bestätigen']));

  it('are walked around the ends', () => {
    expect([stepped(2, 1, 3), stepped(0, -1, 3), stepped(0, 1, 0)]).toEqual([0, 2, 0]);
  });
});

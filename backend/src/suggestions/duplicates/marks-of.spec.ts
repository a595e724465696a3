import { describe, expect, it } from '@jest/globals';
import { cellMark, cellsBeside, marksOf, pairMarks, textMarks } from './marks-of.js';

const marks = (text: string): number[] => textMarks(text).map(({ mark }) => mark);
const shared = (one: readonly number[], other: readonly number[]): number =>
  one.filter((mark) => other.includes(mark)).length;
const long = 'The bridge beside the old mill has fallen and nobody can get across to the clinic any more';

describe('the marks of words', () => {
  it('are equal whatever the case, the accents and the punctuation', () => {
    expect(marks('Nou bezwen dlo — kounye a!')).toEqual(marks('nou BEZWÈN dlo, kounye a'));
    expect(marks('water')).not.toEqual(marks('fire'));
    expect(marks(' … ')).toEqual([]);
  });

  it('find the same text under another title, or under none', () => {
    const titled = marks(`Bridge down\n\n${long}`);
    expect(shared(titled, marks(`Help at the mill\n \n${long}`))).toBe(1);
    expect(shared(titled, marks(long))).toBe(1);
    expect(shared(marks(`A\n\n${long}\n\nmore of it`), marks(`${long}\n\nmore of it`))).toBe(1);
    expect(shared(titled, marks(`Bridge down\n\nAll is well again`))).toBe(0);
  });

  it('are mostly shared by nearly equal texts, and not by others', () => {
    expect(shared(pairMarks(long), pairMarks(`${long} please`))).toBeGreaterThan(0);
    expect(shared(pairMarks(long), pairMarks('We have had no food and no water at the school since Monday'))).toBe(0);
    expect(pairMarks('help us now')).toEqual([]);
  });
});

describe('the marks of a place', () => {
  const spot = { lat: 18.5, lon: -72.3 };

  it('are those of its cells, and what is near stands in the same or beside', () => {
    for (const [lat, lon] of [
      [18.5012, -72.3012],
      [18.4985, -72.2985],
      [18.502, -72.298],
    ] as const) {
      const around = [cellMark(spot, 'near'), ...cellsBeside(spot, 'near')];
      expect(around).toContain(cellMark({ lat, lon }, 'near'));
    }
    expect(cellsBeside(spot, 'near')).toHaveLength(8);
    expect(cellsBeside(spot, 'around')).not.toContain(cellMark({ lat: 18.6, lon: -72.3 }, 'around'));
  });

  it('meet across the line where the day changes, and at the poles', () => {
    expect(cellsBeside({ lat: 10, lon: 179.9999 }, 'near')).toContain(cellMark({ lat: 10, lon: -179.9999 }, 'near'));
    expect(cellsBeside({ lat: 90, lon: 0 }, 'around').length).toBeGreaterThan(0);
  });
});

describe('a report', () => {
  it('is kept under few marks, all of which its numbers hold exactly', () => {
    const all = marksOf(`Title\n\n${long}`, { lat: 1, lon: 2 });
    expect(all).toHaveLength(7);
    expect(all.every((mark) => Number.isSafeInteger(mark) && mark >= 0)).toBe(true);
    expect(marksOf('', null)).toEqual([]);
  });
});

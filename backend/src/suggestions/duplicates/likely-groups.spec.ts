import { describe, expect, it } from '@jest/globals';
import { growthOf, linearGrowth } from '../../../../test/support/growth.js';
import { LikelyGroups, mostInGroup, type Grouped, type LikelyGroup } from './likely-groups.js';
import { textMarks } from './marks-of.js';
import { plainWords, trigramsOf } from './plain-words.js';

const noon = Date.UTC(2026, 1, 3, 12);
const report = (
  id: string,
  text: string,
  at: { lat: number | null; lon?: number; minutes?: number; category?: string },
): Grouped => ({
  id,
  text,
  traits: {
    texts: textMarks(text),
    trigrams: trigramsOf(plainWords(text)),
    lat: at.lat,
    lon: at.lat === null ? null : (at.lon ?? 11),
    accuracy: 20,
    at: noon + (at.minutes ?? 0) * 60_000,
    category: at.category ?? null,
    reporter: null,
  },
});
const grouped = (reports: readonly Grouped[]): LikelyGroup[] => {
  const groups = new LikelyGroups();
  for (const one of reports) groups.add(one);
  return groups.groups();
};
const ids = (reports: readonly Grouped[]): string[][] => grouped(reports).map((group) => group.ids);

const bridge = 'The bridge beside the old mill has fallen and nobody gets across to the clinic';
const fire = 'Smoke and flames over the rope works, the whole roof is burning';

describe('likely events', () => {
  it('take together what tells of the same, the largest first, the oldest report first, and leave the rest', () => {
    expect(
      ids([
        report('a', bridge, { lat: 41, minutes: 9 }),
        report('b', fire, { lat: 41.1 }),
        report('c', `${bridge} any more`, { lat: 41.0005 }),
        report('d', 'Two children look for their parents', { lat: 41.2 }),
        report('e', 'The whole roof of the rope works is burning, smoke and flames', { lat: 41.1003, minutes: 3 }),
        report('f', 'Old mill: the bridge beside it has fallen, nobody gets across', { lat: 41, minutes: 20 }),
      ]),
    ).toEqual([
      ['c', 'a', 'f'],
      ['b', 'e'],
    ]);
  });

  it('hold the same words together wherever they came from, with or without a place', () => {
    const far = [
      report('a', bridge, { lat: 41 }),
      report('b', bridge, { lat: 48 }),
      report('c', bridge, { lat: null }),
    ];
    expect(ids(far)).toEqual([['a', 'b', 'c']]);
  });

  it('do not grow into a whole town by a chain of near ones', () => {
    const chain = Array.from({ length: 60 }, (_, index) =>
      report(
        `r${String(index).padStart(2, '0')}`,
        `Water in street number ${index} of the lower town, help us please`,
        {
          lat: 41 + index * 0.001,
          minutes: index,
          category: 'flood',
        },
      ),
    );
    const lengths = grouped(chain).map((group) => group.ids.length);
    expect(lengths.length).toBeGreaterThan(1);
    expect(Math.max(...lengths)).toBeLessThan(30);
  });

  it('are never larger than a person can look through', () => {
    const many = Array.from({ length: 130 }, (_, index) => report(`r${index}`, bridge, { lat: 41, minutes: index }));
    const lengths = grouped(many).map((group) => group.ids.length);
    expect(Math.max(...lengths)).toBeLessThanOrEqual(mostInGroup);
    expect(lengths.reduce((sum, length) => sum + length, 0)).toBeGreaterThan(100);
  });

  it('are the same each time', () => {
    const some = Array.from({ length: 200 }, (_, index) =>
      report(`r${index}`, `${index % 3 === 0 ? bridge : fire} ${index % 7}`, {
        lat: 41 + (index % 5) / 50,
        minutes: index,
      }),
    );
    expect(grouped(some)).toEqual(grouped(some));
  });

  it('cost in keeping with the number of reports, even where all stand in one place', () => {
    const grow = (piece: string): void => {
      grouped(
        [...piece].map((letter, index) =>
          report(`r${index}`, `${letter} ${index % 17} water ${index % 29} in the street ${index % 31}`, {
            lat: 41 + (index % 9) / 10_000,
            minutes: index,
          }),
        ),
      );
    };
    expect(growthOf(grow, 'abcdefgh', 1_000)).toBeLessThan(linearGrowth);
  });
});

import { describe, expect, it } from '@jest/globals';
import type { Severity } from '@atesto/contract';
import { concerns, newsOf, sharesCategory, type Known, type Wish } from './news-of.js';

const known = (severity: Severity, status: Known['status'] = 'open'): Known => ({ severity, status });

describe('news of an incident', () => {
  it.each([
    [null, known('normal'), 'public'],
    [null, known('critical'), 'public'],
    [null, known('high', 'resolved'), null],
    [known('normal'), known('high'), 'high'],
    [known('high'), known('critical', 'responding'), 'critical'],
    [known('low'), known('normal'), null],
    [known('critical'), known('high'), null],
    [known('high'), known('high'), null],
    [known('high'), known('critical', 'resolved'), 'resolved'],
    [known('high', 'resolved'), known('high', 'resolved'), null],
    [known('high', 'resolved'), known('high'), null],
  ] as const)('%j, then %j: %s', (before, now, news) => expect(newsOf(before, now)).toBe(news));
});

describe('a wish', () => {
  const wish = (parts: Partial<Wish> = {}): Wish => ({
    shape: { kind: 'circle', lat: 1, lon: 1, radius: 1000 },
    categoryIds: null,
    severity: 'low',
    ...parts,
  });
  const incident = { location: { lat: 1, lon: 1 }, severity: 'normal' } as const;

  it('is met by place, category and severity together', () => {
    expect(concerns(wish(), incident, 'water')).toBe(true);
    expect(concerns(wish(), incident, null)).toBe(true);
    expect(concerns(wish({ severity: 'high' }), incident, 'water')).toBe(false);
    expect(concerns(wish({ categoryIds: new Set(['fire']) }), incident, 'water')).toBe(false);
    expect(concerns(wish({ categoryIds: new Set(['fire']) }), incident, null)).toBe(false);
    expect(concerns(wish({ categoryIds: new Set(['water']) }), incident, 'water')).toBe(true);
    expect(concerns(wish(), { ...incident, location: { lat: 1.1, lon: 1 } }, 'water')).toBe(false);
    expect(concerns(wish(), { ...incident, location: null }, 'water')).toBe(false);
    expect(concerns(wish({ shape: { kind: 'everywhere' } }), { ...incident, location: null }, 'water')).toBe(true);
  });

  it('shares a category with a broadcast where one of both is for all', () => {
    const [water, fire] = [new Set(['water']), new Set(['fire'])];
    expect([sharesCategory(null, fire), sharesCategory(water, null), sharesCategory(water, fire)]).toEqual([
      true,
      true,
      false,
    ]);
    expect(sharesCategory(water, new Set(['fire', 'water']))).toBe(true);
  });
});

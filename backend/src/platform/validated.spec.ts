import { describe, expect, it } from '@jest/globals';
import { PutCategories, ReportListQuery } from '@atesto/contract';
import type { Problem } from './problem.js';
import { validated } from './validated.js';

function pointersOf(run: () => unknown): string[] {
  try {
    run();
    return [];
  } catch (error) {
    return ((error as Problem).errors ?? []).map(({ pointer }) => pointer);
  }
}

describe('checked input', () => {
  it('names the faulty field deep inside by JSON pointer', () => {
    const good = { code: 'a', names: { en: 'A' }, colour: '#112233', icon: 'dot', sensitive: false };
    const items = [good, { ...good, colour: 'red' }];
    expect(pointersOf(() => validated(PutCategories, { items }))).toEqual(['/items/1/colour']);
  });

  it('refuses what is not an object, and fields that nobody knows', () => {
    for (const input of [null, undefined, 'x', 5, [], true]) {
      expect(pointersOf(() => validated(ReportListQuery, input))).toEqual(['']);
    }
    expect(pointersOf(() => validated(ReportListQuery, { 'a/b~c': 1 }))).toEqual(['/a~1b~0c']);
  });

  it('makes numbers of a query', () => {
    expect(validated(ReportListQuery, { limit: '20' }).limit).toBe(20);
    for (const limit of ['0', '201', '1.5', 'many']) {
      expect(pointersOf(() => validated(ReportListQuery, { limit }))).toContain('/limit');
    }
  });
});

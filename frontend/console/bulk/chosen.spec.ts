/** Choosing rows: one by one, a range, all that are loaded. */
import { describe, expect, it } from '@jest/globals';
import type { ReportView } from '@atesto/contract';
import type { Row } from '../queue/row.js';
import { asSeen, mostChosen, noneChosen, stillListed, toggled, toggledAll } from './chosen.js';

const row = (id: string, version = 1): Row => ({ kind: 'report', id, at: '', version, report: { id } as ReportView });
const rows = ['a', 'b', 'c', 'd'].map((id) => row(id));
const idsOf = ({ ids }: { ids: ReadonlySet<string> }): string[] => [...ids];

describe('choosing rows', () => {
  it('takes one and lets it go', () => {
    const one = toggled(noneChosen, rows, 'b', false);
    expect(idsOf(one)).toEqual(['b']);
    expect(idsOf(toggled(one, rows, 'b', false))).toEqual([]);
  });

  it('takes a range, upwards and downwards', () => {
    expect(idsOf(toggled(toggled(noneChosen, rows, 'a', false), rows, 'c', true))).toEqual(['a', 'b', 'c']);
    expect(idsOf(toggled(toggled(noneChosen, rows, 'd', false), rows, 'b', true)).sort()).toEqual(['b', 'c', 'd']);
  });

  it('takes one alone where the beginning of the range is gone', () => {
    expect(idsOf(toggled({ ids: new Set(), anchor: 'gone' }, rows, 'c', true))).toEqual(['c']);
  });

  it('takes all and lets all go, never more than the server takes', () => {
    expect(idsOf(toggledAll(noneChosen, rows))).toHaveLength(4);
    expect(idsOf(toggledAll(toggledAll(noneChosen, rows), rows))).toEqual([]);
    const many = Array.from({ length: 300 }, (_, n) => row(String(n)));
    expect(idsOf(toggledAll(noneChosen, many))).toHaveLength(mostChosen);
  });

  it('lets go what a new list no longer has, and keeps what may stand further down', () => {
    const before = ['d', 'c', 'b', 'a'].map((id) => row(id));
    const all = toggledAll(noneChosen, before);
    expect(idsOf(stillListed(all, before, { rows: [row('d'), row('b')], next: 'more' })).sort()).toEqual([
      'a',
      'b',
      'd',
    ]);
    expect(idsOf(stillListed(all, before, { rows: [row('d'), row('b')], next: null })).sort()).toEqual(['b', 'd']);
    expect(stillListed(all, before, { rows: before, next: null })).toBe(all);
  });

  it('says which version of each was seen, where it is on the screen', () => {
    expect(asSeen(['a', 'b'], [row('a', 3)])).toEqual([{ id: 'a', version: 3 }, { id: 'b' }]);
  });
});

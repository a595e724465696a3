/** Choosing rows: one by one, a range, all that are loaded. */
import { describe, expect, it } from '@jest/globals';
import type { ReportView } from '@atesto/contract';
import type { Row } from '../queue/row.js';
import { mostChosen, noneChosen, toggled, toggledAll } from './chosen.js';

const row = (id: string): Row => ({ kind: 'report', id, at: '', version: 1, report: { id } as ReportView });
const rows = ['a', 'b', 'c', 'd'].map(row);
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
});

import { describe, expect, it } from '@jest/globals';
import { areAllMet, countsOf, type TaskFacts } from './need-counts.js';

const need = { id: 'water', quantity: 10 };
const task = (status: TaskFacts['status'], quantity: number | null, need_id: string | null = 'water'): TaskFacts => ({
  status,
  quantity,
  need_id,
});

describe('a need', () => {
  it('is met by what is done, promised what is under way, and open for the rest', () => {
    const tasks = [task('done', 3), task('under_way', 2), task('open', 1), task('declined', 9), task('cancelled', 9)];
    expect(countsOf(need, tasks)).toEqual({ met: 3, promised: 3, open: 4 });
  });

  it('takes nothing from tasks of other needs, or of none', () => {
    expect(countsOf(need, [task('done', 10, 'food'), task('done', null, null)])).toEqual({
      met: 0,
      promised: 0,
      open: 10,
    });
  });

  it('has nothing open where more than enough was brought', () => {
    expect(countsOf(need, [task('done', 12)])).toEqual({ met: 12, promised: 0, open: 0 });
  });
});

describe('all needs', () => {
  it('are met once each is, and never where there are none', () => {
    const other = { id: 'food', quantity: 1 };
    expect(areAllMet([need, other], [task('done', 10)])).toBe(false);
    expect(areAllMet([need, other], [task('done', 10), task('done', 1, 'food')])).toBe(true);
    expect(areAllMet([need], [task('under_way', 10)])).toBe(false);
    expect(areAllMet([], [task('done', 10)])).toBe(false);
  });
});

import { describe, expect, it } from '@jest/globals';
import { reportOf } from '../report/report.fixture.js';
import { toldTo } from './told.js';

const report = reportOf({
  id: 'one',
  claim: { by: { id: 'bo', name: 'Bo Example' }, until: '2026-01-01T00:00:00.000Z' },
});
const taken = { kind: 'report.claimed' as const, id: 'one', at: report.receivedAt, report };

describe('what others did', () => {
  it('is told to the one whose claim was taken over, with the note', () => {
    const items = [taken, { ...taken, takenOver: { from: 'ada', note: 'Go home' } }];
    expect(toldTo('ada', items)).toEqual([
      { words: 'takenOver', values: { name: 'Bo Example', note: 'Go home', what: report.text } },
    ]);
    expect(toldTo('cy', items)).toEqual([]);
  });
});

import { describe, expect, it } from '@jest/globals';
import type { MyWork } from '@atesto/contract';
import { reportOf } from '../report/report.fixture.js';
import { countOf, groupsOf, heldBy } from './work.js';

const claim = { by: { id: 'me', name: 'Me' }, until: '2026-01-01T00:00:00.000Z' };
const claimed = reportOf({ id: 'claimed', claim });
const answered = reportOf({ id: 'answered' });
const mine = reportOf({ id: 'mine', assignee: { kind: 'person', id: 'me', name: 'Me' } });
const ours = reportOf({ id: 'ours', assignee: { kind: 'organisation', id: 'us', name: 'Us' } });
const work: MyWork = {
  claimed: [claimed],
  reports: [claimed, mine, ours],
  incidents: [],
  answered: [answered, claimed],
  mentions: [
    {
      about: { kind: 'report', id: 'other' },
      title: 'Other',
      note: { id: 'n', by: { id: 'ada', name: 'Ada' }, at: '', text: '@Me', mentions: [], unseen: true },
    },
  ],
};

describe('my work', () => {
  it('names each thing once, what is in hand first', () => {
    expect(groupsOf(work).map(([group, rows]) => [group, ...rows.map(({ id }) => id)])).toEqual([
      ['claimed', 'claimed'],
      ['answered', 'answered'],
      ['assigned', 'mine', 'ours'],
    ]);
    expect([countOf(work), countOf(null)]).toEqual([5, 0]);
  });

  it('is handed over where one holds it oneself', () => {
    expect(heldBy(work, 'me').map(({ id }) => id)).toEqual(['claimed', 'mine']);
  });
});

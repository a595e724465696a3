import { expect, it } from '@jest/globals';
import type { HistoryEntry, JournalKind } from '@atesto/contract';
import { mergedIn } from './merged-in.js';

const entry = (kind: JournalKind, data: Record<string, unknown>): HistoryEntry => ({
  seq: '1',
  at: '',
  kind,
  by: null,
  data,
  undoable: false,
  reports: 0,
});

it('a history names each incident that was merged in once, whatever else was changed', () => {
  const history = [
    entry('incident.opened', {}),
    entry('incident.changed', { merged: 'one', reports: [] }),
    entry('incident.changed', { title: 'Other' }),
    entry('incident.changed', { merged: 'two' }),
    entry('incident.changed', { merged: 'one' }),
    entry('incident.merged', { into: 'three' }),
  ];
  expect(mergedIn(history)).toEqual(['one', 'two']);
});

import { describe, expect, it } from '@jest/globals';
import type { HistoryEntry } from '@atesto/contract';
import { en } from '../texts/en.js';
import { titleOf } from './entry-title.js';

const titled = (kind: HistoryEntry['kind'], data: HistoryEntry['data'], number?: number): string =>
  titleOf(
    {
      seq: '1',
      at: '2026-03-01T08:00:00Z',
      kind,
      by: null,
      data,
      undoable: false,
      reports: 0,
      ...(number !== undefined && { other: { id: 'other', number } }),
    },
    en,
  );

describe('how the history names what happened', () => {
  it('says which other incident was merged or split, from either side', () => {
    expect(titled('incident.changed', { merged: 'other' }, 2)).toBe('#2 was merged into it');
    expect(titled('incident.merged', { into: 'other' }, 1)).toBe('Merged into #1');
    expect(titled('incident.split', { into: 'other' }, 5)).toBe('Split: #5');
    expect(titled('incident.changed', { split: 'other' }, 1)).toBe('Split off from #1');
  });

  it('says in plain words what else changed, and what was taken back', () => {
    expect(titled('incident.changed', { title: 'Bridge' })).toBe('Incident changed');
    expect(titled('incident.undone', { did: 'incident.merged' })).toBe('Taken back: Merged');
  });
});

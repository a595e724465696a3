import { describe, expect, it } from '@jest/globals';
import type { SharedFields } from '@atesto/contract';
import { conflictsOf, mergeUpdate, readable } from './merge-update.js';

const base: SharedFields = {
  title: 'Dry well',
  description: 'Since the morning',
  category: 'water',
  severity: 'normal',
  status: 'open',
  location: { lat: 10, lon: 20 },
  place: 'the market',
};

describe('an update from where an incident came from', () => {
  it('is taken over where nothing was changed here', () => {
    const theirs: SharedFields = { ...base, title: 'Two dry wells', severity: 'high', location: null };
    expect(mergeUpdate(base, base, theirs)).toEqual({
      taken: { title: 'Two dry wells', severity: 'high', location: null },
      base: theirs,
    });
    expect(conflictsOf(base, base, base)).toEqual([]);
  });

  it('leaves alone what was changed here, and says what they say', () => {
    const ours: SharedFields = { ...base, title: 'Well behind the school', severity: 'critical' };
    const theirs: SharedFields = { ...base, title: 'Two dry wells', place: 'the school' };
    const merged = mergeUpdate(base, ours, theirs);
    expect(merged.taken).toEqual({ place: 'the school' });
    expect(conflictsOf(merged.base, { ...ours, ...merged.taken }, theirs)).toEqual([
      { field: 'title', ours: 'Well behind the school', theirs: 'Two dry wells' },
    ]);
  });

  it('is nothing new where both came to the same', () => {
    const both: SharedFields = { ...base, status: 'resolved' };
    expect(mergeUpdate(base, both, both)).toEqual({ taken: {}, base: both });
    expect(conflictsOf(base, both, both)).toEqual([]);
  });

  it('knows a place by where it is, not by how exactly', () => {
    const ours: SharedFields = { ...base, location: { lat: 10, lon: 20, accuracy: 50 } };
    expect(mergeUpdate(base, ours, { ...base, location: { lat: 11, lon: 20 } }).taken).toEqual({
      location: { lat: 11, lon: 20 },
    });
  });

  it('changes nothing when it comes again', () => {
    const theirs: SharedFields = { ...base, title: 'Two dry wells' };
    const merged = mergeUpdate(base, base, theirs);
    expect(mergeUpdate(merged.base, { ...base, ...merged.taken }, theirs)).toEqual({ taken: {}, base: theirs });
  });

  it('says nothing by a category that is unknown here', () => {
    const theirs: SharedFields = { ...base, category: 'their own' };
    expect(readable(theirs, base, () => false).category).toBe('water');
    expect(readable(theirs, base, () => true).category).toBe('their own');
    expect(readable({ ...base, category: null }, base, () => false).category).toBeNull();
  });
});

import { describe, expect, it } from '@jest/globals';
import { conflictsOf, withoutGivenUp, changedMeanwhile, changesOf, locationOf } from './draft.js';

describe('a draft', () => {
  const base = { category: 'water', place: null as string | null, location: { lat: 1, lon: 2 } };

  it('sends only what was changed', () => {
    expect(changesOf(base, { ...base, place: 'By the bridge', location: { lat: 1, lon: 2 } })).toEqual({
      place: 'By the bridge',
    });
  });

  it('sends null for what was cleared', () => {
    expect(changesOf<{ location: object | null }>({ location: { lat: 1, lon: 2 } }, { location: null })).toEqual({
      location: null,
    });
  });

  it('names what others changed meanwhile', () => {
    expect(changedMeanwhile(base, { ...base, category: 'fire' })).toEqual(['category']);
  });
});

describe('a typed location', () => {
  it.each([
    [{ lat: '', lon: '' }, null],
    [
      { lat: '18.5', lon: '-72.3' },
      { lat: 18.5, lon: -72.3 },
    ],
    [
      { lat: '18,5', lon: '−72,3' },
      { lat: 18.5, lon: -72.3 },
    ],
    [{ lat: '18.5', lon: '' }, 'bad'],
    [{ lat: '91', lon: '0' }, 'bad'],
    [{ lat: 'here', lon: '0' }, 'bad'],
  ])('%j is %j', (typed, location) => {
    expect(locationOf(typed)).toEqual(location);
  });
});

describe('what both changed', () => {
  const base = { title: 'Well', place: null as string | null, severity: 'normal' };

  it('is a conflict only where both changed it, to something else', () => {
    const fresh = { title: 'Deep well', place: 'At the mill', severity: 'high' };
    expect(conflictsOf(base, { title: 'Dry well', place: 'At the mill' }, fresh)).toEqual(['title']);
    expect(conflictsOf(base, { title: 'Dry well' }, base)).toEqual([]);
  });

  it('is sent as I typed it unless I take theirs', () => {
    const mine = { title: 'Dry well', place: 'At the mill' };
    expect(withoutGivenUp<typeof base>(mine, { title: 'theirs', place: 'mine' })).toEqual({ place: 'At the mill' });
  });
});

import { describe, expect, it } from '@jest/globals';
import { changedMeanwhile, changesOf, locationOf } from './draft.js';

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

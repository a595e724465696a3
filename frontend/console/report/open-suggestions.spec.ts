import { describe, expect, it } from '@jest/globals';
import type { Suggestion } from '@atesto/contract';
import { openSuggestions, patchOf } from './open-suggestions.js';
import { reportOf } from './report.fixture.js';

const fire: Suggestion = { kind: 'category', category: 'fire', said: ['smoke'] };
const road: Suggestion = { kind: 'category', category: 'road', said: ['bridge is down'] };
const high: Suggestion = { kind: 'priority', priority: 'high', said: ['urgent'] };
const mill: Suggestion = {
  kind: 'place',
  location: { lat: 41.2, lon: 11.5, accuracy: 2000 },
  name: 'Old Mill',
  confidence: 'doubtful',
  reason: 'spelling',
  said: ['old mil'],
};
const all = [fire, road, high, mill];
const nowhere = { location: null, place: null };

describe('suggestions that still say something', () => {
  it.each([
    ['all of them', nowhere, all],
    ['none of the categories once one of them is chosen', { ...nowhere, category: 'road' }, [high, mill]],
    ['the categories where another was chosen', { ...nowhere, category: 'water' }, all],
    ['no priority that is not higher', { ...nowhere, priority: 'high' as const }, [fire, road, mill]],
    ['no place where there is one', {}, [fire, road, high]],
    ['nothing of what is decided', { ...nowhere, status: 'verified' as const }, []],
    ['nothing of what waits in quarantine', { ...nowhere, quarantined: true }, []],
  ])('are %s', (_, part, left) => {
    expect(openSuggestions(reportOf(part), all)).toEqual(left);
  });
});

describe('taking one over', () => {
  it('changes that and nothing else', () => {
    expect(patchOf(reportOf(), fire)).toEqual({ category: 'fire' });
    expect(patchOf(reportOf(), high)).toEqual({ priority: 'high' });
  });

  it('names the place only where nobody named it', () => {
    const { location } = mill;
    expect(patchOf(reportOf(nowhere), mill)).toEqual({ location, place: 'Old Mill' });
    expect(patchOf(reportOf({ location: null }), mill)).toEqual({ location });
    expect(patchOf(reportOf(nowhere), { ...mill, reason: 'coordinates' })).toEqual({ location });
  });
});

import { describe, expect, it } from '@jest/globals';
import { readWatch } from './read-watch.js';

const base = { deployment: 'main', audience: 'public' };

describe('what a client asks to watch', () => {
  it('is a deployment and an audience, and perhaps a box and a cursor', () => {
    expect(readWatch(base)).toEqual({ slug: 'main', audience: 'public', box: null, cursor: null });
    expect(readWatch({ ...base, audience: 'responders', bbox: [170, -1, -170, 1], cursor: '12.34' })).toEqual({
      slug: 'main',
      audience: 'responders',
      box: { west: 170, south: -1, east: -170, north: 1 },
      cursor: '12.34',
    });
  });

  it.each([
    ['nothing', undefined],
    ['null', null],
    ['a text', 'main'],
    ['no deployment', { audience: 'public' }],
    ['a deployment without end', { ...base, deployment: 'x'.repeat(101) }],
    ['an audience nobody knows', { ...base, audience: 'everyone' }],
    ['an audience that is a list', { ...base, audience: ['public'] }],
    ['a box of three', { ...base, bbox: [1, 2, 3] }],
    ['a box of texts', { ...base, bbox: ['1', '2', '3', '4'] }],
    ['a box upside down', { ...base, bbox: [0, 1, 0, -1] }],
    ['a box off the Earth', { ...base, bbox: [-181, 0, 0, 0] }],
    ['a box without end', { ...base, bbox: [0, 0, Infinity, 0] }],
    ['a cursor that is none', { ...base, cursor: '1; drop' }],
    ['a cursor that is a number', { ...base, cursor: 12 }],
  ])('is refused as %s', (_, input) => {
    expect(readWatch(input)).toBeNull();
  });
});

import { describe, expect, it } from '@jest/globals';
import { crossesItself, formatArea, isInside, parseArea, readCorners, writeCorners, type Corner } from './area-ring.js';

const hollow: Corner[] = [
  [0, 0],
  [4, 0],
  [4, 4],
  [2, 2],
  [0, 4],
];

describe('an area', () => {
  it('is read back as it was written', () => {
    expect(parseArea(formatArea(hollow))).toEqual(hollow);
    expect(readCorners(writeCorners(hollow))).toEqual(hollow);
    for (const text of ['', '1,2;3,4', '1,2;3,4;5', '1,2;3,4;5,91']) expect(parseArea(text)).toEqual([]);
    expect(readCorners('1 2\nnorth')).toBeNull();
  });

  it('knows what lies inside, in hollows not, and beyond the antimeridian too', () => {
    expect([isInside(hollow, { lat: 1, lon: 1 }), isInside(hollow, { lat: 3, lon: 2 })]).toEqual([true, false]);
    const pacific = parseArea('179,0;181,0;181,1;179,1');
    expect([179.5, -179.5, 178].map((lon) => isInside(pacific, { lat: 0.5, lon }))).toEqual([true, true, false]);
  });

  it('tells edges that cross or touch', () => {
    expect(crossesItself(hollow)).toBe(false);
    expect(crossesItself(parseArea('0,0;1,1;1,0;0,1'))).toBe(true);
    expect(crossesItself(parseArea('0,0;4,0;4,4;2,0;0,4'))).toBe(true);
    expect(crossesItself(parseArea('0,0;4,0;2,0;0,4'))).toBe(true);
  });
});

import { describe, expect, it } from '@jest/globals';
import { madeUpCount, madeUpMoment, madeUpReport } from './made-up-reports.js';

const area = { west: 10, south: 47, east: 11, north: 48 };
const all = Array.from({ length: madeUpCount }, (_, index) => madeUpReport('a replay', index, area));

describe('a made-up storm', () => {
  it('is the same each time it is told, and another one in another replay', () => {
    expect(Array.from({ length: madeUpCount }, (_, index) => madeUpReport('a replay', index, area))).toEqual(all);
    expect(madeUpReport('another', 0, area)).not.toEqual(all[0]);
  });

  it('lies within the area, unless that is half the world', () => {
    for (const { location } of all) {
      if (location === undefined) continue;
      expect(location.lat > area.south && location.lat < area.north).toBe(true);
      expect(location.lon > area.west && location.lon < area.east).toBe(true);
    }
    const wide = madeUpReport('a replay', 1, { west: -180, south: -60, east: 180, north: 78 });
    expect(wide.location === undefined || Math.abs(wide.location.lat - 51.5) < 1).toBe(true);
  });

  it('says in every text that it is an exercise', () => {
    expect(all.every(({ text }) => text.startsWith('Exercise.'))).toBe(true);
  });

  it('begins with its first, goes on in order and is thickest in the middle', () => {
    const moments = all.map((_, index) => madeUpMoment(index));
    expect(moments[0]).toBeCloseTo(0);
    expect([...moments].sort((a, b) => a - b)).toEqual(moments);
    expect(moments.every((moment) => moment >= 0 && moment < 1)).toBe(true);
    expect(moments.filter((moment) => moment > 0.25 && moment < 0.75).length).toBeGreaterThan(madeUpCount / 2);
  });
});

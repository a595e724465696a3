import { describe, expect, it } from '@jest/globals';
import { coastsOf, type Line } from './coasts-of.js';

describe('the coast in a ring of land', () => {
  it('is all of it where nothing was cut', () => {
    const island: Line = [[10, 10], [90, 10], [50, 80], [10, 10]]; // prettier-ignore
    expect(coastsOf(island)).toEqual([island]);
  });

  it('leaves out what lies on the edge at which it was cut', () => {
    const cut: Line = [[-64, -64], [900, 300], [-64, 4160], [-64, -64]]; // prettier-ignore
    expect(coastsOf(cut)).toEqual([[[-64, -64], [900, 300], [-64, 4160]]]); // prettier-ignore
  });

  it('of a tile that is all land is none', () => {
    expect(coastsOf([[-64, -64], [4160, -64], [4160, 4160], [-64, 4160], [-64, -64]])).toEqual([]); // prettier-ignore
  });
});

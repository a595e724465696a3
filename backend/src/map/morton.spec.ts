import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { fromGrid, gridBits, mortonCode, tileRange, toGrid } from './morton.js';

const coordinate = fc.integer({ min: 0, max: 2 ** gridBits - 1 });

/** The definition, bit by bit. */
function interleave(x: number, y: number): bigint {
  let code = 0n;
  for (let bit = 0n; bit < BigInt(gridBits); bit++) {
    code |= ((BigInt(x) >> bit) & 1n) << (2n * bit);
    code |= ((BigInt(y) >> bit) & 1n) << (2n * bit + 1n);
  }
  return code;
}

describe('Morton codes', () => {
  it('interleave the bits of both axes without losing any', () => {
    fc.assert(
      fc.property(coordinate, coordinate, (x, y) => {
        expect(BigInt(mortonCode(x, y))).toBe(interleave(x, y));
      }),
      { seed: 20260203 },
    );
  });

  it('come from squares whose middle is found again', () => {
    fc.assert(
      fc.property(coordinate, coordinate, (x, y) => {
        const { lat, lon } = fromGrid({ x, y });
        expect(toGrid(lat, lon)).toEqual({ x, y });
      }),
      { seed: 20261129 },
    );
  });

  it('of a place lie in the range of the tile it is on, and in no other of that zoom', () => {
    fc.assert(
      fc.property(coordinate, coordinate, fc.integer({ min: 0, max: 22 }), (x, y, z) => {
        const scale = 2 ** (gridBits - z);
        const tile = { z, x: Math.floor(x / scale), y: Math.floor(y / scale) };
        const { start, end } = tileRange(tile);
        const code = mortonCode(x, y);
        expect(code >= start && code < end).toBe(true);
        const beside = tileRange({ z, x: tile.x ^ (z > 0 ? 1 : 0), y: tile.y });
        if (z > 0) expect(code >= beside.start && code < beside.end).toBe(false);
      }),
      { seed: 20260203 },
    );
  });
});

describe('the grid', () => {
  it('puts null island in the middle and keeps the poles inside', () => {
    expect(toGrid(0, 0)).toEqual({ x: 2 ** 25, y: 2 ** 25 });
    expect(toGrid(90, -180)).toEqual({ x: 0, y: 0 });
    expect(toGrid(-90, 180)).toEqual({ x: 2 ** 26 - 1, y: 2 ** 26 - 1 });
  });
});

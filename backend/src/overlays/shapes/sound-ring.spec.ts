import { describe, expect, it } from '@jest/globals';
import { ringFault as faultWithin, wholeBudget, type Position } from './sound-ring.js';

const ringFault = (ring: readonly Position[]): string | null => faultWithin(ring, wholeBudget());
const closed = (...corners: Position[]): Position[] => [...corners, corners[0]!];

describe('a ring', () => {
  it('that goes around once is sound, also one with a spike and with corners twice', () => {
    expect(ringFault(closed([0, 0], [2, 0], [2, 2], [0, 2]))).toBeNull();
    expect(ringFault(closed([0, 0], [2, 0], [2, 0], [2, 2], [0, 2]))).toBeNull();
    expect(ringFault(closed([0, 0], [4, 0], [4, 2], [2, 0], [0, 2]))).toBeNull();
  });

  it('that crosses itself is not', () => {
    expect(ringFault(closed([0, 0], [2, 2], [2, 0], [0, 2]))).toContain('crosses itself');
  });

  it.each([
    [
      'is open',
      [
        [0, 0],
        [2, 0],
        [2, 2],
        [0, 2],
      ],
      'not closed',
    ],
    [
      'has three corners',
      [
        [0, 0],
        [2, 0],
        [0, 0],
      ],
      'fewer than four',
    ],
    [
      'is a point',
      [
        [1, 1],
        [1, 1],
        [1, 1],
        [1, 1],
      ],
      'without any area',
    ],
  ] as [string, Position[], string][])('that %s is not', (_, ring, words) => {
    expect(ringFault(ring)).toContain(words);
  });

  it('of many corners is looked at quickly', () => {
    const circle = Array.from({ length: 20_000 }, (_, at): Position => {
      const angle = (at / 20_000) * 2 * Math.PI;
      return [Math.cos(angle), Math.sin(angle)];
    });
    const before = performance.now();
    expect(ringFault(closed(...circle))).toBeNull();
    expect(performance.now() - before).toBeLessThan(2_000);
  });

  it('is looked at as far as the others of its file have left something', () => {
    const square = closed([0, 0], [2, 0], [2, 2], [0, 2]);
    const budget = { pairs: 9 };
    expect(faultWithin(square, budget)).toBeNull();
    expect(faultWithin(square, budget)).toContain('too many corners');
  });
});

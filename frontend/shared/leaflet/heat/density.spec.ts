import { describe, expect, it } from '@jest/globals';
import { densityGrid, fullValue, weightOf } from './density.js';

const at = (values: Float32Array, x: number, y: number): number => values[y * 40 + x]!;

describe('the density of what is in view', () => {
  it('is highest where things are, and fades smoothly to nothing', () => {
    const { values, most } = densityGrid([{ x: 20, y: 10, count: 1, radius: 8 }], 40, 20);
    expect(at(values, 20, 10)).toBe(most);
    expect(most).toBe(1);
    const row = [0, 2, 4, 6, 8].map((away) => at(values, 20 + away, 10));
    expect(row).toEqual([...row].sort((a, b) => b - a));
    expect(row.at(-1)).toBe(0);
    expect(at(values, 20, 6)).toBeCloseTo(at(values, 24, 10), 6);
  });

  it('adds up neighbours, and weighs counts by their logarithm', () => {
    const { values } = densityGrid(
      [
        { x: 5, y: 10, count: 1_000, radius: 4 },
        { x: 30, y: 10, count: 10, radius: 4 },
        { x: 31, y: 10, count: 10, radius: 4 },
      ],
      40,
      20,
    );
    // A hundred times as many, and not even twice as hot.
    expect(at(values, 5, 10) / at(values, 30, 10)).toBeLessThan(2);
    expect(at(values, 30, 10)).toBeGreaterThan(weightOf(10));
  });

  it('lets a hill run over the edge, and one outside be', () => {
    const edge = densityGrid([{ x: -2, y: 10, count: 1, radius: 5 }], 40, 20);
    expect(at(edge.values, 0, 10)).toBeGreaterThan(0);
    expect(densityGrid([{ x: -20, y: 90, count: 1, radius: 5 }], 40, 20).most).toBe(0);
  });

  it('does not make a hot spot of a single incident', () => {
    expect(1 / fullValue(1)).toBeLessThan(0.5);
    expect(fullValue(9)).toBe(9);
  });
});

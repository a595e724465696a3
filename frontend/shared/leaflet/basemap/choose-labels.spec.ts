import { describe, expect, it } from '@jest/globals';
import { chooseLabels, leastArea, leastPopulation, type Label } from './choose-labels.js';

const label = (text: string, x: number, weight: number): Label => ({ text, x, y: 0, kind: 'town', weight });
const measure = ({ x, y }: Label) => ({ left: x - 10, right: x + 10, top: y - 5, bottom: y + 5 });

describe('names on the map', () => {
  it('never cover each other, and the more important one stays', () => {
    const chosen = chooseLabels([label('village', 5, 1), label('city', 0, 100), label('town', 30, 10)], 9, measure);
    expect(chosen.map(({ text }) => text)).toEqual(['city', 'town']);
  });

  it('are not too many', () => {
    const all = Array.from({ length: 20 }, (_, at) => label(String(at), at * 100, at));
    expect(chooseLabels(all, 3, measure).map(({ text }) => text)).toEqual(['19', '18', '17']);
  });

  it('are of ever smaller places the nearer one looks, and of countries only from afar', () => {
    const zooms = Array.from({ length: 19 }, (_, zoom) => zoom);
    const populations = zooms.map(leastPopulation);
    expect([...populations].sort((a, b) => b - a)).toEqual(populations);
    expect(leastPopulation(18)).toBe(0);
    expect(leastArea(3)).toBeGreaterThan(leastArea(5));
    expect(leastArea(12)).toBe(Infinity);
  });
});

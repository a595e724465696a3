import { describe, expect, it } from '@jest/globals';
import { idOf, moment } from '../../../../test/support/samples.js';
import { defaultStates } from './default-states.js';
import { presentArea } from './areas.presenter.js';

describe('an area', () => {
  it('shows these keys and no other', () => {
    const area = { id: idOf(1), area_key: 'n1', name: 'North', state: 'watch', note: null, source: 'Flood office' };
    const shown = presentArea({ ...area, since: moment, valid_until: null });
    expect(Object.keys(shown).sort()).toEqual(['id', 'name', 'note', 'since', 'source', 'state', 'validUntil']);
    expect(shown.id).toBe('n1');
  });
});

const channel = (hex: string, at: number): number => {
  const part = parseInt(hex.slice(at, at + 2), 16) / 255;
  return part <= 0.03928 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
};
const luminance = (hex: string): number =>
  0.2126 * channel(hex, 1) + 0.7152 * channel(hex, 3) + 0.0722 * channel(hex, 5);

describe('the states at first', () => {
  it('are told apart without colour: the worse, the darker, each with its own pattern, in five languages', () => {
    const [, ...warned] = defaultStates;
    const lights = warned.map(({ colour }) => luminance(colour) + 0.05);
    lights.slice(1).forEach((light, at) => expect((lights[at] ?? 0) / light).toBeGreaterThan(1.8));
    expect(new Set(defaultStates.map(({ pattern }) => pattern)).size).toBe(4);
    for (const { names } of defaultStates) expect(Object.keys(names)).toEqual(['en', 'de', 'fr', 'es', 'ar']);
  });
});

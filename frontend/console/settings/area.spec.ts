import { describe, expect, it } from '@jest/globals';
import { areaOf, parseLanguages, typedArea } from './area.js';

describe('a typed area', () => {
  const area = { west: -75, south: 17.5, east: -71.5, north: 20.2 };

  it('reads back what it wrote', () => {
    expect(areaOf(typedArea(area))).toEqual(area);
  });

  it('may cross the antimeridian', () => {
    expect(areaOf({ ...typedArea(area), west: '179', east: '-179' })).toMatchObject({ west: 179, east: -179 });
  });

  it.each([{ west: '' }, { west: '-181' }, { north: '91' }, { north: '17' }, { east: 'x' }])('refuses %j', (bad) => {
    expect(areaOf({ ...typedArea(area), ...bad })).toBeNull();
  });
});

describe('typed languages', () => {
  it('are tags with commas or spaces between, once each', () => {
    expect(parseLanguages('en, de pt-BR;EN')).toEqual(['en', 'de', 'pt-BR']);
  });

  it.each(['', 'english', 'e', 'en,,d3'])('refuses “%s”', (text) => {
    expect(parseLanguages(text)).toBeNull();
  });
});

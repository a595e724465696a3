import { describe, expect, it } from '@jest/globals';
import { addPlaces, regionNames } from './more-places.js';

const town = { name: 'Altona Vieja', country: 'XX', lat: 10, lon: 20, population: 900, regionCode: '01' };
const listed = (name: string, lat: number, lng: number, country = 'XX') => ({
  name,
  lat: String(lat),
  lng: String(lng),
  country,
  admin1: '02',
});
const added = (...more: ReturnType<typeof listed>[]) => addPlaces([town], more).slice(1);

describe('a second list of places', () => {
  it('adds what the first does not know, as not counted', () => {
    expect(added(listed('Smallham', 11, 21))).toEqual([
      { name: 'Smallham', country: 'XX', lat: 11, lon: 21, population: 0, regionCode: '02' },
    ]);
  });

  it('does not say again what the first knows, whatever the accents', () => {
    expect(added(listed('Áltona  vieja', 10.1, 20.1))).toEqual([]);
    expect(added(listed('Altona Vieja', 10.5, 20), listed('Altona Vieja', 10, 20, 'YY'))).toHaveLength(2);
  });

  it('takes another name at the same spot for another name of the same town', () => {
    expect(added(listed('Newname', 10.0001, 20), listed('Neighbour', 10.015, 20)).map((one) => one.population)).toEqual(
      [900, 0],
    );
  });

  it('names regions by country and code', () => {
    expect(regionNames([{ code: 'XX.02', name: 'Lowlands' }]).get('XX.02')).toBe('Lowlands');
  });
});

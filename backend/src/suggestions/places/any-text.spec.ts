/** Whatever people send is read, in time that grows with its length only. */
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { growthOf, linearGrowth } from '../../../../test/support/growth.js';
import { AreaNames } from './area-names.js';
import { placesInWords } from './places-in-words.js';

const area = { west: 10, south: 40, east: 13, north: 43 };
const names = ['Port-aux-Ormes', 'Valdorée', 'Saint-Ubald', 'Les Tilleuls', 'Montrivage'];
const gazetteer = new AreaNames(
  names.map((name, at) => ({
    name,
    lat: 41 + at / 5,
    lon: 11 + at / 5,
    population: 1000 * (9 - at),
    country: 'IT',
    region: null,
    namesake: 0,
  })),
);
const read = (text: string) => placesInWords(text, { gazetteer, area, languages: ['en'] }).places;

const scraps = fc.constantFrom(
  ...names,
  ...['3 km', 'north', 'of', 'between', 'and', 'near', 'in', ',', '.', '\n', '41.2345', '11.5432', '°', "'", 'N', 'W'],
  ...['8FHJ2F22+22', 'https://', 'geo:', 'lat', 'lon', '33T', 'TG', '-', '+', '٤١', 'ﷺ', '\ud800', '\u0301', '(', '🏚'],
);
const texts = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 400 }),
  fc.array(scraps, { maxLength: 60 }).map((parts) => parts.join(' ')),
  fc.array(scraps, { maxLength: 60 }).map((parts) => parts.join('')),
);

describe('any text', () => {
  it('is read without a fault, and what is found is on Earth and stands in it', () => {
    fc.assert(
      fc.property(texts, (text) => {
        const places = read(text);
        expect(places.length).toBeLessThanOrEqual(5);
        for (const { lat, lon, start, end, accuracyMetres } of places) {
          expect(Math.abs(lat) <= 90 && Math.abs(lon) <= 180).toBe(true);
          expect(start >= 0 && start < end && end <= text.length).toBe(true);
          expect(accuracyMetres).toBeGreaterThan(0);
        }
      }),
      { numRuns: 1000 },
    );
  });

  it.each([
    ['digits', '1', 20_000],
    ['numbers', '41.2345, ', 3_000],
    ['degrees', "41°30'", 3_000],
    ['letters of direction', 'N 1 E ', 3_000],
    ['labels', 'lat lon ', 3_000],
    ['links', 'https://maps.example/', 1_000],
    ['plus signs', '22222222+', 2_000],
    ['letters in one word', 'a', 50_000],
    ['names', 'Valdoree ', 3_000],
    ['nearly names', 'in Valdoreee ', 3_000],
    ['blanks', ' ', 50_000],
  ])('made of many %s takes no longer than its length asks for', (_, piece, times) => {
    expect(growthOf(read, piece, times)).toBeLessThan(linearGrowth);
  });
});

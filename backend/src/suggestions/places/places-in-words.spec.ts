import { describe, expect, it } from '@jest/globals';
import type { PlaceAround } from '../../map/index.js';
import { AreaNames } from './area-names.js';
import { metresBetween } from './distances.js';
import type { PlaceInWords } from './place-in-words.js';
import { placesInWords } from './places-in-words.js';

const area = { west: 10, south: 40, east: 13, north: 43 };
const place = (name: string, lat: number, lon: number, population = 5_000, namesake = 0): PlaceAround => ({
  name,
  lat,
  lon,
  population,
  namesake,
  country: 'IT',
  region: null,
});
const gazetteer = new AreaNames([
  place('Port-aux-Ormes', 41, 11, 900_000),
  place('Valdorée', 41.5, 11.5, 90_000),
  place('Carrefour', 41.02, 11.02, 80_000),
  place('Quartier Lunaire', 41.03, 11.01, 30_000),
  place('Saint-Ubald', 42.4, 12.4),
  place('Les Tilleuls', 42, 12),
  place('Doubleville', 40.5, 10.5, 3_000),
  place('Doubleville', 42.5, 12.5, 2_000),
  place('Fameux', 42.2, 10.4, 2_000, 3_000_000),
  place('Montrivage', 42.7, 10.9, 40_000),
]);
const read = (text: string, languages = ['en']): PlaceInWords[] =>
  placesInWords(text, { gazetteer, area, languages }).places;
const told = (text: string): string => {
  const [best] = read(text);
  return best === undefined ? 'nothing' : `${best.confidence} ${best.name}`;
};

describe('a name in a text', () => {
  it.each([
    ['Valdorée', 'certain Valdorée'],
    ['valdoree', 'certain Valdorée'],
    ['VAL DOREE', 'certain Valdorée'],
    ['Rue 4, Port aux Ormes', 'certain Port-aux-Ormes'],
    ['We are in Valdorée and need water', 'certain Valdorée'],
    ['we are in valdoree please help', 'certain Valdorée'],
    ['nous sommes à Valdorée, sans eau', 'certain Valdorée'],
    ['Wir sind in Valdorée eingeschlossen', 'certain Valdorée'],
    ['estamos en Valdorée sin agua', 'certain Valdorée'],
    ['nou nan Valdoree, pa gen dlo', 'certain Valdorée'],
    ['rumah kami di Valdoree kebanjiran', 'certain Valdorée'],
    ['نحن في Valdorée بلا ماء', 'certain Valdorée'],
    ['St. Ubald', 'certain Saint-Ubald'],
    ['Quartier Lunaire, Port-aux-Ormes', 'certain Quartier Lunaire'],
    ['near Montrivage', 'certain Montrivage'],
    ['Tilleuls', 'certain Les Tilleuls'],
    ['Valdorée, Italy', 'certain Valdorée'],
    ['camp 3, PAO', 'certain Port-aux-Ormes'],
  ])('is certain: %s', (text, expected) => {
    expect(told(text)).toBe(expected);
  });

  it.each([
    ['a slip of the pen in a sentence', 'many people Montrivaje are hurt', 'doubtful Montrivage'],
    ['an ordinary word', 'Meet at the carrefour behind it', 'doubtful Carrefour'],
    ['a part of another name', 'Carrefour Example', 'doubtful Carrefour'],
    ['a road', 'Route de Montrivage', 'doubtful Montrivage'],
    ['where somebody comes from', 'a doctor from Montrivage', 'doubtful Montrivage'],
    ['a person', 'Dr Montrivage', 'doubtful Montrivage'],
    ['one of two far apart', 'Doubleville', 'doubtful Doubleville'],
    ['a name the world knows for another town', 'Fameux', 'doubtful Fameux'],
    ['a way', 'trucks go to Montrivage', 'doubtful Montrivage'],
    ['two towns', 'Montrivage and Valdorée', 'doubtful Valdorée'],
  ])('is doubted as %s', (_, text, expected) => {
    expect(told(text)).toBe(expected);
  });

  it.each(['', 'help', 'no water', 'the river is high', 'Nowhere at all', '12', 'مساعدة'])('is none in %j', (text) => {
    expect(read(text)).toEqual([]);
  });

  it('says where it stands, and how far it may be off', () => {
    expect(read('We are in Valdorée now')[0]).toEqual({
      lat: 41.5,
      lon: 11.5,
      accuracyMetres: 3_000,
      name: 'Valdorée',
      confidence: 'certain',
      reason: 'name',
      start: 10,
      end: 18,
    });
  });

  it('means the namesake that is near to another place in the text, and still asks', () => {
    expect(read('Doubleville near Saint-Ubald').filter(({ name }) => name === 'Doubleville')[0]).toMatchObject({
      lat: 42.5,
      confidence: 'doubtful',
    });
  });
});

describe('a place told by others', () => {
  it.each([
    ['3 km north of Valdorée', 0, 3_000],
    ['2,5 km südlich von Valdorée', 180, 2_500],
    ['a 2 km al sur de Valdorée', 180, 2_000],
    ['à 3 km au nord de Valdorée', 0, 3_000],
  ])('%s', (text, bearing, metres) => {
    const [best] = read(text);
    expect(best).toMatchObject({ reason: 'direction', confidence: 'certain' });
    expect(Math.round(metresBetween({ lat: 41.5, lon: 11.5 }, best!) / 100)).toBe(metres / 100);
    expect((best?.lat ?? 0) > 41.5).toBe(bearing === 0);
  });

  it('lies between two', () => {
    for (const text of [
      'between Valdorée and Montrivage',
      'entre Valdorée et Montrivage',
      'antara Valdorée dan Montrivage',
    ])
      expect(read(text)[0]).toMatchObject({ reason: 'between', confidence: 'doubtful', lat: 42.1, lon: 11.2 });
    expect(read('between Carrefour and Port-aux-Ormes')[0]?.confidence).toBe('doubtful');
    expect(read('between Quartier Lunaire and Port-aux-Ormes')[0]?.confidence).toBe('certain');
  });

  it('is too far off to be certain', () => {
    expect(read('40 km east of Valdorée')[0]).toMatchObject({ reason: 'direction', confidence: 'doubtful' });
  });
});

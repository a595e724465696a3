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
  region: lat < 41.2 ? 'Lower Shire' : lat > 42.3 ? 'Upper Shire' : null,
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

describe('a region', () => {
  it('tells which of two namesakes is meant', () => {
    expect(read('Doubleville, Upper Shire')[0]).toMatchObject({ confidence: 'certain', lat: 42.5 });
    expect(read('Doubleville, Lower Shire')[0]).toMatchObject({ confidence: 'certain', lat: 40.5 });
  });

  it('is a doubtful place itself, as large as it is', () => {
    const [best] = read('somewhere in Upper Shire');
    expect(best).toMatchObject({ reason: 'region', confidence: 'doubtful', name: 'Upper Shire' });
    expect(best?.accuracyMetres).toBeGreaterThan(10_000);
  });
});

describe('a point inside a text', () => {
  it.each([
    ['We are at 41.2345, 11.5432 please come', 41.2345, 11.5432, '41.2345, 11.5432'],
    ['water needed. lat 41.2345 lon 11.5432, many children', 41.2345, 11.5432, 'lat 41.2345 lon 11.5432'],
    ["Help!! 41°30'N 11°45'E two floors", 41.5, 11.75, "41°30'N 11°45'E"],
    ['see https://maps.google.com/?q=41.25,11.75 thanks', 41.25, 11.75, 'https://maps.google.com/?q=41.25,11.75'],
    ['house at 8FHJ2F22+22, come', 41.000063, 12.450063, '8FHJ2F22+22'],
    ['٤١٫٢٣٤٥، ١١٫٥٤٣٢', 41.2345, 11.5432, '٤١٫٢٣٤٥، ١١٫٥٤٣٢'],
  ])('is certain: %s', (text, lat, lon, name) => {
    const [best] = read(text);
    expect(best).toMatchObject({ reason: 'coordinates', confidence: 'certain', name });
    expect([best?.lat.toFixed(3), best?.lon.toFixed(3)]).toEqual([lat.toFixed(3), lon.toFixed(3)]);
    expect(text.slice(best?.start, best?.end)).toBe(name);
  });

  it('comes before any name', () => {
    expect(read('Valdorée, 41.2345, 11.5432').map(({ confidence, reason }) => `${confidence} ${reason}`)).toEqual([
      'certain coordinates',
      'doubtful name',
    ]);
  });

  it('far outside of the area is doubted, and so is one that fits only turned around', () => {
    expect(read('51.2345, -1.5432')[0]).toMatchObject({ confidence: 'doubtful', lat: 51.2345 });
    expect(read('11.5432, 41.2345')[0]).toMatchObject({ confidence: 'doubtful', lat: 41.2345, lon: 11.5432 });
  });

  it.each(['call 0555 0100 0101', '12.11.2026 13:45', '3 floors, 12 people', 'costs 41,50 or 11,75', '#41 rue 11'])(
    'is none in %j',
    (text) => {
      expect(read(text)).toEqual([]);
    },
  );
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

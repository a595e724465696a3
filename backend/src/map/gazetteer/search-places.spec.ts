import { describe, expect, it } from '@jest/globals';
import { readGazetteer, writeGazetteer } from './gazetteer-file.js';
import { makeGazetteer, type NamedPlace } from './make-gazetteer.js';
import { searchPlaces } from './search-places.js';

const world = { west: -180, south: -90, east: 180, north: 90 };
const place = (name: string, population: number, parts: Partial<NamedPlace> = {}): NamedPlace => ({
  name,
  population,
  lat: 1,
  lon: 1,
  country: 'XX',
  regionCode: '',
  ...parts,
});

const places = [
  place('Élévation', 5_000),
  place('Elevatown', 90_000, { lat: 50, lon: 50 }),
  place('Port-au-Fleuve', 700_000, { country: 'XY', regionCode: '01' }),
  place('Fleuve', 2_000, { country: 'XY', regionCode: '01' }),
  place('Fleuville', 3_000, { lat: -17, lon: 179.5 }),
  place('Fleuve-Fleuve', 100),
  place('مدينة', 10_000),
  place('Zweitort', 10),
  place('---', 1_000_000),
];
const data = readGazetteer(writeGazetteer(makeGazetteer(places)));
const names = (text: string, area = world, limit = 10): string[] =>
  searchPlaces(data, text, area, limit).map(({ name }) => name);

describe('a search for a place', () => {
  it('names the region, unless it is the city itself', () => {
    const inRegion = (name: string): NamedPlace => place(name, 1, { country: 'XZ', regionCode: '01' });
    const made = makeGazetteer([inRegion('Stadtland'), inRegion('Stadtdorf')], new Map([['XZ.01', 'Stadtland']]));
    const found = searchPlaces(readGazetteer(writeGazetteer(made)), 'stadt', world, 10);
    expect(Object.fromEntries(found.map(({ name, region }) => [name, region]))).toEqual({
      Stadtland: null,
      Stadtdorf: 'Stadtland',
    });
  });

  it('finds by the beginning, whatever the accents and the case', () => {
    expect(names('elev')).toEqual(['Elevatown', 'Élévation']);
    expect(names('ÉLÉVATI')).toEqual(['Élévation']);
    expect(names('مدي')).toEqual(['مدينة']);
    expect(names('zweitort')).toEqual(['Zweitort']);
    expect(names('zweitorten')).toEqual([]);
  });

  it('puts whole names before words in them, and the larger before the smaller', () => {
    expect(names('fleu')).toEqual(['Fleuville', 'Fleuve', 'Fleuve-Fleuve', 'Port-au-Fleuve']);
    expect(names('au fleuve')).toEqual(['Port-au-Fleuve']);
    expect(names('fleu', world, 2)).toEqual(['Fleuville', 'Fleuve']);
  });

  it('puts those in the area first, across the date line too', () => {
    expect(names('elev', { west: 0, south: 0, east: 10, north: 10 })).toEqual(['Élévation', 'Elevatown']);
    const across = { west: 179, south: -20, east: -179, north: -10 };
    expect(names('fleuv', across)[0]).toBe('Fleuville');
    expect(names('fleuve', across)[0]).toBe('Fleuve');
  });

  it('does not look for what stands behind a comma', () => {
    expect(names('Zweitort, Somewhere')).toEqual(['Zweitort']);
  });

  it.each(['', ' ', '-', ',', '\u0301', '\ud800'])('finds nothing for %j', (text) => {
    expect(names(text)).toEqual([]);
  });

  it('tells the whole of a place, and its region by the largest town there', () => {
    expect(searchPlaces(data, 'fleuve', world, 1)).toEqual([
      { name: 'Fleuve', region: 'Port-au-Fleuve', country: 'XY', lat: 1, lon: 1, population: 2000 },
    ]);
    expect(searchPlaces(data, 'port', world, 1)[0]?.region).toBeNull();
  });

  it('names a region by its own name where that is known', () => {
    const named = makeGazetteer(
      [place('Townley', 9, { country: 'XY', regionCode: '01' })],
      new Map([['XY.01', 'North Shire']]),
    );
    expect(searchPlaces(named, 'townley', world, 1)[0]?.region).toBe('North Shire');
  });

  it('names a region by its code where people do', () => {
    const states = makeGazetteer([
      place('Springtown', 900, { country: 'US', regionCode: 'TX' }),
      place('Springtown', 800, { country: 'US', regionCode: 'AR' }),
    ]);
    expect(searchPlaces(states, 'spring', world, 5).map(({ region }) => region)).toEqual(['TX', 'AR']);
  });
});

describe('the file', () => {
  it('is refused when it is cut off or something else', () => {
    const file = writeGazetteer(makeGazetteer(places));
    expect(() => readGazetteer(file.subarray(0, file.length - 100))).toThrow();
    expect(() => readGazetteer(Buffer.from('something else'))).toThrow('This is no gazetteer.');
  });

  it('is read from any place in memory', () => {
    const file = writeGazetteer(makeGazetteer(places));
    const shifted = Buffer.concat([Buffer.alloc(3), file]).subarray(3);
    expect(readGazetteer(shifted).lat).toEqual(data.lat);
  });
});

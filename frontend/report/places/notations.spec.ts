/** What is written in a notation reads back within its precision. The writers here are made after the definitions. */
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { lonDistance } from './place-reading.js';
import { readPlace } from './read-place.js';

interface At {
  lat: number;
  lon: number;
}

const anywhere = fc.record({
  lat: fc.double({ min: -89.9, max: 89.9, noNaN: true }),
  lon: fc.double({ min: -179.9, max: 179.9, noNaN: true }),
});
/** Where the grids of soldiers are defined; on the equator itself rounding decides on which side one is. */
const inZones = fc
  .record({
    lat: fc.double({ min: -79.9, max: 83.9, noNaN: true }),
    lon: fc.double({ min: -179.9, max: 179.9, noNaN: true }),
  })
  .filter(({ lat }) => Math.abs(lat) > 0.001);

function readsBack(places: fc.Arbitrary<At>, write: (at: At) => string, degreesOff: number): void {
  fc.assert(
    fc.property(places, (at) => {
      const text = write(at);
      const found = readPlace(text, null);
      if (found === null) throw new Error(`${text} was not read`);
      const stretch = Math.cos((at.lat * Math.PI) / 180);
      expect(Math.abs(found.lat - at.lat)).toBeLessThanOrEqual(degreesOff);
      expect(lonDistance(found.lon, at.lon) * stretch).toBeLessThanOrEqual(degreesOff);
      return true;
    }),
    { numRuns: 300 },
  );
}

const sides = ({ lat, lon }: At): [string, string] => [lat < 0 ? 'S' : 'N', lon < 0 ? 'W' : 'E'];

/** Whole parts with carries, so that no 60 is written. */
function sexagesimal(value: number, parts: 2 | 3, digits: number): string[] {
  const units = Math.round(Math.abs(value) * 60 ** (parts - 1) * 10 ** digits);
  const last = units % (60 * 10 ** digits);
  const rest = Math.floor(units / (60 * 10 ** digits));
  const end = (last / 10 ** digits).toFixed(digits);
  return parts === 2 ? [String(rest), end] : [String(Math.floor(rest / 60)), String(rest % 60), end];
}

describe('degrees', () => {
  it('with a point', () => {
    readsBack(anywhere, ({ lat, lon }) => `${lat.toFixed(5)}, ${lon.toFixed(5)}`, 0.000_006);
  });

  it('with a comma and letters', () => {
    const write = (at: At): string => {
      const [ns, ew] = sides(at);
      const part = (value: number): string => Math.abs(value).toFixed(4).replace('.', ',');
      return `${part(at.lat)}° ${ns}, ${part(at.lon)}° ${ew}`;
    };
    readsBack(anywhere, write, 0.000_06);
  });

  it('with minutes', () => {
    const write = (at: At): string => {
      const [ns, ew] = sides(at);
      const part = (value: number): string => sexagesimal(value, 2, 3).join('° ');
      return `${ns} ${part(at.lat)}' ${ew} ${part(at.lon)}'`;
    };
    readsBack(anywhere, write, 0.000_01);
  });

  it('with seconds', () => {
    const write = (at: At): string => {
      const [ns, ew] = sides(at);
      const part = (value: number): string => {
        const [degrees, minutes, seconds] = sexagesimal(value, 3, 1);
        return `${degrees}°${minutes}′${seconds}″`;
      };
      return `${part(at.lat)}${ns} ${part(at.lon)}${ew}`;
    };
    readsBack(anywhere, write, 0.000_015);
  });
});

/** Digits of both axes by turns, the larger part first. */
function gridDigits(at: At): string {
  const alphabet = '23456789CFGHJMPQRVWX';
  let [lat, lon, size, code] = [at.lat + 90, at.lon + 180, 400, ''];
  for (let pair = 0; pair < 5; pair++) {
    size /= 20;
    code += `${alphabet[Math.floor(lat / size)]}${alphabet[Math.floor(lon / size)]}${pair === 3 ? '+' : ''}`;
    [lat, lon] = [lat % size, lon % size];
  }
  return code;
}

/** Bits by turns, `bits` to a letter. */
function woven(first: number, second: number, letters: number, bits: number, alphabet: string): string {
  let [a, b, text, isFirst] = [first, second, '', true];
  for (let at = 0; at < letters; at++) {
    let digit = 0;
    for (let bit = 0; bit < bits; bit++, isFirst = !isFirst) {
      const value = isFirst ? (a *= 2) : (b *= 2);
      digit = digit * 2 + (value >= 1 ? 1 : 0);
      if (isFirst) a %= 1;
      else b %= 1;
    }
    text += alphabet[digit];
  }
  return text;
}

const base64 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789';
const [x, y] = [({ lon }: At) => (lon + 180) / 360, ({ lat }: At) => (lat + 90) / 180];

describe('codes', () => {
  it('of open locations', () => readsBack(anywhere, gridDigits, 0.000_07));

  it('of OpenStreetMap', () => {
    readsBack(anywhere, (at) => `https://osm.org/go/${woven(x(at), y(at), 8, 6, `${base64}_~`)}?m`, 0.000_03);
  });

  it('of Organic Maps', () => {
    readsBack(anywhere, (at) => `om://o${woven(y(at), x(at), 9, 6, `${base64}-_`)}/Name`, 0.000_003);
  });

  it('of geohash', () => {
    const alphabet = '0123456789bcdefghjkmnpqrstuvwxyz';
    readsBack(anywhere, (at) => `geohash:${woven(x(at), y(at), 9, 5, alphabet)}`, 0.000_03);
  });
});

/** Snyder's series for the transverse Mercator projection, another way than the reader's. */
function project({ lat, lon }: At): { zone: number; east: number; north: number } {
  const zone = Math.floor((lon + 180) / 6) + 1;
  const [a, f, k0, rad] = [6_378_137, 1 / 298.257_223_563, 0.9996, Math.PI / 180];
  const e2 = f * (2 - f);
  const second = e2 / (1 - e2);
  const phi = lat * rad;
  const nu = a / Math.sqrt(1 - e2 * Math.sin(phi) ** 2);
  const t = Math.tan(phi) ** 2;
  const c = second * Math.cos(phi) ** 2;
  const A = (lon - (zone * 6 - 183)) * rad * Math.cos(phi);
  const m =
    a *
    ((1 - e2 / 4 - (3 * e2 ** 2) / 64 - (5 * e2 ** 3) / 256) * phi -
      ((3 * e2) / 8 + (3 * e2 ** 2) / 32 + (45 * e2 ** 3) / 1024) * Math.sin(2 * phi) +
      ((15 * e2 ** 2) / 256 + (45 * e2 ** 3) / 1024) * Math.sin(4 * phi) -
      ((35 * e2 ** 3) / 3072) * Math.sin(6 * phi));
  const east =
    k0 * nu * (A + ((1 - t + c) * A ** 3) / 6 + ((5 - 18 * t + t ** 2 + 72 * c - 58 * second) * A ** 5) / 120) +
    500_000;
  const north =
    k0 *
      (m +
        nu *
          Math.tan(phi) *
          (A ** 2 / 2 +
            ((5 - t + 9 * c + 4 * c ** 2) * A ** 4) / 24 +
            ((61 - 58 * t + t ** 2 + 600 * c - 330 * second) * A ** 6) / 720)) +
    (lat < 0 ? 1e7 : 0);
  return { zone, east, north };
}

const bandOf = ({ lat }: At): string => 'CDEFGHJKLMNPQRSTUVWX'[Math.min(19, Math.floor((lat + 80) / 8))] ?? '';

describe('grids', () => {
  it('of UTM', () => {
    const write = (at: At): string => {
      const { zone, east, north } = project(at);
      return `${zone}${bandOf(at)} ${Math.round(east)} ${Math.round(north)}`;
    };
    readsBack(inZones, write, 0.000_02);
  });

  it('of MGRS', () => {
    const write = (at: At): string => {
      const { zone, east, north } = project(at);
      const column = 'ABCDEFGHJKLMNPQRSTUVWXYZ'[((zone - 1) % 3) * 8 + Math.floor(east / 100_000) - 1];
      const row = 'ABCDEFGHJKLMNPQRSTUV'[(Math.floor(north / 100_000) + (zone % 2 === 0 ? 5 : 0)) % 20];
      const part = (value: number): string => String(Math.floor(value % 100_000)).padStart(5, '0');
      return `${zone}${bandOf(at)} ${column}${row} ${part(east)} ${part(north)}`;
    };
    readsBack(inZones, write, 0.000_02);
  });
});

describe('out of range', () => {
  it('is nothing', () => {
    const beyond = fc.record({
      lat: fc.double({ min: 90.001, max: 400, noNaN: true }),
      lon: fc.double({ min: 0, max: 400, noNaN: true }),
    });
    fc.assert(
      fc.property(beyond, ({ lat, lon }) => {
        for (const text of [
          `${lat.toFixed(5)}, ${lon.toFixed(5)}`,
          `${lat.toFixed(5)}° N, ${lon.toFixed(5)}° E`,
          `geo:${lat.toFixed(5)},${lon.toFixed(5)}`,
          `https://maps.google.com/?q=${lat.toFixed(5)},${lon.toFixed(5)}`,
        ]) {
          expect([text, readPlace(text, null)]).toEqual([text, null]);
        }
      }),
    );
  });

  it('nor is what people write by chance', () => {
    const word = fc.constantFrom(
      'water',
      'house',
      '3',
      '12',
      '2.50',
      'N',
      'km',
      ',',
      '+49',
      '(5)',
      '12:30',
      '#7',
      'o',
      "5'",
    );
    fc.assert(
      fc.property(fc.array(word, { maxLength: 8 }), (words) => {
        expect(readPlace(words.join(' '), null)).toBeNull();
      }),
      { numRuns: 2000 },
    );
  });
});

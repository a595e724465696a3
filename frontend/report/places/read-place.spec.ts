/** Every notation that is read, and texts that must be left alone. The place is a made-up corner of Port-au-Prince. */
import { describe, expect, it } from '@jest/globals';
import { growthOf, linearGrowth } from '../../../test/support/growth.js';
import type { Notation, Near } from './place-reading.js';
import { needsNetwork, nearOf, readPlace } from './read-place.js';

const place = { lat: 18.5392, lon: -72.3364 };
const inTown: Near = { lat: 18.54, lon: -72.34, reach: 0.2 };

/** Reads it and tells how far off it is, in degrees. */
function offset(text: string, near: Near | null = null, language = ''): number | null {
  const found = readPlace(text, near, language);
  return found && Math.max(Math.abs(found.lat - place.lat), Math.abs(found.lon - place.lon));
}

const table: [Notation, string[]][] = [
  [
    'degrees',
    [
      '18.5392, -72.3364',
      '18.5392,-72.3364',
      '18.5392 -72.3364',
      '18.5392; -72.3364',
      '18.5392 / -72.3364',
      '18.5392\n-72.3364',
      '18.5392\t-72.3364',
      '+18.53920, -072.33640',
      '18.539200, −72.336400',
      '(18.5392, -72.3364)',
      '[18.5392, -72.3364]',
      '18.5392°, -72.3364°',
      '18.539, -72.336',
      '18,5392 -72,3364',
      '18,5392, -72,3364',
      '18,5392; -72,3364',
      '18.5392 N, 72.3364 W',
      '18.5392N 72.3364W',
      '18.5392° N 72.3364° W',
      '18.5392n, 72.3364w',
      'N 18.5392 W 72.3364',
      'N18.5392, W72.3364',
      'N: 18.5392° W: 72.3364°',
      '72.3364° W, 18.5392° N',
      '18,5392° N, 72,3364° W',
      '18,5392° Nord, 72,3364° West',
      '18.5392° nord, 72.3364° ouest',
      '18.5392° norte, 72.3364° oeste',
      '18.5392 degrees north, 72.3364 degrees west',
      '18.5392 Grad Nord 72.3364 Grad West',
      '18.5392 grados norte, 72.3364 grados oeste',
      '١٨٫٥٣٩٢، -٧٢٫٣٣٦٤',
      '١٨٫٥٣٩٢° شمالاً، ٧٢٫٣٣٦٤° غرباً',
      '۱۸٫۵۳۹۲, -۷۲٫۳۳۶۴',
      '\u200e18.5392, -72.3364\u200e',
      'lat: 18.5392 lon: -72.3364',
      'Lat 18.5392, Long -72.3364',
      'latitude=18.5392&longitude=-72.3364',
      'Longitude: -72.3364 Latitude: 18.5392',
      '{"lat":18.5392,"lng":-72.3364}',
      '<wpt lat="18.5392" lon="-72.3364">',
      'Breite: 18,5392 Länge: -72,3364',
      'The bridge, 18.53920, -72.33640, is gone',
      'GPS: 18.5392, -72.3364',
      "18°32.352'N 72°20.184'W",
      "N 18° 32.352' W 072° 20.184'",
      'N18°32.352 W072°20.184',
      '18 32.352 N, 72 20.184 W',
      '18° 32,352′ N, 72° 20,184′ W',
      `18°32'21.1"N 72°20'11.0"W`,
      '18°32′21.1″N 72°20′11.0″W',
      '18º32’21.1”N 72º20’11.0”W',
      "18° 32' 21.1'' N, 72° 20' 11'' W",
      '18°32´21.1´´N, 72°20´11´´W',
      `N 18°32'21.1" W 72°20'11.0"`,
      `18°32'21.1", -72°20'11.0"`,
      '18° 32′ 21,1″ Nord, 72° 20′ 11″ West',
      '18° 32′ 21″ nord, 72° 20′ 11″ ouest',
      '18° 32′ 21″ norte, 72° 20′ 11″ oeste',
      '18 32 21.1 N 72 20 11.0 W',
      '18:32:21.1N 72:20:11.0W',
      '18 deg 32 min 21.1 sec N, 72 deg 20 min 11 sec W',
      '18 Grad 32 Minuten 21 Sekunden Nord, 72 Grad 20 Minuten 11 Sekunden West',
      `School at 18°32'21.1"N 72°20'11.0"W behind the church`,
      '183221N 0722011W',
      '183221.1N0722011.0W',
    ],
  ],
  ['iso-6709', ['+18.5392-072.3364/', '+18.5392-072.3364+005/']],
  ['geometry', ['POINT(-72.3364 18.5392)', '{"type":"Point","coordinates":[-72.3364,18.5392]}']],
  [
    'plus-code',
    ['77C9GMQ7+MC', '77c9gmq7+mc', '77C9GMQ7+MCH', 'Port-au-Prince 77C9GMQ7+MC', 'https://plus.codes/77C9GMQ7+MC'],
  ],
  ['mgrs', ['18QYF8118751921', '18Q YF 81187 51921', '18q yf 8118 5192', 'MGRS: 18QYF811519']],
  [
    'utm',
    [
      '18Q 781188 2051921',
      '18 Q 781187.6 2051921.4',
      '18N 781188 2051921',
      'UTM 18Q 781188E 2051921N',
      'Zone 18Q, E: 781188, N: 2051921',
      '18Q 781188mE 2051921mN',
      '18 N E 781188 N 2051921',
    ],
  ],
  [
    'geo-uri',
    [
      'geo:18.5392,-72.3364',
      'geo:18.5392,-72.3364?z=17',
      'geo:18.5392,-72.3364;u=35',
      'geo:18.5392,-72.3364,12;crs=wgs84',
      'geo:0,0?q=18.5392,-72.3364(School)',
      'geo:1.5,2.5?z=9&q=18.5392,-72.3364',
    ],
  ],
  ['geohash', ['geohash:d7k93yynx', 'https://geohash.org/d7k93yynx', 'https://waze.com/ul/hd7k93yynx']],
  [
    'link',
    [
      'https://www.google.com/maps/@18.5392,-72.3364,17z',
      'https://www.google.com/maps/place/School/@18.5,-72.3,15z/data=!3m1!4b1!4m6!3m5!1s0x0:0x1!8m2!3d18.5392!4d-72.3364!16s',
      'https://www.google.com/maps/place/18.5392,-72.3364',
      'https://www.google.com/maps/place/18%C2%B032%2721.1%22N+72%C2%B020%2711.0%22W/',
      'https://maps.google.com/?q=18.5392,-72.3364',
      'https://maps.google.com/maps?q=18.5392%2C-72.3364&z=17&hl=en',
      'http://maps.google.com/maps?q=loc:18.5392,-72.3364',
      'https://maps.google.com/?ll=18.5392,-72.3364&z=16',
      'https://www.google.com/maps/search/?api=1&query=18.5392,-72.3364',
      'https://www.google.com/maps/search/18.5392,+-72.3364?entry=tts',
      'https://www.google.com/maps/dir/?api=1&origin=18.6,-72.4&destination=18.5392,-72.3364',
      'https://www.google.com/maps/dir/18.6,-72.4/18.5392,-72.3364/@18.55,-72.35,13z',
      'https://www.google.com/maps/dir/A/B/@18.5,-72.3,13z/data=!4m9!4m8!1m3!2m2!1d-72.4!2d18.6!1m3!2m2!1d-72.3364!2d18.5392',
      'google.com/maps?q=18.5392,-72.3364',
      'https://www.google.co.uk/maps/@18.5392,-72.3364,500m/data=!3m1!1e3',
      'https://maps.apple.com/?ll=18.5392,-72.3364&q=Dropped%20Pin',
      'https://maps.apple.com/?q=18.5392,-72.3364',
      'https://maps.apple.com/place?coordinate=18.5392,-72.3364&name=School',
      'https://www.openstreetmap.org/?mlat=18.5392&mlon=-72.3364#map=15/18.5/-72.3',
      'https://www.openstreetmap.org/#map=17/18.5392/-72.3364',
      'https://www.openstreetmap.org/?lat=18.5392&lon=-72.3364&zoom=16',
      'https://www.openstreetmap.org/directions?route=18.6,-72.4;18.5392,-72.3364',
      'https://waze.com/ul?ll=18.5392,-72.3364&navigate=yes',
      'https://www.waze.com/live-map/directions?to=ll.18.5392%2C-72.3364',
      'https://www.bing.com/maps?cp=18.5392~-72.3364&lvl=16',
      'https://bing.com/maps/default.aspx?cp=1~2&sp=point.18.5392_-72.3364_School',
      'https://share.here.com/l/18.5392,-72.3364,School',
      'https://share.here.com/r/mylocation/18.5392,-72.3364?m=d',
      'https://wego.here.com/?map=18.5392,-72.3364,15,normal',
      'https://yandex.com/maps/?ll=-72.3364%2C18.5392&z=16',
      'https://yandex.ru/maps/?pt=-72.3364,18.5392&z=12',
      'https://yandex.com/maps/?whatshere%5Bpoint%5D=-72.3364%2C18.5392&whatshere%5Bzoom%5D=16',
      'https://yandex.com/maps/?rtext=18.6,-72.4~18.5392,-72.3364',
      'https://osmand.net/map?pin=18.5392,-72.3364#15/18.5/-72.3',
      'https://osmand.net/go?lat=18.5392&lon=-72.3364&z=16',
      'https://omaps.app/map?ll=18.5392,-72.3364&n=School',
      'om://map?v=1&ll=18.5392,-72.3364',
      'https://mapy.com/en/zakladni?x=-72.3364&y=18.5392&z=15',
      'https://example.org/map?lat=18.5392&lng=-72.3364',
      // As WhatsApp, Signal and others hand a position on.
      'Location: https://maps.google.com/?q=18.5392,-72.3364',
      'School\nRue du Port 5\nhttps://maps.google.com/maps?q=18.5392%2C-72.3364',
      'I am here (https://maps.google.com/?q=18.5392,-72.3364).',
    ],
  ],
];

describe('a pasted place', () => {
  it.each(table.flatMap(([notation, texts]) => texts.map((text) => [text, notation] as const)))(
    '%j is read',
    (text, notation) => {
      expect(readPlace(text, null)?.notation).toBe(notation);
      const { accuracy = 0 } = readPlace(text, null) ?? {};
      // What it says about its own coarseness is true, but for the middle of a view.
      expect(offset(text)).toBeLessThan(Math.max(0.0003, accuracy / 100_000));
    },
  );

  it.each([
    ['https://osm.org/go/0EEQjE--', 51.511, 0.055, 0.02],
    ['https://osm.org/go/0EEQjEEb?m=', 51.511, 0.055, 0.001],
    ['https://www.openstreetmap.org/go/0GAjIv8h', 50.67153, 6.09715, 0.001],
    ['https://omaps.app/o4B4pYZsRs/Zoo_Zürich', 47.3857, 8.5739, 0.01],
    ['ge0://o4B4pYZsRs/Zoo', 47.3857, 8.5739, 0.01],
    ['om://o4B4pYZsRs', 47.3857, 8.5739, 0.01],
    ['http://ge0.me/o4B4pYZsRs/Zoo', 47.3857, 8.5739, 0.01],
    ['56HLH3490052288', -33.8568, 151.2153, 0.0001],
    ['56H 334901 6252289', -33.8568, 151.2153, 0.0001],
    ['56 S 334901 6252289', -33.8568, 151.2153, 0.0001],
    ['4RRH46V8+74', -33.8568, 151.2153, 0.0001],
    ['33.8568° S, 151.2153° E', -33.8568, 151.2153, 0.0001],
    ['33°51′24″ جنوبا 151°12′55″ شرقا', -33.8568, 151.2153, 0.001],
    ['0.0000, 0.0001', 0, 0.0001, 0],
    ['90.0000, 180.0000', 90, 180, 0],
  ])('%s is where it says', (text, lat, lon, off) => {
    const found = readPlace(text, null);
    expect(Math.abs((found?.lat ?? NaN) - lat)).toBeLessThanOrEqual(off);
    expect(Math.abs((found?.lon ?? NaN) - lon)).toBeLessThanOrEqual(off);
  });

  it('says how coarsely it was written', () => {
    const accuracy = (text: string) => readPlace(text, null)?.accuracy;
    expect(accuracy('18.5392, -72.3364')).toBe(8);
    expect(accuracy('18.54° N, 72.34° W')).toBe(791);
    expect(accuracy('18.539200, -72.336400')).toBe(5);
    expect(accuracy(`18°32'21"N 72°20'11"W`)).toBe(22);
    expect(accuracy('18QYF811519')).toBe(71);
    expect(accuracy('geo:18.5392,-72.3364;u=35')).toBe(35);
    expect(accuracy('https://maps.google.com/?q=18.5392,-72.3364')).toBe(8);
    expect(accuracy('https://www.openstreetmap.org/#map=10/18.5392/-72.3364')).toBeGreaterThan(10_000);
  });

  it.each(['GMQ7+MC', 'GMQ7+MC Port-au-Prince, Haiti', 'gmq7+mc', 'C9GMQ7+MC', 'https://plus.codes/GMQ7+MC'])(
    '%s is read beside a place that is near enough only',
    (text) => {
      expect(offset(text, inTown)).toBeLessThan(0.0001);
      expect(offset(text, { lat: 18.54, lon: -72.34 })).toBeLessThan(0.0001);
      expect(readPlace(text, null)).toBeNull();
      expect(readPlace(text, { lat: 18.54, lon: -72.34, reach: 30 })).toBeNull();
    },
  );

  it('is found across the edges of cells, and of the world', () => {
    const across = readPlace('X2X2+22', { lat: -17.01, lon: 179.99 });
    expect(Math.abs(across?.lat ?? 0)).toBeLessThan(18);
    expect(offset('GMQ7+MC', { lat: 19.01, lon: -71.99 })).toBeLessThan(0.0001);
    expect(offset('GMQ7+MC', { lat: 18.1, lon: -72.8 })).toBeLessThan(0.0001);
  });

  it('with an O is east or west by what is near, else by the language, else not read', () => {
    const text = '48° 8′ 14″ N, 11° 34′ 32″ O';
    const lon = (near: Near | null, language = '') => readPlace(text, near, language)?.lon;
    expect(lon({ lat: 48, lon: 11 })).toBeCloseTo(11.5756, 3);
    expect(lon({ lat: 40, lon: -8 }, 'de')).toBeCloseTo(-11.5756, 3);
    expect(lon(null, 'de-AT')).toBeCloseTo(11.5756, 3);
    expect(lon(null, 'fr')).toBeCloseTo(-11.5756, 3);
    expect(lon(nearOf({ west: -180, south: -85, east: 180, north: 85 }))).toBeUndefined();
    expect(lon(null)).toBeUndefined();
  });

  it('is not on Earth beyond its poles', () => {
    for (const text of [
      '90.1000, 10.1234',
      '10.1234, 180.1234',
      '91° N, 10° E',
      "18°61'N 72°20'W",
      `18°32'61"N 72°20'11"W`,
      'geo:91,0',
      'https://maps.google.com/?q=95.5,10.5',
      '61Q 781188 2051921',
      '18Q 950000 2051921',
      '18QIF8118751921',
      '18°N 72°N',
    ]) {
      expect([text, readPlace(text, inTown)]).toEqual([text, null]);
    }
  });
});

describe('plain words', () => {
  it.each([
    '',
    ' ',
    'Behind the school',
    '3 people, 2 dogs',
    '3, 2',
    '12.50, 13.99',
    '12,50 13,99',
    '1.234, 5.678',
    '1,234, 5,678',
    '+49 170 1234567',
    '+49.170.1234567',
    '0152.34567 89',
    '(555) 010-0199',
    '+509 34 12 34 56',
    '12.03.2026, 14.30',
    '2026-02-03 04:05:06',
    '03/04/2026',
    '18:32, 20:15',
    '18:32:21 20:11:05',
    'Main Street 12, 3rd floor',
    '12 N Main St',
    '50 S 100 E',
    '120 E 300 N',
    'Apartment 4 N, 5 E',
    '5 E',
    '18.5°, 22.3°',
    '18.5° 22.3°',
    '38.5 °C',
    '3 min, 2 sec',
    '10 - 12 persons',
    '10-12, 14-16',
    '192.168.10.12',
    'Version 1.2345',
    '45.1234',
    'km 18.5, exit 72',
    '1/2, 3/4',
    '$1.5000',
    '22+33',
    '2345+67',
    'cafe+ww',
    'Q+A',
    'A1B2C3',
    '12ABC34567',
    'Order 18Q 12345',
    '18 Q 12',
    'dknhtmz',
    'geohash is a code',
    'https://example.org/?a=12.34567,78.12345',
    'https://example.org/18.53920,-72.33640/',
    'https://www.google.com/maps/search/school',
    'https://www.openstreetmap.org/node/123456',
    'see www.example.org/maps',
    'geo:0,0?q=Port-au-Prince',
    'geo:18.5,-72.3;crs=moon',
    'lat and long',
    'The crack is long 5 m, the plate 3',
    'house 5 o, entrance 3 n',
    'Exit 7 West, 3 km north',
    'x'.repeat(1999),
    '1'.repeat(1999),
    '18.5392, -72.3364'.repeat(200),
  ])('%j are no place', (text) => {
    expect(readPlace(text, null)).toBeNull();
    expect(readPlace(text, inTown, 'de')).toBeNull();
  });

  it.each([
    ['1 ', 996],
    ['°', 1996],
    ['1.1 N ', 300],
    ['a.', 996],
    ["1°1'", 400],
    ['N ', 996],
  ])('cost no more than their length asks for, however many %j', (piece, times) => {
    expect(growthOf((text) => readPlace(text, inTown), piece, times)).toBeLessThan(linearGrowth);
  });
});

describe('a short link', () => {
  it.each([
    'https://maps.app.goo.gl/AbCdEf123',
    'https://goo.gl/maps/AbCdEf123',
    'maps.app.goo.gl/AbCdEf123?g_st=iw',
    'Our school https://maps.app.goo.gl/AbCdEf123',
    'https://w3w.co/made.up.words',
    'https://maps.apple/p/AbCdEf',
  ])('%s needs the network', (text) => {
    expect(readPlace(text, inTown)).toBeNull();
    expect(needsNetwork(text)).toBe(true);
  });

  it('is told from words and from links that hold the place', () => {
    for (const text of ['behind the school', 'https://example.org/x', 'https://maps.google.com/?q=18.5392,-72.3364']) {
      expect([text, needsNetwork(text)]).toEqual([text, false]);
    }
  });
});

describe('an area', () => {
  it('says what is near', () => {
    expect(nearOf({ west: -73, south: 18, east: -72, north: 20 })).toEqual({ lat: 19, lon: -72.5, reach: 1 });
    expect(nearOf({ west: 178, south: -18, east: -176, north: -16 })).toEqual({ lat: -17, lon: -179, reach: 3 });
  });
});

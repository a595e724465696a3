import { describe, expect, it } from '@jest/globals';
import { strToU8, zipSync } from 'fflate';
import { readAreas } from './read-areas.js';
import { readKml, unpackKmz } from './read-kml.js';
import { plainText, propertiesIn, readShapes } from './read-shapes.js';

const square = (lon: number, lat = 0): number[][] => [
  [lon, lat],
  [lon + 1, lat],
  [lon + 1, lat + 1],
  [lon, lat + 1],
  [lon, lat],
];
const polygon = (properties: object, ring = square(0)) => ({
  type: 'Feature',
  properties,
  geometry: { type: 'Polygon', coordinates: [ring] },
});
const collection = (...features: unknown[]) => ({ type: 'FeatureCollection', features });

const kmlOf = (inner: string): string =>
  `<?xml version="1.0"?><kml xmlns="http://www.opengis.net/kml/2.2"><Document>${inner}</Document></kml>`;
const placemark = kmlOf(
  `<Style id="s"><LineStyle><color>ff0000ff</color><width>3</width></LineStyle></Style>
   <Placemark><name>Ford</name><description><![CDATA[<b>Deep</b><script>alert(1)</script> water]]></description>
   <styleUrl>#s</styleUrl><LineString><coordinates>1,2,0 3,4,0</coordinates></LineString></Placemark>`,
);

describe('GeoJSON', () => {
  it('is kept flat, with its bounds', () => {
    const { features, bounds } = readShapes(
      collection(polygon({ name: 'A', deep: { odd: 1 }, list: [1], none: null, n: 2 }), {
        type: 'Feature',
        geometry: null,
      }),
    );
    expect(features).toHaveLength(1);
    expect({ ...features[0]?.properties }).toEqual({ name: 'A', n: 2 });
    expect(bounds).toEqual([0, 0, 1, 1]);
    expect(readShapes({ type: 'Point', coordinates: [1, 2, 3] }).features[0]?.geometry).toEqual({
      type: 'Point',
      coordinates: [1, 2],
    });
  });

  it.each([
    ['no object', 7, 'no GeoJSON'],
    ['nothing in it', collection(), 'nothing with a place'],
    ['a place beyond the poles', { type: 'Point', coordinates: [0, 91] }, 'longitude'],
    ['metres for degrees', { type: 'Point', coordinates: [702_000, 9_000_000] }, 'longitude'],
    ['words for numbers', { type: 'Point', coordinates: ['1', '2'] }, 'longitude'],
    ['a type that is none', collection({ type: 'Feature', geometry: { type: 'Circle' } }), 'Circle'],
    [
      'a ring of three',
      collection(
        polygon({}, [
          [0, 0],
          [1, 1],
          [0, 0],
        ]),
      ),
      'fewer than four',
    ],
  ])('with %s is refused', (_, value, words) => {
    expect(() => readShapes(value)).toThrow(words);
  });

  it('tells which properties it has', () => {
    const { features } = readShapes(collection(polygon({ state: 1 }), polygon({ state: 2 }), polygon({ state: 2 })));
    expect(propertiesIn(features)).toEqual([{ name: 'state', values: ['1', '2'], distinct: 2 }]);
  });

  it.each(['<script>', '<', '\r', '\t\f', '\n '])('looks at a value of nothing but %j for a moment only', (part) => {
    const before = performance.now();
    plainText(part.repeat(2_000_000));
    expect(performance.now() - before).toBeLessThan(1_000);
  });

  it('keeps words, no markup', () => {
    expect(plainText('<p>Deep &amp; <b>fast</b></p>\n<br>water<script>alert(1)</script>')).toBe('Deep & fast\nwater');
    expect(plainText('a < b and c > d')).toBe('a d');
    expect(plainText('a\r\n\t b\u00a0\t c')).toBe('a\nb c');
  });
});

describe('KML', () => {
  it('becomes GeoJSON with its plain styles and words', () => {
    const { features } = readShapes(readKml(placemark));
    expect(features[0]?.geometry).toEqual({
      type: 'LineString',
      coordinates: [
        [1, 2],
        [3, 4],
      ],
    });
    expect(features[0]?.properties).toMatchObject({ name: 'Ford', description: 'Deep water', stroke: '#ff0000' });
    expect(features[0]?.properties['stroke-width']).toBe(3);
  });

  it.each([
    ['an entity from elsewhere', `<!DOCTYPE k [<!ENTITY x SYSTEM "file:///etc/passwd">]>${placemark}`],
    ['another kind of XML', '<gpx></gpx>'],
    ['no end', '<kml><Document>'],
    ['no XML', 'kml'],
  ])('with %s is refused', (_, text) => {
    expect(() => readKml(text)).toThrow();
  });

  it('is found in a KMZ, which may not unpack to more than allowed', () => {
    const packed = zipSync({ 'images/a.png': strToU8('x'), 'doc.kml': strToU8(placemark) });
    expect(unpackKmz(packed, 10_000)).toBe(placemark);
    expect(() => unpackKmz(packed, 100)).toThrow('unpacks to more');
    expect(() => unpackKmz(zipSync({ 'a.txt': strToU8('x') }), 100)).toThrow('no KML');
    expect(() => unpackKmz(strToU8('PK odd'), 100)).toThrow('no archive');
  });
});

describe('areas', () => {
  const codes = ['none', 'watch', 'leave'];
  const read = (mapping: object, ...features: unknown[]) =>
    readAreas(readShapes(collection(...features)).features, { id: 'code', name: 'label', ...mapping }, codes);

  it('have ids, names and states by the properties that are named', () => {
    const mapping = { state: 'level', values: { '3': 'leave' } };
    const features = [
      polygon({ code: 1, label: 'North', level: 3 }),
      polygon({ code: 2, label: '', level: 'watch' }),
      polygon({ code: 3, label: 'South', level: 9 }),
    ];
    expect(read(mapping, ...features).areas.map(({ id, name, state }) => [id, name, state])).toEqual([
      ['1', 'North', 'leave'],
      ['2', '2', 'watch'],
      ['3', 'South', 'none'],
    ]);
    expect(read({}, ...features).areas.map(({ state }) => state)).toEqual([null, null, null]);
  });

  it.each([
    ['no id', [polygon({ label: 'A' })], 'has no code'],
    ['an id twice', [polygon({ code: 1 }), polygon({ code: 1 })], 'the same code'],
    [
      'a line',
      [
        {
          type: 'Feature',
          properties: { code: 1 },
          geometry: {
            type: 'LineString',
            coordinates: [
              [0, 0],
              [1, 1],
            ],
          },
        },
      ],
      'is not an area',
    ],
    [
      'edges that cross',
      [
        polygon({ code: 1, label: 'Bow' }, [
          [0, 0],
          [2, 2],
          [2, 0],
          [0, 2],
          [0, 0],
        ]),
      ],
      'Bow has a ring that crosses itself',
    ],
  ])('with %s are refused', (_, features, words) => {
    expect(read({}, ...features).faults[0]?.detail).toContain(words);
  });
});

import { describe, expect, it } from '@jest/globals';
import { readGeopoint, readInstance, type Instance } from './read-instance.js';

const read = (xml: string): Instance | string => readInstance(Buffer.from(xml));
const data = (inner: string): string => `<?xml version='1.0' ?><data id="atesto-main" version="1">${inner}</data>`;

describe('a filled form', () => {
  it('is read field by field', () => {
    const instance = read(
      data(`<text>Water &amp; mud&#10;in the house &#128293;, not &amp;#65;</text><category>flood</category><place>Mill lane</place>
        <location>12.5 -44.25 310.0 4.6</location><observed>2026-02-03T04:05:06.000+01:00</observed>
        <photo1>1770.jpg</photo1><photo2/><name>Ada</name><phone>+12025550101</phone>
        <meta><instanceID>uuid:1</instanceID></meta>`),
    );
    expect(instance).toEqual({
      formId: 'atesto-main',
      instanceId: 'uuid:1',
      deprecatedId: null,
      text: 'Water & mud\nin the house 🔥, not &#65;',
      category: 'flood',
      place: 'Mill lane',
      location: { lat: 12.5, lon: -44.25, accuracy: 4.6 },
      observedAt: new Date('2026-02-03T03:05:06Z'),
      name: 'Ada',
      phone: '+12025550101',
      pictures: ['1770.jpg'],
      rest: {},
    });
  });

  it('may name itself in the namespace of OpenRosa', () => {
    const meta =
      '<orx:meta xmlns:orx="http://openrosa.org/xforms"><orx:instanceID>uuid:2</orx:instanceID><orx:deprecatedID>uuid:1</orx:deprecatedID></orx:meta>';
    expect(read(data(meta))).toMatchObject({ instanceId: 'uuid:2', deprecatedId: 'uuid:1', rest: {} });
  });

  it('of somebody else is kept by its own names, with its first position', () => {
    const xml = `<survey xmlns:jr="x" id="household" version="7"><start>2026-02-03</start><group><water>no</water>
      <gps>12.5 44.25 0 5</gps></group><child><age>4</age></child><child><age>7</age></child><pic>a.png</pic></survey>`;
    expect(read(xml)).toMatchObject({
      formId: 'household',
      instanceId: null,
      text: '',
      location: { lat: 12.5, lon: 44.25, accuracy: 5 },
      pictures: ['a.png'],
      rest: {
        start: '2026-02-03',
        'group/water': 'no',
        'group/gps': '12.5 44.25 0 5',
        'child[1]/age': '4',
        'child[2]/age': '7',
        pic: 'a.png',
      },
    });
  });

  it('keeps what it cannot read', () => {
    const instance = read(data('<location>at the well</location><observed>yesterday</observed>'));
    expect(instance).toMatchObject({
      location: undefined,
      observedAt: undefined,
      rest: { location: 'at the well', observed: 'yesterday' },
    });
  });

  it.each([
    ['nothing', ''],
    ['no XML', 'hello'],
    ['something cut off', '<data id="a"><text>Wat'],
    ['a document type', '<!DOCTYPE d [<!ENTITY a "b">]><data id="a"/>'],
    ['two roots', '<a x="1"/><b x="1"/>'],
    ['a bare element', '<data>words</data>'],
    ['what is nested deeper than any form', '<a>'.repeat(50) + '</a>'.repeat(50)],
    ['a name that programs stumble over', data('<__proto__><x>1</x></__proto__>')],
    ['more than fits', data(`<text>${'a'.repeat(600_000)}</text>`)],
  ])('is told from %s', (_, xml) => {
    expect(typeof read(xml)).toBe('string');
  });
});

describe('a position', () => {
  it.each([
    ['12.5 44.25', { lat: 12.5, lon: 44.25 }],
    [' 12.5  44.25 0.0 0.0 ', { lat: 12.5, lon: 44.25 }],
    ['91 0 0 0', undefined],
    ['12.5 181', undefined],
    ['12.5', undefined],
    ['', undefined],
    ['north south', undefined],
  ])('%j is read as %j', (text, location) => {
    expect(readGeopoint(text)).toEqual(location);
  });
});

import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  activeFilters,
  filterQuery,
  looks,
  minuteOf,
  noFilters,
  readAddress,
  sinceWords,
  writeAddress,
  type Address,
  type Filters,
} from './address.js';

const start: Address = {
  filters: noFilters,
  incident: null,
  view: null,
  place: '',
  look: 'map',
  timeline: false,
  embed: false,
};

const words = (...all: string[]) => fc.subarray(all);
const minute = fc.integer({ min: 0, max: 60_000_000 }).map((minutes) => minuteOf(minutes * 60_000));
const time: fc.Arbitrary<Pick<Filters, 'since' | 'from' | 'to'>> = fc.oneof(
  fc.record({ since: fc.constantFrom(...sinceWords), from: fc.constant(null), to: fc.constant(null) }),
  fc.record({ since: fc.constant('any' as const), from: minute, to: minute }),
  fc.record({ since: fc.constant('any' as const), from: fc.constant(null), to: minute }),
);
const address: fc.Arbitrary<Address> = fc.record({
  filters: fc
    .tuple(
      fc.record({
        categories: words('none', 'flood', 'a-b-c', 'road-2'),
        severities: words('low', 'normal', 'high', 'critical'),
        statuses: words('open', 'responding', 'resolved'),
      }),
      time,
    )
    .map(([kinds, when]) => ({ ...kinds, ...when })),
  incident: fc.option(fc.uuid()),
  view: fc.option(
    fc.record({
      lat: fc.integer({ min: -80, max: 80 }).map((lat) => lat / 8),
      lon: fc.integer({ min: -180, max: 180 }),
      zoom: fc.integer({ min: 2, max: 19 }),
    }),
  ),
  place: fc.constantFrom('', 'Léogâne', 'São Tomé, 12 & more', 'كسلا'),
  look: fc.constantFrom(...looks),
  timeline: fc.boolean(),
  embed: fc.boolean(),
});

describe('the address bar', () => {
  it('says everything, and is read back the same', () => {
    fc.assert(
      fc.property(address, (one) => {
        expect(readAddress(writeAddress(one))).toEqual(one);
      }),
      { seed: 20260203 },
    );
  });

  it('is empty at the start', () => {
    expect(writeAddress(start)).toBe('');
    expect(readAddress('')).toEqual(start);
  });

  it('can be read by people', () => {
    const filters = { ...noFilters, categories: ['flood', 'fire'], from: '2026-02-03T10:00Z', to: '2026-02-04T00:00Z' };
    expect(writeAddress({ ...start, filters, look: 'heat' })).toBe(
      '?category=flood,fire&from=2026-02-03T10:00Z&to=2026-02-04T00:00Z&view=heat',
    );
  });

  it('passes over what is not understood', () => {
    const odd = '?since=yesterday&at=here&severity=<b>,high&category=flood,flood,<i>&from=then&view=upside&embed=2';
    expect(readAddress(odd)).toEqual({
      ...start,
      filters: { ...noFilters, severities: ['high'], categories: ['flood'] },
    });
  });

  it('lets dates that are given stand before the last hours or days', () => {
    expect(readAddress('?since=24h&from=2026-02-03T10:00Z').filters).toEqual({
      ...noFilters,
      from: '2026-02-03T10:00Z',
    });
  });
});

describe('the filters', () => {
  it('are asked for in full hours, so that many ask for the same', () => {
    const now = Date.UTC(2026, 1, 3, 10, 59, 59);
    const query = filterQuery({ ...noFilters, since: '24h', severities: ['high', 'critical'] }, now);
    expect(query.get('from')).toBe('2026-02-02T10:00:00.000Z');
    expect(query.get('severity')).toBe('high,critical');
    expect(query.has('category')).toBe(false);
    expect(query.has('to')).toBe(false);
  });

  it('ask for dates as they were chosen', () => {
    const query = filterQuery({ ...noFilters, categories: ['flood', 'none'], to: '2026-02-03T10:07Z' }, 0);
    expect([...query]).toEqual([
      ['category', 'flood,none'],
      ['to', '2026-02-03T10:07:00.000Z'],
    ]);
  });

  it('are counted by kind', () => {
    expect(activeFilters(noFilters)).toBe(0);
    expect(activeFilters({ ...noFilters, categories: ['flood', 'fire'], severities: ['low', 'high'] })).toBe(2);
    expect(activeFilters({ ...noFilters, to: '2026-02-03T10:07Z', from: '2026-02-01T10:07Z' })).toBe(1);
  });
});

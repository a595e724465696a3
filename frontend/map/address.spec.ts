import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  activeFilters,
  filterQuery,
  noFilters,
  readAddress,
  sinceWords,
  writeAddress,
  type Address,
} from './address.js';

const words = (...all: string[]) => fc.subarray(all);
const address: fc.Arbitrary<Address> = fc.record({
  filters: fc.record({
    category: fc.constantFrom('', 'none', 'flood', 'a-b-c'),
    severities: words('low', 'normal', 'high', 'critical'),
    statuses: words('open', 'responding', 'resolved'),
    since: fc.constantFrom(...sinceWords),
  }),
  incident: fc.option(fc.uuid()),
  view: fc.option(
    fc.record({
      lat: fc.integer({ min: -80, max: 80 }).map((lat) => lat / 8),
      lon: fc.integer({ min: -180, max: 180 }),
      zoom: fc.integer({ min: 2, max: 19 }),
    }),
  ),
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
    expect(writeAddress({ filters: noFilters, incident: null, view: null })).toBe('');
  });

  it('passes over what is not understood', () => {
    expect(readAddress('?since=yesterday&at=here&severity=<b>,high')).toEqual({
      filters: { ...noFilters, severities: ['high'] },
      incident: null,
      view: null,
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
  });

  it('are counted by kind', () => {
    expect(activeFilters(noFilters)).toBe(0);
    expect(activeFilters({ ...noFilters, category: 'flood', severities: ['low', 'high'] })).toBe(2);
  });
});

import { describe, expect, it } from '@jest/globals';
import { Problem, validated } from '../platform/index.js';
import { IncidentTileQuery, ReportTileQuery, tileAddress } from './tile-query.js';

const refused = (parts: Parameters<typeof tileAddress>[0]): string | undefined => {
  try {
    tileAddress(parts);
    return undefined;
  } catch (error) {
    expect(error).toBeInstanceOf(Problem);
    expect((error as Problem).status).toBe(422);
    return (error as Problem).errors?.[0]?.pointer;
  }
};

describe('the address of a tile', () => {
  it('is taken when the tile exists', () => {
    expect(tileAddress({ z: '3', x: '7', y: '0' })).toEqual({ z: 3, x: 7, y: 0 });
  });

  it.each([
    [{ z: '23', x: '0', y: '0' }, '/z'],
    [{ z: '-1', x: '0', y: '0' }, '/z'],
    [{ z: '3', x: '8', y: '0' }, '/x'],
    [{ z: '3', x: '0', y: '1e1' }, '/y'],
    [{ z: '3', x: '0', y: '' }, '/y'],
    [{ z: '3', x: '0', y: '99999999999' }, '/y'],
  ])('%j is refused by name', (parts, pointer) => {
    expect(refused(parts)).toBe(pointer);
  });
});

describe('the filter of a tile', () => {
  it('takes the words of its layer only', () => {
    expect(validated(IncidentTileQuery, { status: 'open,resolved', audience: 'public' })).toMatchObject({
      status: 'open,resolved',
    });
    expect(() => validated(IncidentTileQuery, { status: 'rejected' })).toThrow(Problem);
    expect(() => validated(ReportTileQuery, { status: 'open' })).toThrow(Problem);
    expect(() => validated(ReportTileQuery, { audience: 'public' })).toThrow(Problem);
    expect(() => validated(IncidentTileQuery, { from: 'yesterday' })).toThrow(Problem);
  });
});

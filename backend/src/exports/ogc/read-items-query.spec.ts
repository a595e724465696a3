import { describe, expect, it } from '@jest/globals';
import { pageOf, Problem } from '../../platform/index.js';
import { readBox } from './read-box.js';
import { readDatetime } from './read-datetime.js';
import { knownParameters, readItemsQuery } from './read-items-query.js';

const { next: cursor } = pageOf([{ id: '00000000-0000-7000-8000-000000000001' }, { id: 'x' }], 1, () => new Date(5));

const refusalOf = (query: object): Problem => {
  try {
    readItemsQuery(query);
  } catch (error) {
    if (error instanceof Problem) return error;
  }
  throw new Error('was not refused');
};

describe('what a request for features may say', () => {
  it('is nothing at all: a hundred of everything', () => {
    expect(readItemsQuery({})).toEqual({ query: { limit: 100 }, scope: { placelessInBox: true } });
  });

  it('is each parameter that the description names', () => {
    const words = { severity: 'high', status: 'open', confidence: 'likely', category: 'water', number: '12' };
    const query = { ...words, f: 'json', limit: '7', bbox: '170,-10,-170,10', datetime: '../2026-02-03', cursor };
    expect(readItemsQuery(query)).toEqual({
      query: { limit: 7, bbox: '170,-10,-170,10', cursor, severity: 'high', status: 'open', confidence: 'likely' },
      scope: {
        placelessInBox: true,
        number: 12,
        exactCategory: 'water',
        during: { from: null, to: new Date('2026-02-03T23:59:59.999Z') },
      },
    });
  });

  it('lowers a limit above the highest, and refuses what is none', () => {
    expect(readItemsQuery({ limit: '10001' }).query.limit).toBe(10_000);
    for (const limit of ['0', '-1', '1.5', 'unlimited', '', ' 1']) expect(refusalOf({ limit }).status).toBe(400);
  });

  it('names all that is at fault at once, as 400', () => {
    const refusal = refusalOf({ limit: 'x', bbox: '1,2,3', datetime: 'soon', severity: 'worst', cursor: 'made-up' });
    expect(refusal.status).toBe(400);
    expect(refusal.errors?.map(({ pointer }) => pointer).sort()).toEqual(
      ['/bbox', '/cursor', '/datetime', '/limit', '/severity'].sort(),
    );
  });

  it('is nothing unknown, and nothing twice', () => {
    expect(refusalOf({ unknownQueryParameter: '1' }).errors?.[0]?.pointer).toBe('/unknownQueryParameter');
    expect(refusalOf({ limit: ['1', '2'] }).errors?.[0]?.detail).toMatch(/more than once/);
    expect(() => knownParameters({ limit: '1' }, ['f'])).toThrow(Problem);
  });
});

describe('a box', () => {
  it.each([
    ['-10,-5,10.5,5', '-10,-5,10.5,5'],
    ['-10, -5, 10, 5', '-10,-5,10,5'],
    ['-10,-5,0,10,5,100', '-10,-5,10,5'],
    ['177,-20,-178,-10', '177,-20,-178,-10'],
    ['-200,-100,200,100', '-180,-90,180,90'],
    ['-1e-7,0,1.2345678901234567,1', '-1e-7,0,1.2345678901234567,1'],
  ])('%s is %s', (text, box) => expect(readBox(text)).toBe(box));

  it.each(['', '1,2,3', '1,2,3,4,5', '1,2,3,x', '1,5,2,4', '1,2,9,3,4,8', 'NaN,0,1,1', 'Infinity,0,1,1', '0,91,1,92'])(
    '%j is none',
    (text) => expect(readBox(text)).toBeNull(),
  );
});

describe('a time', () => {
  const at = (text: string): Date => new Date(text);

  it.each([
    ['2026-02-03T04:05:06Z', at('2026-02-03T04:05:06Z'), at('2026-02-03T04:05:06Z')],
    ['2026-02-03T04:05:06.5+02:00', at('2026-02-03T02:05:06.500Z'), at('2026-02-03T02:05:06.500Z')],
    ['2026-02-03', at('2026-02-03T00:00:00Z'), at('2026-02-03T23:59:59.999Z')],
    ['2026-02-03T00:00:00Z/..', at('2026-02-03T00:00:00Z'), null],
    ['2026-02-03T00:00:00Z/', at('2026-02-03T00:00:00Z'), null],
    ['../2026-02-03T00:00:00Z', null, at('2026-02-03T00:00:00Z')],
    ['/2026-02-03T00:00:00Z', null, at('2026-02-03T00:00:00Z')],
    ['2026-02-03/2026-02-04', at('2026-02-03T00:00:00Z'), at('2026-02-04T23:59:59.999Z')],
  ])('%s is from %s to %s', (text, from, to) => expect(readDatetime(text)).toEqual({ from, to }));

  it.each(['', '..', '../..', '/', 'soon', '2026-02-30', '2026-13-01T00:00:00Z', '2026-02-04/2026-02-03', 'a/b/c'])(
    '%j is none',
    (text) => expect(readDatetime(text)).toBeNull(),
  );
});

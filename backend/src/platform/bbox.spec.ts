import { describe, expect, it } from '@jest/globals';
import { insideBbox, parseBbox } from './bbox.js';
import { Conditions } from './conditions.js';

describe('a box', () => {
  it('is read as west, south, east, north', () => {
    expect(parseBbox('-10.5,-20,30,40')).toEqual({ west: -10.5, south: -20, east: 30, north: 40 });
  });

  it('may cross the antimeridian, and be the whole world', () => {
    expect(parseBbox('170,-10,-170,10')).toMatchObject({ west: 170, east: -170 });
    expect(parseBbox('-180,-90,180,90')).toMatchObject({ south: -90, north: 90 });
  });

  it.each(['0,10,5,-10', '-181,0,1,1', '0,0,181,1', '0,-91,1,1', '0,0,1,91', '0,0,1', 'a,b,c,d', ''])(
    'is refused as %j',
    (text) => {
      expect(() => parseBbox(text)).toThrow(expect.objectContaining({ status: 422 }));
    },
  );

  it('is one envelope, or two across the antimeridian, with bound sides', () => {
    const plain = new Conditions();
    plain.add(insideBbox('p', { west: 1, south: 2, east: 3, north: 4 }, plain.bind));
    expect(plain.toSql()).toBe('p && st_makeenvelope($1::float8, $2::float8, $3::float8, $4::float8, 4326)');
    expect(plain.params).toEqual([1, 2, 3, 4]);
    const across = new Conditions();
    across.add(insideBbox('p', { west: 170, south: -1, east: -170, north: 1 }, across.bind));
    expect(across.toSql()).toMatch(/^\(p && .* or p && .*\)$/);
    expect(across.params).toEqual([170, -1, 180, 1, -180, -1, -170, 1]);
  });
});

describe('conditions', () => {
  it('are joined by and; none is true', () => {
    const where = new Conditions();
    expect(where.toSql()).toBe('true');
    where.add(`a = ${where.bind(1)}`);
    where.add(`b = ${where.bind('x')}`);
    expect(where.toSql().replaceAll(/\s+/g, ' ')).toBe('a = $1 and b = $2');
    expect(where.params).toEqual([1, 'x']);
  });
});

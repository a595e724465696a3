import { describe, expect, it } from '@jest/globals';
import { insideArea, parseArea } from './area.js';

const detailOf = (text: string): string => {
  try {
    parseArea(text);
    return 'sound';
  } catch (error) {
    return (error as { errors: { detail: string }[] }).errors[0]?.detail ?? '';
  }
};

describe('an area', () => {
  it.each([
    ['a triangle', '0,0;1,0;0,1', 'sound'],
    ['a closed ring', '0,0;1,0;1,1;0,1;0,0', 'sound'],
    ['a hollow shape', '0,0;4,0;4,4;2,1;0,4', 'sound'],
    ['a bow tie', '0,0;1,1;1,0;0,1', 'cross'],
    ['a corner on an edge', '0,0;4,0;4,4;2,0;0,4', 'cross'],
    ['a corner twice', '0,0;4,0;2,2;4,4;0,4;2,2', 'cross'],
    ['a way there and back', '0,0;4,0;2,0;0,4', 'cross'],
    ['one line', '0,0;1,1;2,2', 'cross'],
    ['the same corner in a row', '0,0;0,0;1,0;0,1', 'cross'],
    ['two corners and the first again', '0,0;1,0;0,0', 'between 3 and 200'],
    ['a place beyond the pole', '0,0;1,0;0,91', 'in degrees'],
    ['more than once around', '-200,0;200,0;0,10', 'more than once'],
  ])('that is %s', (_, text, detail) => {
    expect(detailOf(text)).toContain(detail);
  });

  it('beyond the antimeridian is looked for on both sides', () => {
    const params: unknown[] = [];
    const sql = insideArea('r.location', parseArea('179,0;181,0;181,1'), (value) => `$${params.push(value)}`);
    expect(params).toEqual(['POLYGON((179 0,181 0,181 1,179 0))', 'POLYGON((-181 0,-179 0,-179 1,-181 0))']);
    expect(sql).toBe(
      '(st_covers(st_geomfromtext($1, 4326), r.location) or st_covers(st_geomfromtext($2, 4326), r.location))',
    );
  });
});

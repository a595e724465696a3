import { describe, expect, it } from '@jest/globals';
import { withLiterals } from './literals.js';

const written = (value: unknown): string => withLiterals('select $1', [value]).slice('select '.length).trim();

describe('a value written into a statement', () => {
  it.each([
    [null, 'null'],
    [true, 'true'],
    [-1.5, '(-1.5)'],
    ["it's", `'it''s'`],
    ["\\'; drop table x; --", `E'\\\\''; drop table x; --'`],
    ['$2', `'$2'`],
    [new Date('2026-01-02T03:04:05.678Z'), `'2026-01-02T03:04:05.678Z'`],
    [['a', 'b "c" \\', "d'"], `E'{"a","b \\\\"c\\\\" \\\\\\\\","d''"}'`],
    [[1, null], `'{1,NULL}'`],
    [[], `'{}'`],
  ])('%j is %s', (value, expected) => expect(written(value)).toBe(expected));

  it('is not looked at for parameters again, however many there are', () => {
    const values = Array.from({ length: 12 }, (_, index) => `$${index + 1}`);
    expect(withLiterals('$1 $12 $2', values)).toBe(`'$1' '$12' '$2'`);
  });

  it('is refused where it has no literal', () => {
    for (const value of [Number.NaN, Number.POSITIVE_INFINITY, {}, [{}], [[1]], Symbol('x')])
      expect(() => written(value)).toThrow();
    expect(() => withLiterals('$2', ['a'])).toThrow('$2');
  });
});

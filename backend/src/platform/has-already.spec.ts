import { describe, expect, it } from '@jest/globals';
import { hasAlready } from './has-already.js';

describe('what somebody has already', () => {
  it.each([
    ['"one"', '"one"'],
    ['W/"one"', '"one"'],
    ['"one"', 'W/"one"'],
    ['"other", W/"one"', 'W/"one"'],
    ['*', '"one"'],
  ])('is known by %s: %s', (given, tag) => {
    expect(hasAlready(given, tag)).toBe(true);
  });

  it.each([undefined, '', '"other"', 'one', '"on"'])('is not known by %s', (given) => {
    expect(hasAlready(given, '"one"')).toBe(false);
  });
});

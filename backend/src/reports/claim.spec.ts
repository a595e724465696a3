import { describe, expect, it } from '@jest/globals';
import { isHeldByOther, liveClaim } from './claim.js';

const until = new Date('2026-02-03T04:20:00Z');
const at = (ms: number): Date => new Date(until.getTime() + ms);

describe('a claim', () => {
  it('holds until its moment, and not at it', () => {
    expect(liveClaim('one', until, at(-1))).toEqual({ by: 'one', until });
    expect(liveClaim('one', until, at(0))).toBeNull();
  });

  it('is none without a person or a term', () => {
    expect(liveClaim(null, until, at(-1))).toBeNull();
    expect(liveClaim('one', null, at(-1))).toBeNull();
  });

  it('keeps others out, not its holder', () => {
    expect(isHeldByOther({ by: 'one', until }, 'two')).toBe(true);
    expect(isHeldByOther({ by: 'one', until }, 'one')).toBe(false);
    expect(isHeldByOther(null, 'two')).toBe(false);
  });
});

import { describe, expect, it } from '@jest/globals';
import { mayPublicSee, waitsForSecond, type PublicFacts } from './public-rule.js';

const facts = (changed: Partial<PublicFacts> = {}): PublicFacts => ({
  visibility: 'public',
  isMerged: false,
  isSensitive: false,
  isSeconded: false,
  ...changed,
});

describe('the public', () => {
  it('sees a published incident at once where one pair of eyes is enough', () => {
    expect(mayPublicSee(facts(), false)).toBe(true);
    expect(waitsForSecond(facts(), false)).toBe(false);
  });

  it('sees it only once a second person confirmed it where four eyes are demanded', () => {
    expect(mayPublicSee(facts(), true)).toBe(false);
    expect(waitsForSecond(facts(), true)).toBe(true);
    expect(mayPublicSee(facts({ isSeconded: true }), true)).toBe(true);
    expect(waitsForSecond(facts({ isSeconded: true }), true)).toBe(false);
  });

  it.each([{ visibility: 'internal' }, { isMerged: true }, { isSensitive: true }] as const)(
    'never sees one that is %j, whoever confirmed it, and it waits for nobody',
    (changed) => {
      for (const fourEyes of [true, false]) {
        expect(mayPublicSee(facts({ ...changed, isSeconded: true }), fourEyes)).toBe(false);
        expect(waitsForSecond(facts(changed), fourEyes)).toBe(false);
      }
    },
  );
});

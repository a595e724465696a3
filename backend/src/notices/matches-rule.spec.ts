import { describe, expect, it } from '@jest/globals';
import type { NoticeRule } from '@atesto/contract';
import { idOf, sampleDeployment } from '../../../test/support/samples.js';
import { matchesRule, waysOf, type Happening } from './matches-rule.js';

const deployment = sampleDeployment();
const below = (codes: readonly string[]): readonly string[] => deployment.withDescendants(codes);
const rule = (parts: Partial<NoticeRule> = {}): NoticeRule => ({ kinds: ['report'], ways: [], pace: 'now', ...parts });
/** In the category pipe, below water. */
const happening = (parts: Partial<Happening> = {}): Happening => ({
  kind: 'report',
  place: { lat: 1, lon: 2 },
  categoryId: idOf(3),
  severity: 'normal',
  ...parts,
});
const fits = (parts: Partial<NoticeRule>, what: Partial<Happening> = {}): boolean =>
  matchesRule(rule(parts), happening(what), below);

describe('a rule', () => {
  it('is for the kinds that it names', () => {
    expect([fits({}), fits({ kinds: ['incident', 'mention'] })]).toEqual([true, false]);
  });

  it('takes a category with all below it', () => {
    expect(fits({ categories: ['water'] })).toBe(true);
    expect(fits({ categories: ['valve', 'violence'] })).toBe(false);
    expect(fits({ categories: ['water'] }, { categoryId: null })).toBe(false);
    expect(fits({ categories: [] }, { categoryId: null })).toBe(true);
  });

  it('takes what is at least as severe', () => {
    expect(fits({ severity: 'normal' })).toBe(true);
    expect(fits({ severity: 'high' })).toBe(false);
    expect(fits({ severity: 'high' }, { severity: 'critical' })).toBe(true);
  });

  it('takes what lies in its area, also across the antimeridian, and what lies nowhere', () => {
    const area = { west: 0, south: 0, east: 3, north: 3 };
    expect(fits({ area })).toBe(true);
    expect(fits({ area }, { place: { lat: 1, lon: 4 } })).toBe(false);
    expect(fits({ area }, { place: null })).toBe(true);
    const across = { west: 170, south: 0, east: -170, north: 3 };
    expect(fits({ area: across }, { place: { lat: 1, lon: -175 } })).toBe(true);
    expect(fits({ area: across })).toBe(false);
  });

  it("asks neither place nor severity of what is about the person's own work", () => {
    const narrow: Partial<NoticeRule> = { kinds: ['mention'], severity: 'critical', categories: ['violence'] };
    expect(fits(narrow, { kind: 'mention', severity: 'low', categoryId: null })).toBe(true);
  });
});

describe('the ways of several rules', () => {
  it('are all of those that fit, each at the quickest pace', () => {
    const rules = [
      rule({ ways: ['email'], pace: 'daily' }),
      rule({ ways: ['email', 'sms'], pace: 'hourly', severity: 'normal' }),
      rule({ ways: ['chat'], severity: 'critical' }),
    ];
    expect([...(waysOf(rules, happening(), below) ?? [])]).toEqual([
      ['email', 'hourly'],
      ['sms', 'hourly'],
    ]);
  });

  it('are none where no rule fits, and none but the bell where one asks for no more', () => {
    expect(waysOf([rule({ kinds: ['incident'] })], happening(), below)).toBeNull();
    expect(waysOf([rule()], happening(), below)?.size).toBe(0);
  });
});

import { describe, expect, it } from '@jest/globals';
import { withPage } from './with-page.js';

const page = (ids: string, next: string | null = null): { items: { id: string }[]; next: string | null } => ({
  items: [...ids].map((id) => ({ id })),
  next,
});

describe('a page of a log', () => {
  it.each([
    ['is all there is, at first', null, page('cba', 'a'), null, page('cba', 'a')],
    ['that is older follows', page('cb', 'b'), page('a'), 'b', page('cba')],
    ['that is the newest stands before the older ones', page('cba', 'a'), page('dc', 'c'), null, page('dcba', 'a')],
    ['of another log, or far newer, takes its place', page('cba'), page('zy', 'y'), null, page('zy', 'y')],
    ['that holds all takes its place', page('ba'), page('cba'), null, page('cba')],
    ['that is empty takes its place', page('ba'), page(''), null, page('')],
  ] as const)('%s', (_, before, come, cursor, shown) => {
    expect(withPage(before, come, cursor)).toEqual(shown);
  });
});

import { describe, expect, it } from '@jest/globals';
import type { CategoryInput } from '@atesto/contract';
import { categoryFaults } from './categories.js';
import { firstCategories } from './first-categories.js';

const item = (
  code: string,
  parent: string | null = null,
  names: Record<string, string> = { en: code },
): CategoryInput => ({
  code,
  parent,
  names,
  colour: '#112233',
  icon: 'dot',
  sensitive: false,
});
const pointers = (...items: CategoryInput[]): string[] => categoryFaults(items).map(({ pointer }) => pointer);

describe('a tree of categories', () => {
  it('is sound as a new deployment begins with it', () => {
    expect(categoryFaults(firstCategories)).toEqual([]);
    // Whoever cannot read goes by them.
    expect(new Set(firstCategories.map(({ icon }) => icon)).size).toBe(firstCategories.length);
  });

  it('may name a child before its parent', () => {
    expect(pointers(item('well', 'water'), item('water'))).toEqual([]);
  });

  it.each([
    ['a code twice', [item('a'), item('a')], ['/items/1/code']],
    ['a parent that is missing', [item('a', 'b')], ['/items/0/parent']],
    ['its own parent', [item('a', 'a')], ['/items/0/parent']],
    [
      'a loop',
      [item('a', 'b'), item('b', 'c'), item('c', 'a')],
      ['/items/0/parent', '/items/1/parent', '/items/2/parent'],
    ],
    ['no name', [item('a', null, {})], ['/items/0/names']],
    ['an empty name', [item('a', null, { en: 'A', de: ' ' })], ['/items/0/names/de']],
    ['a name without end', [item('a', null, { en: 'x'.repeat(201) })], ['/items/0/names/en']],
    [
      'several faults, all of them',
      [item('a', 'b', {}), item('a')],
      ['/items/0/names', '/items/0/parent', '/items/1/code'],
    ],
  ])('is not sound with %s', (_, items, expected) => {
    expect(pointers(...items)).toEqual(expected);
  });

  it('ends below a loop that it is not part of', () => {
    expect(pointers(item('a', 'b'), item('b', 'b'))).toEqual(['/items/1/parent']);
  });
});

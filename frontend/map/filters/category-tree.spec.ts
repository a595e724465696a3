import { describe, expect, it } from '@jest/globals';
import type { Category } from '@atesto/contract';
import { branchesOf, chosenAfter } from './category-tree.js';

const category = (code: string, parent: string | null = null, sensitive = false): Category => ({
  code,
  parent,
  sensitive,
  names: { en: code },
  colour: '#123456',
  icon: '',
});

const categories = [
  category('street', 'flood'),
  category('flood'),
  category('fire'),
  category('cellar', 'flood'),
  category('abuse', null, true),
];

describe('the categories of the filter', () => {
  const branches = branchesOf(categories);

  it('stand below their parents, without what is sensitive', () => {
    expect(branches.map(({ code, depth }) => [code, depth])).toEqual([
      ['flood', 0],
      ['street', 1],
      ['cellar', 1],
      ['fire', 0],
    ]);
  });

  it('are named once: a parent stands for all below it', () => {
    expect(chosenAfter(branches, ['street', 'fire'], 'flood', true)).toEqual(['fire', 'flood']);
    expect(chosenAfter(branches, ['fire', 'flood'], 'flood', false)).toEqual(['fire']);
    expect(chosenAfter(branches, [], 'cellar', true)).toEqual(['cellar']);
  });
});

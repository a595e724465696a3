import { describe, expect, it } from '@jest/globals';
import { badDrafts, draftsOf, inputOf, moved, patched, possibleParents, removed } from './category-draft.js';

const category = (code: string, parent: string | null = null) => ({
  code,
  parent,
  names: { en: code },
  colour: '#336699',
  icon: 'dot',
  sensitive: false,
});

const drafts = draftsOf([category('water'), category('wells', 'water'), category('fire'), category('floods', 'water')]);
const order = (list: readonly { code: string }[]): string[] => list.map(({ code }) => code);

describe('editing the category tree', () => {
  it('shows children under their parent', () => {
    expect(order(drafts)).toEqual(['water', 'wells', 'floods', 'fire']);
  });

  it('moves among sisters only, and stays at the ends', () => {
    expect(order(moved(drafts, 'wells', 1))).toEqual(['water', 'floods', 'wells', 'fire']);
    expect(order(moved(drafts, 'wells', -1))).toEqual(order(drafts));
    expect(order(moved(drafts, 'fire', -1))).toEqual(['fire', 'wells', 'floods', 'water']);
  });

  it('lifts the children of what is removed', () => {
    expect(removed(drafts, 'water').map(({ code, parent }) => [code, parent])).toEqual([
      ['wells', null],
      ['floods', null],
      ['fire', null],
    ]);
  });

  it('takes children along when a code is typed anew', () => {
    expect(patched(drafts, 'water', { code: 'drinking' }).filter(({ parent }) => parent === 'drinking')).toHaveLength(
      2,
    );
  });

  it('offers no parent from below', () => {
    expect(order(possibleParents(drafts, 'water'))).toEqual(['fire']);
  });

  it('finds what cannot be saved: a bad or double code, or no name', () => {
    expect(badDrafts(drafts)).toEqual([]);
    expect(badDrafts(patched(drafts, 'fire', { code: 'Fire!' }))).toEqual(['fire']);
    expect(badDrafts(patched(drafts, 'fire', { code: 'wells' }))).toEqual(['wells', 'fire']);
    expect(badDrafts(patched(drafts, 'fire', { names: { en: ' ' } }))).toEqual(['fire']);
  });

  it('sends exactly the fields of the contract, without empty names', () => {
    const [first] = patched(drafts, 'water', { names: { en: 'Water', de: '' } });
    expect(first && inputOf(first)).toEqual({ ...category('water'), names: { en: 'Water' } });
  });
});

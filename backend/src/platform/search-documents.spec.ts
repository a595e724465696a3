import fc from 'fast-check';
import { describe, expect, it } from '@jest/globals';
import { textQueryOf } from './search-documents.js';

describe('a search', () => {
  it.each([
    ['water', 'water:*'],
    ['dry well', 'dry & well:*'],
    ['  well,  ', 'well:*'],
    ['Überschwemmung 12', 'Überschwemmung & 12:*'],
    ['بئر جاف', 'بئر & جاف:*'],
    [`it's | (a) & !b:*`, 'it & s & a & b:*'],
  ])('for %j is %j', (search, query) => {
    expect(textQueryOf(search)).toBe(query);
  });

  it('without a word is none', () => {
    for (const search of ['', '  ', '&|!():*', "'"]) expect(textQueryOf(search)).toBeNull();
  });

  it('never holds an operator of the asker', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (search) => {
        expect(textQueryOf(search) ?? 'x:*').toMatch(/^[\p{L}\p{M}\p{N}]+( & [\p{L}\p{M}\p{N}]+)*:\*$|^x:\*$/u);
      }),
    );
  });
});

import { describe, expect, it } from '@jest/globals';
import { CategoryTable } from './category-table.js';

const ids = [
  '0198c000-0000-7000-8000-000000000001',
  '0198c000-0000-7000-8000-000000000002',
  // Ends like the first.
  '0198c000-0000-7000-9000-000000000001',
];
const table = new CategoryTable(ids.map((id, place) => ({ id, words: `the ${place}` })));
const bytesOf = (id: string): Buffer => Buffer.from(`ff${id.replaceAll('-', '')}`, 'hex');

describe('a category', () => {
  it.each(ids.map((id, place) => [id, `the ${place}`]))('is found by the bytes of its id, %s', (id, words) => {
    expect(table.find(bytesOf(id), 1)).toBe(words);
  });

  it.each(['0198c000-0000-7000-8000-000000000003', '0198c000-0000-7000-a000-000000000001'])(
    'is none under another id, %s',
    (id) => {
      expect(table.find(bytesOf(id), 1)).toBeUndefined();
    },
  );
});

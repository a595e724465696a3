import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { LabelStore } from './label-store.js';

describe('words of the points', () => {
  it('are what was put last, through any changes, in any script and order', () => {
    const put = fc.record({ row: fc.nat(40), text: fc.string({ unit: 'grapheme', maxLength: 2000 }) });
    fc.assert(
      fc.property(fc.array(put, { maxLength: 300 }), (puts) => {
        const store = new LabelStore();
        const model = new Map<number, string>();
        for (const { row, text } of puts) {
          store.put(row, text.toWellFormed());
          model.set(row, text.toWellFormed());
        }
        for (const [row, text] of model) expect(store.get(row)).toBe(text);
        const rows = Uint32Array.from([...model.keys()].reverse());
        const ordered = store.inOrder(rows);
        rows.forEach((row, at) => expect(ordered.get(at)).toBe(model.get(row)));
        ordered.put(0, 'longer than before '.repeat(200));
        if (rows.length > 1) expect(ordered.get(1)).toBe(model.get(rows[1] ?? 0));
      }),
      { seed: 20261129, numRuns: 60 },
    );
  });

  it('take no more room for being written anew again and again', () => {
    const store = new LabelStore();
    for (let round = 0; round < 20_000; round++) store.put(round % 50, 'x'.repeat(1 + ((round * 7919) % 180)));
    for (let row = 0; row < 50; row++) expect(store.get(row)).toBe('x'.repeat(1 + (((19_950 + row) * 7919) % 180)));
  });
});

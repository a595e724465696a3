import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { IdTable } from './id-table.js';

const idOf = (number: number): string => `0189${number.toString(16).padStart(4, '0')}-0000-7000-8000-ffffffffffff`;

describe('rows by id', () => {
  it('are found, left and found anew after any changes', () => {
    const change = fc.record({ number: fc.integer({ min: 0, max: 60 }), isGone: fc.boolean() });
    fc.assert(
      fc.property(fc.array(change, { maxLength: 400 }), (changes) => {
        const table = new IdTable();
        const model = new Map<string, number>();
        for (const [row, { number, isGone }] of changes.entries()) {
          const id = idOf(number);
          table.remove(id);
          model.delete(id);
          if (isGone) continue;
          table.add(id, row);
          model.set(id, row);
        }
        expect(table.size).toBe(model.size);
        for (let number = 0; number <= 60; number++) {
          expect(table.find(idOf(number))).toBe(model.get(idOf(number)) ?? -1);
        }
        for (const [id, row] of model) expect(table.idOf(row)).toBe(id);
        const rows = Uint32Array.from([...model.values()].reverse());
        const ordered = table.inOrder(rows);
        expect(ordered.size).toBe(rows.length);
        rows.forEach((row, at) => expect(ordered.find(table.idOf(row))).toBe(at));
        if (rows.length > 0) ordered.remove(ordered.idOf(0));
        expect(ordered.size).toBe(Math.max(0, rows.length - 1));
      }),
      { seed: 20261129, numRuns: 200 },
    );
  });

  it('stay found while the table grows, whatever the version of the ids', () => {
    const table = new IdTable();
    const ids = Array.from({ length: 20_000 }, () => crypto.randomUUID());
    ids.forEach((id, row) => table.add(id, row));
    ids.forEach((id, row) => expect(table.find(id)).toBe(row));
    expect(ids.map((_, row) => table.idOf(row))).toEqual(ids);
    expect(table.find(crypto.randomUUID())).toBe(-1);
  });
});

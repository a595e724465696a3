import fc from 'fast-check';
import { describe, expect, it } from '@jest/globals';
import { pageOf, readKeyset, writeKeyset } from './keyset.js';

describe('a cursor', () => {
  it('is read back as it was written', () => {
    fc.assert(
      fc.property(
        fc.date({ noInvalidDate: true, min: new Date(0), max: new Date('9999-01-01') }),
        fc.uuid(),
        (at, id) => {
          expect(readKeyset(writeKeyset({ at, id }))).toEqual({ at, id });
        },
      ),
    );
  });

  it('is of one kind of ids, and refused where rows have another', () => {
    const numbered = writeKeyset({ at: new Date(0), id: '12' });
    expect(readKeyset(numbered, 'number').id).toBe('12');
    expect(() => readKeyset(numbered)).toThrow(expect.objectContaining({ status: 422 }));
    const named = writeKeyset({ at: new Date(0), id: '0199a1b2-c3d4-7e5f-8a6b-7c8d9e0f1a2b' });
    expect(() => readKeyset(named, 'number')).toThrow(expect.objectContaining({ status: 422 }));
  });

  it('is refused when it is not one of ours', () => {
    const forged = ['1 2', '', 'x', `1 ${'z'.repeat(36)}`, `9e9 ${'0'.repeat(36)}`].map((text) =>
      Buffer.from(text).toString('base64url'),
    );
    for (const cursor of [...forged, '', 'null', '%00']) {
      expect(() => readKeyset(cursor)).toThrow(expect.objectContaining({ status: 422 }));
    }
  });
});

describe('a page', () => {
  const rows = [3, 2, 1].map((n) => ({ id: `0000000${n}-0000-7000-8000-000000000000`, at: new Date(n) }));

  it('leads on after its last row when there is more', () => {
    const { rows: kept, next } = pageOf(rows, 2, (row) => row.at);
    expect(kept).toEqual(rows.slice(0, 2));
    expect(readKeyset(next ?? '')).toEqual({ at: new Date(2), id: rows[1]?.id });
  });

  it('is the last one when there is not', () => {
    expect(pageOf(rows, 3, (row) => row.at)).toEqual({ rows, next: null });
    expect(pageOf([], 3, () => new Date())).toEqual({ rows: [], next: null });
  });
});

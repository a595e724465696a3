import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { parse } from 'csv-parse/sync';
import { ByteWriter } from './byte-writer.js';

const written = (write: (out: ByteWriter) => void): string => {
  const out = new ByteWriter();
  write(out);
  return out.take().toString('utf8');
};

describe('what is written byte by byte', () => {
  it('is the JSON of any text', () => {
    const text = fc.string({ unit: 'binary', maxLength: 200 });
    fc.assert(
      fc.property(text, (value) => {
        const bytes = Buffer.from(value);
        // A half of a pair of code units is no text, and is replaced on the way into bytes.
        expect(JSON.parse(`"${written((out) => out.json(bytes))}"`)).toBe(bytes.toString('utf8'));
      }),
    );
  });

  it('is one cell of CSV for any text, and never a formula', () => {
    const text = fc.string({ unit: fc.constantFrom(...'=+-@\t\r\n",; a\'é😀'), minLength: 1, maxLength: 40 });
    fc.assert(
      fc.property(text, (value) => {
        const line = written((out) => {
          out.csv(Buffer.from(value));
          out.ascii(',end\r\n');
        });
        const [row]: string[][] = parse(line, { record_delimiter: '\r\n' });
        const isFormula = /^[=+\-@\t\r\n\0]/.test(value);
        expect(row).toEqual([isFormula ? `'${value}` : value, 'end']);
      }),
    );
  });

  it('leaves the tags of HXL alone', () => {
    expect(written((out) => out.csv(Buffer.from('#geo+lat'), 0, undefined, true))).toBe('#geo+lat');
  });

  it('is the instant that JavaScript writes, to the millisecond', () => {
    fc.assert(
      fc.property(
        fc.date({ min: new Date('1900-01-01'), max: new Date('2200-01-01'), noInvalidDate: true }),
        (date) => {
          expect(written((out) => out.instant(date.getTime() * 1000 + 999))).toBe(date.toISOString());
        },
      ),
    );
  });

  it('is the number, to seven decimals', () => {
    fc.assert(
      fc.property(fc.double({ min: -180, max: 180, noNaN: true }), (degrees) => {
        expect(Number(written((out) => out.degrees(degrees)))).toBe(
          (Math.round(Math.abs(degrees) * 1e7) / 1e7) * Math.sign(degrees) || 0,
        );
      }),
    );
    const cases = [0, -0, 1.5, -0.00000001, 12.3456789, 179.99999999, -0.1];
    expect(cases.map((value) => written((out) => out.degrees(value)))).toEqual([
      '0',
      '0',
      '1.5',
      '0',
      '12.3456789',
      '180',
      '-0.1',
    ]);
  });

  it('is any whole number', () => {
    fc.assert(fc.property(fc.integer(), (value) => expect(written((out) => out.integer(value))).toBe(String(value))));
    expect([0, 9, 10, 2_147_483_647].map((value) => written((out) => out.integer(value)))).toEqual([
      '0',
      '9',
      '10',
      '2147483647',
    ]);
  });

  it('is a UUID, and all of more than a piece holds', () => {
    const bytes = Buffer.from('0123456789abcdef0123456789abcdef', 'hex');
    expect(written((out) => out.uuid(bytes, 0))).toBe('01234567-89ab-cdef-0123-456789abcdef');
    const long = 'x'.repeat(400_000);
    expect(written((out) => out.raw(Buffer.from(long)))).toBe(long);
  });

  it('is in bytes of its own, or in three that take turns where pieces are read in turn', () => {
    const begins = (isReadInTurn: boolean): Buffer[] => {
      const out = new ByteWriter(isReadInTurn);
      return ['one', 'two', 'three', 'four', 'five'].map((word) => {
        out.ascii(word);
        return out.take();
      });
    };
    expect(begins(false).map(String)).toEqual(['one', 'two', 'three', 'four', 'five']);
    const pieces = begins(true);
    expect(pieces.slice(-3).map(String)).toEqual(['three', 'four', 'five']);
    expect(new Set(pieces.map(({ buffer }) => buffer)).size).toBe(3);
  });
});

import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { framed, unframed } from './frames.js';

const records = fc.array(fc.uint8Array({ maxLength: 60 }).map((bytes) => Buffer.from(bytes)));
const read = (bytes: Buffer): string[] => [...unframed(bytes)].map((record) => record.toString('hex'));
const hexes = (all: readonly Buffer[]): string[] => all.map((record) => record.toString('hex'));

describe('a spool', () => {
  it('gives back what was written', () => {
    fc.assert(
      fc.property(records, (all) => {
        expect(read(Buffer.concat(all.map(framed)))).toEqual(hexes(all));
      }),
    );
  });

  it('that was cut anywhere gives back all that was whole', () => {
    fc.assert(
      fc.property(records, fc.nat(), (all, cut) => {
        const bytes = Buffer.concat(all.map(framed));
        const found = read(bytes.subarray(0, cut % (bytes.length + 1)));
        expect(hexes(all).slice(0, found.length)).toEqual(found);
      }),
    );
  });

  it('whose last record was written half gives back those before it', () => {
    const bytes = Buffer.concat([framed(Buffer.from('whole')), framed(Buffer.from('half'))]);
    bytes[bytes.length - 1] = 0;
    expect([...unframed(bytes)].map(String)).toEqual(['whole']);
  });
});

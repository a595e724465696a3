import { describe, expect, it } from '@jest/globals';
import { Keys } from '../platform/index.js';
import { contactMarks, isAddress, reporterQuery } from './reporter-marks.js';

const keys = new Keys('a secret that is made up for this test only');
const contact = { name: 'Ana María Ejemplo', phone: '+00 (555) 0100-200', email: 'Ana@example.org' };
const marks = contactMarks(keys, contact);

/** As the database would answer it. */
const finds = (search: string): boolean =>
  (reporterQuery(keys, search) ?? '')
    .split(' | ')
    .some((part) => (part.match(/~[0-9a-f]{32}/g) ?? ['none']).every((mark) => marks.includes(mark)));

describe('a reporter', () => {
  it('is found by words of the name, the number however it is written, and the address', () => {
    for (const search of ['ana ejemplo', 'MARIA', '0555 0100200', '+005550100200', '٠٥٥٥٠١٠٠٢٠٠', 'ana@EXAMPLE.org']) {
      expect([search, finds(search)]).toEqual([search, true]);
    }
  });

  it('is not found by what is another’s, nor by half a name', () => {
    for (const search of ['ana otra', 'mar', '0555 0100201', '00200', 'ana@example.com', ' ']) {
      expect([search, finds(search)]).toEqual([search, false]);
    }
  });

  it('leaves nothing of the contact behind, and with another key something else', () => {
    expect(marks.join(' ')).toMatch(/^(~[0-9a-f]{32} ?)+$/);
    const others = contactMarks(new Keys('another secret that is made up for this test'), contact);
    expect(others.filter((mark) => marks.includes(mark))).toEqual([]);
  });
});

describe('a search', () => {
  it('looks like an address or not', () => {
    for (const search of ['+00 555 0100', '0555-010 02', 'ana@example.org']) expect(isAddress(search)).toBe(true);
    for (const search of ['12', 'ana', '12 wells at 5 pm today 2026', '#1234567'])
      expect(isAddress(search)).toBe(false);
  });
});

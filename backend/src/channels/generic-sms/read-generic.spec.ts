import { describe, expect, it } from '@jest/globals';
import { fieldOf, readGeneric, type FieldNames, type TimeFormat } from './read-generic.js';

const names: FieldNames = { from: 'sender', text: 'body', id: 'id', time: 'at', timeFormat: 'iso' };

describe('a message of a gateway that a coordinator described', () => {
  it('is found under the names that were given', () => {
    const fields = { sender: ' +12025550101 ', body: 'Water', id: 7, at: '2026-02-03 04:05:06', other: 'x' };
    expect(readGeneric(fields, names)).toEqual({
      from: '+12025550101',
      text: 'Water',
      id: '7',
      sentAt: new Date('2026-02-03T04:05:06Z'),
    });
  });

  it('is found deeper by a path, and a dot may be part of a name', () => {
    const fields = { data: { items: [{ sender: 'A' }] }, 'data.sender': 'B' };
    expect(fieldOf(fields, 'data.items.0.sender')).toBe('A');
    expect(fieldOf(fields, 'data.sender')).toBe('B');
    expect(fieldOf(fields, 'data.none.sender')).toBe('');
    expect(fieldOf({}, 'constructor.name')).toBe('');
    expect(fieldOf(fields, '')).toBe('');
  });

  it('is none without a sender', () => {
    expect(readGeneric({ body: 'Water' }, names)).toBeNull();
    expect(readGeneric({ sender: {}, body: 'Water' }, names)).toBeNull();
  });

  it.each<[string, TimeFormat, string | null]>([
    ['2026-02-03T04:05:06Z', 'iso', '2026-02-03T04:05:06.000Z'],
    ['2026-02-03T05:05:06+01:00', 'iso', '2026-02-03T04:05:06.000Z'],
    ['2026-02-03 04:05', 'iso', '2026-02-03T04:05:00.000Z'],
    ['1770091506', 'seconds', '2026-02-03T04:05:06.000Z'],
    ['1770091506000', 'milliseconds', '2026-02-03T04:05:06.000Z'],
    ['3/2/2026 4:05', 'day-first', '2026-02-03T04:05:00.000Z'],
    ['03.02.2026, 04:05:06', 'day-first', '2026-02-03T04:05:06.000Z'],
    ['02/03/2026', 'month-first', '2026-02-03T00:00:00.000Z'],
    ['1770091506', 'milliseconds', null],
    ['02/13/2026', 'day-first', null],
    ['yesterday', 'iso', null],
    ['', 'seconds', null],
  ])('%j as %s is %s', (at, timeFormat, expected) => {
    const read = readGeneric({ sender: 'A', at }, { ...names, timeFormat });
    expect(read?.sentAt?.toISOString() ?? null).toBe(expected);
  });
});

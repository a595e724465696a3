import { describe, expect, it } from '@jest/globals';
import { Problem } from '../../platform/index.js';
import { exportColumns, mayRead, usualColumns, usualProperties } from './columns.js';
import { columnsFor, readColumns } from './read-choice.js';
import { readFilter } from './read-filter.js';

const faultsOf = (work: () => unknown): unknown => {
  try {
    work();
  } catch (error) {
    return error instanceof Problem ? error.errors : error;
  }
  return [];
};

describe('the columns', () => {
  it('that the public may have are exactly these', () => {
    expect(exportColumns.filter((column) => mayRead(column, 'public')).map(({ key }) => key)).toEqual([
      'number',
      'id',
      'title',
      'description',
      'category',
      'severity',
      'status',
      'visibility',
      'latitude',
      'longitude',
      'place',
      'reports',
      'confirmations',
      'reason',
      'opened_at',
      'updated_at',
      'confidence',
      'origin',
      'category_name',
      'link',
    ]);
    expect(usualProperties('public').map(({ property }) => property)).not.toContain('assignee');
  });

  it('have a name, a property and a tag of their own each', () => {
    for (const name of ['key', 'property', 'hxl'] as const)
      expect(new Set(exportColumns.map((column) => column[name])).size).toBe(exportColumns.length);
    for (const { hxl } of exportColumns) expect(hxl).toMatch(/^#[a-z]+(\+[a-z0-9]+)*$/);
  });

  it('of a spreadsheet that nobody chose stay as they are, since others read them by place', () => {
    expect(usualColumns.map(({ key }) => key).slice(0, 3)).toEqual(['number', 'id', 'title']);
    expect(usualColumns.slice(-2).map(({ key }) => key)).toEqual(['confidence', 'origin']);
  });
});

describe('a choice of columns', () => {
  it('is their order and their headings', () => {
    const chosen = columnsFor(readColumns('title:Titel: kurz,number'), 'public');
    expect(chosen.map(({ key, name }) => [key, name])).toEqual([
      ['title', 'Titel: kurz'],
      ['number', 'number'],
    ]);
  });

  it('names those that there are none of, or that the public may not have, or that are there twice', () => {
    const faults = faultsOf(() =>
      columnsFor(readColumns('number,assignee,reporter,title:number,place:location'), 'public'),
    );
    expect(faults).toEqual([
      { pointer: '/columns', detail: 'assignee is no column of this file' },
      { pointer: '/columns', detail: 'reporter is no column of this file' },
      { pointer: '/columns', detail: 'location is taken by the file itself' },
      { pointer: '/columns', detail: 'number is there twice' },
    ]);
    expect(faultsOf(() => columnsFor(readColumns('assignee'), 'responders'))).toEqual([]);
  });
});

describe('a kept filter', () => {
  it('is that of the incident list', () => {
    expect(readFilter('severity=high%2Ccritical&q=a+b')).toEqual({ severity: 'high,critical', q: 'a b' });
    expect(readFilter('')).toEqual({});
  });

  it.each(['severity=odd', 'nothing=1', 'q=a&q=b'])('is not %s', (text) => {
    expect(faultsOf(() => readFilter(text))).toEqual([{ pointer: '/filter', detail: expect.any(String) }]);
  });
});

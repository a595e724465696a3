import { describe, expect, it } from '@jest/globals';
import type { ExportColumnView } from '@atesto/contract';
import { columnsFor, firstChoice, jobOf, queryOf, toggled } from './export-choice.js';

const column = (key: string, audience: 'public' | 'responders' = 'public'): ExportColumnView => ({
  key,
  property: key,
  hxl: `#${key}`,
  meaning: key,
  audience,
  usual: true,
});
const all = [column('number'), column('title'), column('assignee', 'responders')];

describe('what is chosen to export', () => {
  it('is for the public without what only responders may know', () => {
    expect(columnsFor(all, 'public').map(({ key }) => key)).toEqual(['number', 'title']);
    expect(columnsFor(all, 'responders')).toEqual(all);
  });

  it('keeps the order of the list and the headings that were given', () => {
    const chosen = toggled([{ key: 'title', name: 'Titel' }], 'number', all);
    expect(chosen).toEqual([
      { key: 'number', name: '' },
      { key: 'title', name: 'Titel' },
    ]);
    expect(toggled(chosen, 'number', all)).toEqual([{ key: 'title', name: 'Titel' }]);
  });

  it('stands behind the filters of the list', () => {
    const columns = [
      { key: 'number', name: '' },
      { key: 'title', name: 'Titel, kurz' },
    ];
    expect(queryOf('severity=high', { ...firstChoice, columns })).toBe(
      '?severity=high&columns=number%2Ctitle%3ATitel++kurz',
    );
    expect(queryOf('', firstChoice)).toBe('');
    expect(queryOf('', { ...firstChoice, format: 'gpx', columns })).toBe('');
    expect(jobOf('q=a', { ...firstChoice, columns })).toEqual({
      format: 'csv',
      audience: 'responders',
      filter: 'q=a',
      columns: [{ key: 'number' }, { key: 'title', name: 'Titel, kurz' }],
    });
  });
});

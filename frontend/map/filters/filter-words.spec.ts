import { describe, expect, it } from '@jest/globals';
import { formatsIn } from '../../shared/i18n.js';
import { noFilters } from '../address.js';
import { en } from '../texts/en.js';
import { filterWords } from './filter-words.js';

const words = {
  texts: en,
  formats: formatsIn('en-GB', 'UTC'),
  categoryName: (code: string | null) => (code === 'fire' ? 'Fire' : 'Flood'),
};

describe('the filters in words', () => {
  it('say each kind that is filtered for', () => {
    const filters = {
      ...noFilters,
      categories: ['fire', 'none'],
      severities: ['critical'],
      statuses: ['responding', 'open'],
      from: '2026-02-03T10:00Z',
    };
    expect(filterWords(filters, words)).toEqual([
      'Category: Fire, Without a category',
      'Severity: Critical',
      'Status: Being dealt with, Open',
      'Opened: From 3 Feb 2026, 10:00',
    ]);
    expect(filterWords({ ...noFilters, since: '7d' }, words)).toEqual(['Opened: In the last 7 days']);
    expect(filterWords({ ...noFilters, from: '2026-02-03T10:00Z', to: '2026-02-04T10:00Z' }, words)).toEqual([
      'Opened: From 3 Feb 2026, 10:00 – Until 4 Feb 2026, 10:00',
    ]);
  });

  it('say nothing where nothing is filtered', () => {
    expect(filterWords(noFilters, words)).toEqual([]);
  });
});

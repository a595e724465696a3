import { describe, expect, it } from '@jest/globals';
import { defaultFilter } from '../address/address.js';
import { tileFilters } from './tile-filters.js';

const reports = { ...defaultFilter.reports, category: ['water'], priority: ['high' as const], from: '2026-03-01' };

describe('what the layers of the map are asked for', () => {
  it('is all that the list says for the layer of its tab', () => {
    const query = tileFilters(reports, 'reports').reports;
    expect([query.get('status'), query.get('severity'), query.get('category')]).toEqual([
      'new,in_review,needs_info',
      'high',
      'water',
    ]);
  });

  it('is category and time for the other layer, whose words for status are others', () => {
    expect([...tileFilters(reports, 'reports').incidents.keys()]).toEqual(['category', 'from']);
    const incidents = { ...defaultFilter.incidents, category: ['water'], status: ['open' as const] };
    expect(tileFilters(incidents, 'incidents').reports.toString()).toBe('category=water');
  });

  it('is everything beside My work and quarantine', () => {
    for (const tab of ['mine', 'quarantine'] as const) {
      const { reports: one, incidents: other } = tileFilters(reports, tab);
      expect([one.toString(), other.toString()]).toEqual(['', '']);
    }
  });
});

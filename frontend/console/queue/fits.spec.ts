import { describe, expect, it } from '@jest/globals';
import type { ReportDetail } from '@atesto/contract';
import { noFilter, type Filter } from '../address/address.js';
import { deploymentOf, reportOf } from '../report/report.fixture.js';
import { fits } from './fits.js';
import { reportRow } from './row.js';

const reader = { userId: 'me', isListed: false, categories: deploymentOf().categories };
const fit = (report: Partial<ReportDetail>, filter: Partial<Filter>): boolean =>
  fits(reportRow(reportOf(report)), { ...noFilter, ...filter }, reader);

describe('a report fits', () => {
  it('no filter always', () => {
    expect(fit({}, {})).toBe(true);
  });

  it('by status and channel: any of them', () => {
    expect(fit({ status: 'new' }, { status: ['new', 'rejected'] })).toBe(true);
    expect(fit({ status: 'verified' }, { status: ['new', 'rejected'] })).toBe(false);
    expect(fit({ channel: 'sms' }, { channel: ['web'] })).toBe(false);
  });

  it('by category: a parent finds its children, none finds those without', () => {
    expect(fit({ category: 'wells' }, { category: ['water'] })).toBe(true);
    expect(fit({ category: 'water' }, { category: ['wells'] })).toBe(false);
    expect(fit({ category: null }, { category: ['none'] })).toBe(true);
    expect(fit({ category: null }, { category: ['water'] })).toBe(false);
  });

  it('by who claimed it', () => {
    const claim = { by: { id: 'me', name: 'Ada' }, until: '2026-03-01T10:15:00Z' };
    expect(fit({ claim }, { assignee: 'me' })).toBe(true);
    expect(fit({ claim }, { assignee: 'none' })).toBe(false);
    expect(fit({ claim: null }, { assignee: 'me' })).toBe(false);
  });

  it('by place on the map', () => {
    expect(fit({ location: null }, { located: 'false' })).toBe(true);
    expect(fit({ location: null }, { located: 'true' })).toBe(false);
  });

  it('by all words in text or place, whatever their accents', () => {
    expect(fit({ text: 'Bâtiment effondré', place: 'Rue 4' }, { q: 'batiment rue' })).toBe(true);
    expect(fit({ text: 'Bâtiment effondré', place: 'Rue 4' }, { q: 'batiment pont' })).toBe(false);
  });

  it('by day, the last one included', () => {
    const receivedAt = new Date(2026, 2, 1, 23, 30).toISOString();
    expect(fit({ receivedAt }, { from: '2026-03-01', to: '2026-03-01' })).toBe(true);
    expect(fit({ receivedAt }, { from: '2026-03-02' })).toBe(false);
    expect(fit({ receivedAt }, { to: '2026-02-28' })).toBe(false);
  });
});

import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { activeFilters, noFilter, roomOf, withTab, type Filter } from './address.js';
import { formatAddress, parseAddress } from './address-text.js';
import { listQuery } from './list-query.js';
import { channels, reportStatuses, severities } from './words.js';

const parse = (address: string): ReturnType<typeof parseAddress> => {
  const url = new URL(address, 'http://localhost');
  return parseAddress(url.pathname, url.search);
};

const id = '01890a5d-ac96-774b-bcce-b302099a8057';

describe('the address', () => {
  it('of the bare console is the home screen', () => {
    expect(parse('/console')).toEqual({ screen: 'home' });
    expect(parse('/console/')).toEqual({ screen: 'home' });
  });

  it('carries tab, filters and what is open', () => {
    const text = `/console/main?status=new,in_review&assignee=me&q=no%20water&report=${id}`;
    expect(parse(text)).toEqual({
      ...roomOf('main'),
      filter: { ...noFilter, status: ['new', 'in_review'], assignee: 'me', q: 'no water' },
      selected: { kind: 'report', id },
    });
    expect(formatAddress(parse(text))).toBe(text);
  });

  it('of the likely events is a screen of its own', () => {
    expect(parse('/console/main/events')).toEqual({ screen: 'events', slug: 'main' });
    expect(formatAddress({ screen: 'events', slug: 'main' })).toBe('/console/main/events');
    for (const all of [false, true]) {
      const address = { screen: 'offers', slug: 'main', all } as const;
      const text = `/console/main/offers${all ? '?all=true' : ''}`;
      expect([formatAddress(address), parse(text)]).toEqual([text, address]);
    }
  });

  it('drops words that it does not know', () => {
    expect(parse('/console/main?status=new,gone&assignee=you&from=yesterday&area=1,2;3&time=updated&report=7')).toEqual(
      {
        ...roomOf('main'),
        filter: { ...noFilter, status: ['new'] },
      },
    );
  });

  it('drops filters that belong to the other tab', () => {
    expect(parse('/console/main?tab=incidents&status=new&channel=sms')).toEqual(roomOf('main', 'incidents'));
  });

  it('of the board and of a shift say their period', () => {
    for (const text of [
      '/console/main/board',
      '/console/main/board?period=7d',
      '/console/main/shift',
      '/console/main/situation',
      '/console/main/shift?from=2026-01-01T06:00Z&to=2026-01-01T14:00Z',
    ]) {
      expect(formatAddress(parse(text))).toBe(text);
    }
    expect(parse('/console/main/board?period=long')).toMatchObject({ screen: 'board', period: '24h' });
  });

  it('opens the first settings section when it does not know the one asked for', () => {
    expect(parse('/console/main/settings/nothing')).toEqual({
      screen: 'settings',
      slug: 'main',
      section: 'deployment',
    });
  });

  it('reads back whatever filters it wrote', () => {
    const filters: fc.Arbitrary<Filter> = fc.record({
      status: fc.uniqueArray(fc.constantFrom(...reportStatuses)),
      category: fc.uniqueArray(fc.stringMatching(/^[a-z0-9][a-z0-9-]{0,9}$/)),
      severity: fc.constant([]),
      confidence: fc.constant([]),
      priority: fc.uniqueArray(fc.constantFrom(...severities)),
      channel: fc.uniqueArray(fc.constantFrom(...channels)),
      language: fc.uniqueArray(fc.constantFrom('ar', 'pt-BR', 'none')),
      assignee: fc.constantFrom('', 'me', 'none'),
      located: fc.constantFrom('', 'true', 'false'),
      media: fc.constantFrom('', 'true', 'false'),
      contact: fc.constantFrom('', 'true', 'false'),
      answered: fc.constantFrom('', 'true', 'false'),
      visibility: fc.constant(''),
      area: fc.constantFrom('', '1.5,2;3,-4.25;5,6'),
      time: fc.constantFrom('', 'observed'),
      from: fc.constantFrom('', '2026-01-31', '2026-01-31T10:05Z'),
      to: fc.constantFrom('', '2026-02-01'),
      reporter: fc.string({ maxLength: 30 }),
      q: fc.string({ maxLength: 30 }),
    });
    fc.assert(
      fc.property(filters, (filter) => {
        const address = { ...roomOf('main'), filter };
        expect(parse(formatAddress(address))).toEqual(address);
      }),
    );
  });
});

describe('the list of reports', () => {
  it('is that of open work at first, and says when it is not', () => {
    expect(roomOf('main').filter.status).toEqual(['new', 'in_review', 'needs_info']);
    expect(formatAddress(roomOf('main'))).toBe('/console/main');
    const all = { ...roomOf('main'), filter: noFilter };
    expect(formatAddress(all)).toBe('/console/main?status=all');
    expect(parse('/console/main?status=all')).toEqual(all);
    expect([activeFilters(roomOf('main').filter, 'reports'), activeFilters(noFilter, 'reports')]).toEqual([
      [],
      ['status'],
    ]);
  });

  it('has another beside it, of what waits in quarantine', () => {
    const quarantine = roomOf('main', 'quarantine');
    expect(parse('/console/main?tab=quarantine&status=verified')).toEqual(quarantine);
    expect(formatAddress(quarantine)).toBe('/console/main?tab=quarantine');
    expect(listQuery(quarantine.filter, 'quarantine').toString()).toBe('quarantined=true');
  });
});

describe('how sure responders are of incidents', () => {
  it('is a filter of theirs alone, and drops what is not known', () => {
    const incidents = parse('/console/main?tab=incidents&confidence=likely,sure,confirmed');
    expect(formatAddress(incidents)).toBe('/console/main?tab=incidents&confidence=likely,confirmed');
    expect(parse('/console/main?confidence=likely')).toEqual(roomOf('main'));
  });
});

describe('changing the tab', () => {
  it('keeps category, days and words, and forgets what the other tab does not mean', () => {
    const filter: Filter = { ...noFilter, status: ['new'], channel: ['sms'], category: ['water'], q: 'well' };
    const other = withTab({ ...roomOf('main'), filter }, 'incidents');
    expect(activeFilters(other.filter, 'incidents')).toEqual(['category', 'q']);
  });
});

describe('the query of a list', () => {
  it('includes the whole last day', () => {
    const query = listQuery({ ...noFilter, from: '2026-03-01', to: '2026-03-01' }, 'reports');
    const hours = (Date.parse(query.get('to') ?? '') - Date.parse(query.get('from') ?? '')) / 3_600_000;
    expect(hours).toBe(24);
  });

  it('takes minutes as they are, whoever reads them', () => {
    const query = listQuery({ ...noFilter, from: '2026-03-01T10:05Z', to: '2026-03-01T11:00Z' }, 'reports');
    expect([query.get('from'), query.get('to')]).toEqual(['2026-03-01T10:05:00.000Z', '2026-03-01T11:00:00.000Z']);
  });

  it('joins lists with commas and leaves empty filters out', () => {
    expect(listQuery({ ...noFilter, status: ['new', 'verified'] }, 'reports').toString()).toBe('status=new%2Cverified');
  });
});

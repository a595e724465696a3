import { describe, expect, it } from '@jest/globals';
import { readQuery } from './read-query.js';

const now = new Date('2026-06-30T12:00:00Z');
const read = (query: Record<string, string>) => readQuery(query, now);

describe('which requests are asked for', () => {
  it('are those of the last 90 days where nothing is said, or where what is said is empty', () => {
    const all = {
      ids: [],
      codes: null,
      statuses: [],
      from: new Date('2026-04-01T12:00:00Z'),
      to: new Date('2026-06-30T12:00:01Z'),
      page: 1,
      pageSize: 1000,
    };
    expect(read({})).toEqual(all);
    expect(read({ service_request_id: '', service_code: '', status: '', start_date: '', page: ' ' })).toEqual(all);
  });

  it('can be said by service, state, time and page', () => {
    const query = {
      service_code: 'water, well',
      status: 'open,closed',
      start_date: '2026-01-01T00:00:00+02:00',
      end_date: '2026-02-01',
      page: '3',
      page_size: '5000',
    };
    expect(read(query)).toEqual({
      ids: [],
      codes: ['water', 'well'],
      statuses: ['open', 'closed'],
      from: new Date('2025-12-31T22:00:00Z'),
      to: new Date('2026-02-01T00:00:01Z'),
      page: 3,
      pageSize: 1000,
    });
  });

  it('reach 90 days on from a beginning, but not into the future', () => {
    expect(read({ start_date: '2026-01-01T00:00:00Z' })).toMatchObject({ to: new Date('2026-04-01T00:00:01Z') });
    expect(read({ start_date: '2026-06-01T00:00:00 02:00' })).toMatchObject({
      from: new Date('2026-05-31T22:00:00Z'),
      to: new Date('2026-06-30T12:00:01Z'),
    });
  });

  it('are those named, whatever else is asked', () => {
    expect(read({ service_request_id: 'a, b', status: 'odd', start_date: 'odd' })).toMatchObject({ ids: ['a', 'b'] });
  });

  it.each([
    { status: 'open,odd' },
    { start_date: 'yesterday' },
    { start_date: '2026-01-01T00:00:00' },
    { end_date: '2026-13-01T00:00:00Z' },
    { start_date: '2026-01-01', end_date: '2026-06-01' },
    { page: '0' },
    { page_size: '-1' },
    { service_request_id: 'a,'.repeat(101) },
  ])('%j is refused', (query) => {
    expect(read(query)).toEqual([{ code: 400, description: expect.any(String) }]);
  });
});

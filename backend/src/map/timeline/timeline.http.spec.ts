/** The counts of the timeline from outside: what each audience is told, and how it is cached. */
import { beforeAll, describe, expect, it } from '@jest/globals';
import type { Histogram, IncidentDetail } from '@atesto/contract';
import { eventually } from '../../../../test/support/eventually.js';
import { openIncident } from '../../../../test/support/people.js';
import { useServer } from '../../../../test/support/test-server.js';

const server = useServer();
const sum = ({ counts }: Histogram): number => counts.reduce((all, one) => all + one, 0);
const ask = (query = '', cookie: string | null = null, headers: Record<string, string> = {}) =>
  server.main<Histogram>(`/incidents/timeline${query}`, { cookie, headers });

beforeAll(async () => {
  await openIncident(server, { title: 'Dry well', severity: 'high' }, { location: { lat: 3, lon: 4 } });
  await openIncident(server, { title: 'Fire', category: 'fire' }, { location: { lat: 30, lon: 40 } });
  const { id, version } = await openIncident(server, { title: 'Internal' }, { location: { lat: 3, lon: 4 } });
  const headers = { 'if-match': `"${version}"` };
  await server.main<IncidentDetail>(`/incidents/${id}`, { method: 'PATCH', body: { visibility: 'internal' }, headers });
});

describe('the timeline', () => {
  it('counts for the public what is public, for responders all', async () => {
    await eventually(async () => expect(sum((await ask()).body)).toBe(2));
    const { body } = await ask('', server.adminCookie);
    expect(sum(body)).toBe(3);
    expect(Object.keys(body).sort()).toEqual(['counts', 'from', 'minutes', 'to']);
    expect(sum((await ask('?audience=public', server.adminCookie)).body)).toBe(2);
  });

  it('keeps to the filters, the part of the world and the time', async () => {
    expect(sum((await ask('?category=fire')).body)).toBe(1);
    expect(sum((await ask('?severity=high&status=open')).body)).toBe(1);
    expect(sum((await ask('?bbox=30,20,50,40')).body)).toBe(1);
    expect((await ask('?bbox=-30,-20,-10,-5')).body.counts).toEqual([]);
    const { body } = await ask('?from=2020-01-01T00:00Z&to=2020-01-02T00:00Z&buckets=24');
    expect(body).toEqual({
      from: '2020-01-01T00:00:00.000Z',
      to: '2020-01-02T00:00:00.000Z',
      minutes: 60,
      counts: new Array(24).fill(0),
    });
  });

  it('is answered with 304 while nothing changed, and may be shared only when it is public by its address', async () => {
    const first = await ask('?audience=public');
    expect(first.headers.get('cache-control')).toMatch(/^public, max-age=\d+/);
    const etag = first.headers.get('etag') ?? '';
    expect((await ask('?audience=public', null, { 'if-none-match': etag })).status).toBe(304);
    expect((await ask()).headers.get('cache-control')).toMatch(/^private/);
    await openIncident(server, { title: 'One more' }, { location: { lat: 3, lon: 4 } });
    await eventually(async () =>
      expect((await ask('?audience=public', null, { 'if-none-match': etag })).status).toBe(200),
    );
  });

  it.each([
    '?buckets=201',
    '?buckets=1',
    '?from=yesterday',
    '?bbox=1,2,3',
    '?bbox=0,50,10,40',
    '?status=new',
    '?odd=1',
  ])('refuses %s', async (query) => {
    expect((await ask(query)).status).toBe(422);
  });
});

/** The suggestions from outside, by the names that we ship. */
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from '@jest/globals';
import type { DeploymentView, OfflinePlaces, SuggestedPlaces } from '@atesto/contract';
import { useServer } from '../../../../test/support/test-server.js';

const server = useServer();
const haiti = { west: -74.5, south: 18, east: -71.6, north: 20.1 };

async function setArea(area: DeploymentView['area']): Promise<void> {
  const { body } = await server.main<DeploymentView>('');
  const headers = { 'if-match': `"${body.version}"` };
  expect((await server.main('', { method: 'PATCH', body: { area }, headers })).status).toBe(200);
}

const suggest = async (query: string): Promise<SuggestedPlaces['items']> => {
  const { body } = await server.main<SuggestedPlaces>(`/places?${query}`, { cookie: null });
  return body.items;
};

describe('suggestions', () => {
  it('know the world, largest first', async () => {
    const [first] = await suggest('q=londo');
    expect(first).toMatchObject({ name: 'London', country: 'GB' });
    expect(await suggest('q=s')).toHaveLength(10);
    expect(await suggest('q=s&limit=3')).toHaveLength(3);
    expect(await suggest('q=xqzzy')).toEqual([]);
  });

  it('put the area first', async () => {
    await setArea(haiti);
    const found = await suggest(`q=${encodeURIComponent('léo')}`);
    expect(found[0]).toMatchObject({ name: 'Léogâne', country: 'HT', region: 'Ouest' });
  });

  it('thank their source', async () => {
    const { body, headers } = await server.main<SuggestedPlaces>('/places?q=a', { cookie: null });
    expect(body.attribution).toEqual(['GeoNames (CC BY 4.0)']);
    expect(headers.get('cache-control')).toMatch(/^private/);
  });

  it.each(['', 'q=', `q=${'x'.repeat(101)}`, 'q=a&limit=0', 'q=a&limit=21', 'q=a&lang=1', 'q=a&odd=1'])(
    'are refused for %j',
    async (query) => {
      expect((await server.main(`/places?${query}`, { cookie: null })).status).toBe(422);
    },
  );
});

describe('the list for phones', () => {
  it('has the places of the area, small enough, and is not sent twice', async () => {
    await setArea(haiti);
    const { body, headers } = await server.main<OfflinePlaces>('/places.json', { cookie: null });
    expect(body.places.length).toBeGreaterThan(50);
    expect(body.places.every(([, lat, lon]) => lat >= 18 && lat <= 20.1 && lon >= -74.5 && lon <= -71.6)).toBe(true);
    expect(body.places[0]).toEqual(['Port-au-Prince', 18.543, -72.339, 'HT', 11.1]);
    const again = { cookie: null, headers: { 'if-none-match': headers.get('etag') ?? '' } };
    expect((await server.main('/places.json', again)).status).toBe(304);
  });

  it('is cut to what a slow connection can bear', async () => {
    await setArea({ west: -180, south: -85, east: 180, north: 85 });
    const { body } = await server.main<OfflinePlaces>('/places.json', { cookie: null });
    expect(body.places.length).toBeGreaterThan(1500);
    expect(body.places.length).toBeLessThanOrEqual(2000);
    expect(gzipSync(JSON.stringify(body)).length).toBeLessThanOrEqual(40 * 1024);
  });
});

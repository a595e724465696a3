import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Geocoder, readAnswers, searchAddress } from './geocoder.js';
import { joinPlaces } from './join-places.js';

const area = { west: -73, south: 18, east: -72, north: 19 };
const street = {
  lat: '18.5',
  lon: '-72.3',
  name: 'Rue Inventée',
  display_name: 'Rue Inventée, Ville, Pays',
  licence: 'Data © Somebody',
  address: { road: 'Rue Inventée', city: 'Ville', state: 'Ouest', country_code: 'ht' },
};
const read = { name: 'Rue Inventée', region: 'Ville', country: 'HT', lat: 18.5, lon: -72.3, population: 0 };

describe('the answers of a geocoder', () => {
  it('are read, and thanked for', () => {
    expect(readAnswers([street])).toEqual({ items: [read], attribution: ['Data © Somebody'] });
    expect(readAnswers([{ ...street, name: '', address: undefined }]).items).toEqual([
      { ...read, region: null, country: '' },
    ]);
  });

  it.each([null, {}, 'x', [null], [1], [{}], [{ ...street, lat: '95' }], [{ ...street, lat: 'x' }]])(
    'are nothing when they are %j',
    (answers) => {
      expect(readAnswers(answers).items).toEqual([]);
    },
  );

  it('are asked for in the reader’s language, near the area', () => {
    const url = searchAddress('https://geo.example.org/nominatim/', 'rue inv', area, 5, 'fr');
    expect(url.origin + url.pathname).toBe('https://geo.example.org/nominatim/search');
    expect(Object.fromEntries(url.searchParams)).toEqual({
      q: 'rue inv',
      format: 'jsonv2',
      addressdetails: '1',
      limit: '5',
      'accept-language': 'fr',
      viewbox: '-73,19,-72,18',
    });
  });
});

describe('a geocoder', () => {
  let server: Server;
  let answer: (path: string) => [status: number, body: string];
  const asked: string[] = [];
  const geocoder = (): Geocoder => {
    const { port } = server.address() as AddressInfo;
    return new Geocoder({ geocoderUrl: `http://127.0.0.1:${port}`, publicUrl: 'https://map.example.org' });
  };

  beforeAll(async () => {
    server = createServer((request, response) => {
      asked.push(request.url ?? '');
      const [status, body] = answer(request.url ?? '');
      response.writeHead(status, { location: '/elsewhere' }).end(body);
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  });
  afterAll(async () => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  });

  it('is asked, and its failures are silent', async () => {
    answer = () => [200, JSON.stringify([street])];
    expect((await geocoder().search('rue inv', area, 5, '')).items).toEqual([read]);
    for (const [status, body] of [
      [500, ''],
      [200, 'no JSON'],
      [302, ''],
    ] as const) {
      answer = () => [status, body];
      expect(await geocoder().search('rue inv', area, 5, '')).toEqual({ items: [], attribution: [] });
    }
  });

  it('is not asked for two letters, nor when there is none', async () => {
    const before = asked.length;
    await geocoder().search('ru', area, 5, '');
    await new Geocoder({ geocoderUrl: null, publicUrl: '' }).search('rue inv', area, 5, '');
    expect(asked).toHaveLength(before);
  });
});

describe('both sources together', () => {
  const known = Array.from({ length: 10 }, (_, at) => ({ ...read, name: `Town ${at}`, lat: at }));

  it('share the room, and name nothing twice', () => {
    const found = Array.from({ length: 9 }, (_, at) => ({ ...read, name: `Road ${at}` }));
    expect(joinPlaces(known, found, 10).filter(({ name }) => name.startsWith('Road'))).toHaveLength(5);
    expect(joinPlaces(known.slice(0, 2), found, 10)).toHaveLength(10);
    expect(joinPlaces(known, [], 10)).toEqual(known);
    expect(joinPlaces(known.slice(0, 3), [{ ...read, name: 'town 2', lat: 2.05 }], 10)).toHaveLength(3);
  });
});

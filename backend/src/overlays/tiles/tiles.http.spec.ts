/** Tile archives over HTTP: sent or put into the data folder, and handed out tile by tile. */
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from '@jest/globals';
import type { OverlayDetail, OverlayFileView } from '@atesto/contract';
import { addOverlay, sendFile } from '../../../../test/support/overlays.js';
import { pmtilesOf } from '../../../../test/support/pmtiles.js';
import { useServer } from '../../../../test/support/test-server.js';

const server = useServer();
const picture = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);
const words = Buffer.from('made-up vector tile');

const pictures = pmtilesOf([{ z: 0, x: 0, y: 0, body: picture }], 2);
const vectors = pmtilesOf(
  [
    { z: 1, x: 0, y: 1, body: words },
    { z: 1, x: 1, y: 1, body: words },
  ],
  1,
);

async function added(archive: Buffer, parts: object = {}): Promise<OverlayDetail> {
  const { file } = (await sendFile(server, archive)).body;
  return (await addOverlay(server, { kind: 'pmtiles', names: { en: 'Relief' }, file, ...parts })).body;
}
const tile = (id: string, path: string, headers: Record<string, string> = {}) =>
  server.main<string>(`/overlays/${id}/tiles/${path}`, { cookie: null, headers });

describe('an archive that is sent', () => {
  it('tells what is in it', async () => {
    expect((await sendFile(server, vectors)).body).toMatchObject({
      kind: 'pmtiles',
      tiles: 'vector',
      minZoom: 1,
      maxZoom: 1,
      attribution: 'Made up',
    });
  });

  it('gives its tiles, nothing where there is none, and says when one has it already', async () => {
    const { id, file, tiles, deepest, attribution } = await added(vectors);
    expect([tiles, deepest, attribution]).toEqual(['vector', 1, 'Made up']);
    const found = await tile(id, '1/0/1');
    expect([found.status, found.body, found.headers.get('content-type')]).toEqual([
      200,
      words.toString(),
      'application/vnd.mapbox-vector-tile',
    ]);
    expect((await tile(id, '1/0/0')).status).toBe(204);
    expect((await tile(id, '1/0/1', { 'if-none-match': `"${file}"` })).status).toBe(304);
    for (const odd of ['1/2/0', '23/0/0', 'a/0/0', '1/-1/0']) expect((await tile(id, odd)).status).toBe(404);
  });

  it('of pictures gives pictures, and none to those who may not see it', async () => {
    const open = await added(pictures);
    expect((await tile(open.id, '0/0/0')).headers.get('content-type')).toBe('image/png');
    const clear = await tile(open.id, '3/0/0');
    expect([clear.status, clear.headers.get('content-type')]).toEqual([200, 'image/png']);
    const closed = await added(pictures, { visibility: 'responders' });
    expect((await tile(closed.id, '0/0/0')).status).toBe(404);
    const own = await server.main(`/overlays/${closed.id}/tiles/0/0/0`);
    expect([own.status, own.headers.get('cache-control')]).toEqual([200, 'private, no-cache']);
  });

  it('that claims more than it holds is refused', async () => {
    const odd = Buffer.from(vectors);
    odd.writeBigUInt64LE(2n ** 40n, 16);
    expect((await sendFile(server, odd)).status).toBe(422);
    expect((await sendFile(server, vectors.subarray(0, 100))).status).toBe(422);
  });
});

describe('a base map in the data folder', () => {
  it('is told of and served', async () => {
    const folder = join(server.home.dataDir, 'pmtiles');
    await mkdir(folder, { recursive: true });
    expect((await server.call('/basemap/archive/1/0/1', { cookie: null })).status).toBe(404);
    await server.restart();
    await writeFile(join(folder, 'basemap.pmtiles'), vectors);
    const { body } = await server.call<{ archive: unknown }>('/basemap/config.json', { cookie: null });
    expect(body.archive).toEqual({ tiles: 'vector', deepest: 1, attribution: 'Made up' });
    expect((await server.call('/basemap/archive/1/0/1', { cookie: null })).body).toBe(words.toString());
    expect((await server.call('/basemap/archive/1/0/0', { cookie: null })).status).toBe(204);
    await rm(join(folder, 'basemap.pmtiles'));
  });
});

describe('an archive in the data folder', () => {
  beforeAll(async () => {
    const folder = join(server.home.dataDir, 'pmtiles');
    await mkdir(folder, { recursive: true });
    await writeFile(join(folder, 'relief.pmtiles'), vectors);
    await writeFile(join(folder, 'broken.pmtiles'), 'PMTiles');
    await writeFile(join(folder, 'notes.txt'), 'x');
  });

  it('is offered, and shown under its name', async () => {
    const { items } = (await server.main<{ items: OverlayFileView[] }>('/overlay-files')).body;
    expect(items.map(({ file }) => file)).toEqual(['relief.pmtiles']);
    const { id } = (await addOverlay(server, { kind: 'pmtiles', names: { en: 'R' }, file: 'relief.pmtiles' })).body;
    expect((await tile(id, '1/1/1')).body).toBe(words.toString());
  });

  it('is nothing beside it', async () => {
    for (const file of ['../secret-key', 'notes.txt', '../pmtiles/relief.pmtiles', 'broken.pmtiles']) {
      expect((await addOverlay(server, { kind: 'pmtiles', names: { en: 'R' }, file })).status).toBe(422);
    }
  });
});

/** Layers over the map for tests over HTTP, all made up. */
import type { AreaStatus, OverlayDetail, OverlayFileView } from '@atesto/contract';
import type { Answer, TestServer } from './test-server.js';

export const square = (lon: number, lat = 0, side = 1): number[][] => [
  [lon, lat],
  [lon + side, lat],
  [lon + side, lat + side],
  [lon, lat + side],
  [lon, lat],
];

/** One square beside the other. */
export const areasFile = (all: readonly object[], side = 1): string =>
  JSON.stringify({
    type: 'FeatureCollection',
    features: all.map((properties, at) => ({
      type: 'Feature',
      properties,
      geometry: { type: 'Polygon', coordinates: [square(at * side, 0, side)] },
    })),
  });

export const sendFile = (server: TestServer, content: string | Uint8Array, cookie?: string | null) =>
  server.main<OverlayFileView>('/overlay-files', {
    method: 'POST',
    headers: { 'content-type': 'application/x-atesto-overlay' },
    body: content,
    ...(cookie !== undefined && { cookie }),
  });

export const addOverlay = (server: TestServer, body: object, cookie: string = server.adminCookie) =>
  server.main<OverlayDetail>('/overlays', { body, cookie });

export const addTiles = (server: TestServer, parts: object = {}, cookie?: string): Promise<Answer<OverlayDetail>> =>
  addOverlay(
    server,
    { kind: 'xyz', names: { en: 'Relief' }, url: 'https://tiles.example.org/{z}/{x}/{y}.png', ...parts },
    cookie,
  );

export const mapping = { id: 'id', name: 'name', state: 'level' };

/** Two areas, one of them under watch. */
export async function addAreas(server: TestServer, parts: object = {}): Promise<OverlayDetail> {
  const { file } = (
    await sendFile(
      server,
      areasFile([
        { id: 'a', name: 'Mill', level: 'none' },
        { id: 'b', name: 'Bank', level: 'watch' },
      ]),
    )
  ).body;
  const body = { kind: 'areas', names: { en: 'Floods' }, authority: 'Flood office', file, mapping, ...parts };
  return (await addOverlay(server, body)).body;
}

export const putAreas = (server: TestServer, id: string, all: readonly object[], cookie?: string) =>
  server.main<{ items: AreaStatus[] }>(`/overlays/${id}/areas`, {
    method: 'PUT',
    headers: { 'content-type': 'application/geo+json' },
    body: areasFile(all),
    ...(cookie !== undefined && { cookie }),
  });

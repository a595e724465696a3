/** Answers a request for a tile: 200 with a gzipped body, 204 when it is empty, 304 when the caller has it already. */
import { gunzipSync } from 'node:zlib';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { hasAlready } from '../platform/index.js';

export interface TileAnswer {
  etag: string;
  /** Gzipped; null when the tile is empty. */
  body: Buffer | null;
  cacheControl: string;
}

export async function sendTile(request: FastifyRequest, reply: FastifyReply, tile: TileAnswer): Promise<void> {
  void reply.headers({ etag: tile.etag, 'cache-control': tile.cacheControl, vary: 'accept-encoding' });
  if (hasAlready(request.headers['if-none-match'], tile.etag)) {
    await reply.code(304).send();
    return;
  }
  if (tile.body === null) {
    await reply.code(204).send();
    return;
  }
  void reply.type('application/vnd.mapbox-vector-tile');
  if (/\bgzip\b/.test(request.headers['accept-encoding'] ?? '')) {
    await reply.header('content-encoding', 'gzip').send(tile.body);
  } else {
    await reply.send(gunzipSync(tile.body));
  }
}

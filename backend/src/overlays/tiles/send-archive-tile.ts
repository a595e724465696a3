/**
 * Sends a tile out of an archive: pictures as they are, vector tiles packed. Where there is none, nothing, or a clear picture
 * instead of one: browsers take an empty answer to an image for a fault, and the map would take the server for gone.
 */
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import type { TileKind } from '@atesto/contract';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { sendPacked } from '../shapes/send-packed.js';

const types: Record<TileKind, string> = {
  vector: 'application/vnd.mapbox-vector-tile',
  png: 'image/png',
  jpg: 'image/jpeg',
  webp: 'image/webp',
  avif: 'image/avif',
};

/** One pixel that nothing is seen of. */
const clear = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAQAAAC1HAwCAAAAC0lEQVR42mNgYAAAAAMAASsJTYQAAAAASUVORK5CYII=',
  'base64',
);

export async function sendArchiveTile(
  request: FastifyRequest,
  reply: FastifyReply,
  kind: TileKind,
  body: Buffer | null,
): Promise<void> {
  if (body === null && kind === 'vector') await reply.code(204).send();
  else if (body === null) await reply.type(types.png).send(clear);
  else if (kind !== 'vector') await reply.type(types[kind]).send(body);
  else await sendPacked(request, reply.type(types.vector), await promisify(gzip)(body, { level: 4 }));
}

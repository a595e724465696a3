/** Sends a tile out of an archive: pictures as they are, vector tiles packed, and nothing where there is none. */
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

export async function sendArchiveTile(
  request: FastifyRequest,
  reply: FastifyReply,
  kind: TileKind,
  body: Buffer | null,
): Promise<void> {
  if (body === null) await reply.code(204).send();
  else if (kind !== 'vector') await reply.type(types[kind]).send(body);
  else await sendPacked(request, reply.type(types.vector), await promisify(gzip)(body, { level: 4 }));
}

/** Sends what lies gzipped: as it is to those who take that, which are all browsers. */
import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';
import type { FastifyReply, FastifyRequest } from 'fastify';

export async function sendPacked(request: FastifyRequest, reply: FastifyReply, packed: Buffer): Promise<void> {
  if (/\bgzip\b/.test(request.headers['accept-encoding'] ?? '')) {
    await reply.header('content-encoding', 'gzip').send(packed);
  } else await reply.send(await promisify(gunzip)(packed));
}

/**
 * Pages of others may read what is open to everybody: calls of the API that only read, without any cookie or key. A
 * request that carries one might be answered with more, so it gets no allowance, and none ever names credentials.
 */
import type { INestApplication } from '@nestjs/common';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { routesOf, type Route } from './routes.js';

const exposed = ['etag', 'link', 'retry-after', 'ratelimit', 'ratelimit-policy', 'x-action'].join(', ');

const allowance = { 'access-control-allow-origin': '*', 'access-control-expose-headers': exposed };

const preflight = {
  ...allowance,
  'access-control-allow-methods': 'GET, HEAD',
  'access-control-allow-headers': 'accept, accept-language, if-none-match',
  'access-control-max-age': '86400',
};

/** What is only for whoever knows a secret address, and what a phone asks for itself, is nobody else's. */
const isShared = ({ method, path, rule }: Route): boolean =>
  method === 'GET' && rule?.kind === 'anyone' && /^\/api\/v1\/deployments(\/|$)/.test(path);

const bearsRights = ({ headers }: FastifyRequest): boolean =>
  headers.cookie !== undefined || headers.authorization !== undefined;

function allow(request: FastifyRequest, reply: FastifyReply, headers: Record<string, string>): void {
  if (request.headers.origin !== undefined && !bearsRights(request)) void reply.headers(headers);
}

/** To be called before the server listens. */
export function shareOpenReads(app: INestApplication, server: FastifyInstance): void {
  const paths = new Set([
    ...routesOf(app)
      .filter(isShared)
      .map(({ path }) => path),
    '/api/v1/openapi.json',
  ]);
  server.addHook('onRequest', (request, reply, done) => {
    const isRead = request.method === 'GET' || request.method === 'HEAD';
    if (isRead && paths.has(request.routeOptions.url ?? '')) allow(request, reply, allowance);
    done();
  });
  // Last, beside what the call itself says of its answers.
  server.addHook('onSend', (request, reply, payload, done) => {
    if (paths.has(request.routeOptions.url ?? '')) {
      const vary = reply.getHeader('vary');
      void reply.header('vary', [vary, 'origin'].filter((part) => part !== undefined && part !== '').join(', '));
    }
    done(null, payload);
  });
  for (const url of paths) {
    server.options(url, async (request, reply) => {
      allow(request, reply, preflight);
      await reply.status(204).send();
    });
  }
}

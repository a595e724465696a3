/** Puts the HTTP server together: limits, headers, parsers, static files, sockets. Does not listen yet. */
import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import compress from '@fastify/compress';
import cookie from '@fastify/cookie';
import multipart from '@fastify/multipart';
import fastifyStatic from '@fastify/static';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { WhoAsks } from './accounts/index.js';
import { DeploymentCatalogue } from './deployments/index.js';
import { LiveAdapter } from './live/index.js';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { serveDocs } from './api-docs.js';
import { AppModule } from './app.module.js';
import { shareOpenReads } from './cross-origin.js';
import { serveDescription } from './openapi.js';
import { importType } from './channels/import/index.js';
import { areasType, audienceOf, overlayFileType, OverlayCatalogue } from './overlays/index.js';
import { pieceType } from './channels/web/index.js';
import { acceptRawBodies } from './gateways/index.js';
import { addSecurityHeaders, type OverlaySources } from './security-headers.js';
import {
  NestLog,
  notFound,
  ProblemFilter,
  sayActions,
  type Log,
  type Metrics,
  type PlatformParts,
} from './platform/index.js';

/** Bytes of a JSON body: a report of 5,000 characters with many answers fits several times. */
const bodyLimit = 512 * 1024;

function logRequests(server: FastifyInstance, log: Log): void {
  server.addHook('onResponse', (request: FastifyRequest, reply: FastifyReply, done) => {
    const level = reply.statusCode >= 500 ? 'error' : reply.statusCode >= 400 ? 'info' : 'debug';
    const { method, id: requestId } = request;
    // The route, not the address: an address may hold search words or a secret.
    const line = { requestId, method, route: request.routeOptions.url, status: reply.statusCode };
    log[level]({ ...line, ms: Math.round(reply.elapsedTime) }, 'request');
    done();
  });
}

/** A process without the role is still asked whether it lives. */
function answerHealthOnly(server: FastifyInstance): void {
  server.addHook('onRequest', (request, _, done) => {
    done(/^\/(healthz|readyz|metrics)$/.test(request.routeOptions.url ?? '') ? undefined : notFound('page'));
  });
}

async function addPlugins(app: NestFastifyApplication, frontendDir: string): Promise<void> {
  await app.register(compress, { threshold: 2048, encodings: ['br', 'gzip'] });
  await app.register(cookie);
  await app.register(multipart, { throwFileSizeLimit: true });
  await app.register(fastifyStatic, {
    root: join(frontendDir, 'assets'),
    prefix: '/assets/',
    immutable: true,
    maxAge: '1y',
    index: false,
    decorateReply: false,
  });
}

/** Imports, pieces of photos and files of overlays are read as they come, however long they are, each by its own route only. */
function acceptStreams(server: FastifyInstance): void {
  const routes = {
    [importType]: /\/imports$/,
    [pieceType]: /\/photos\/:id$/,
    [overlayFileType]: /\/overlay-files$/,
    [areasType]: /\/areas$/,
  };
  for (const [type, route] of Object.entries(routes)) {
    server.addContentTypeParser(type, (request, payload, done) => {
      if (route.test(request.routeOptions.url ?? '')) done(null, payload);
      else done(Object.assign(new Error('Unsupported Media Type'), { statusCode: 415 }));
    });
  }
}

/** An empty body with a JSON type is no fault: some clients send the type with every call. */
function acceptEmptyJson(server: FastifyInstance): void {
  const parse = server.getDefaultJsonParser('error', 'error');
  server.removeContentTypeParser('application/json');
  server.addContentTypeParser('application/json', { parseAs: 'string', bodyLimit }, (request, body, done) => {
    if (body === '') done(null, undefined);
    else void parse(request, body as string, done);
  });
}

/** Asked for each page with a map. Which hosts responders' layers come from is told to responders alone. */
const sourcesOf =
  (app: NestFastifyApplication): OverlaySources =>
  async (slug, cookie) => {
    const { id } = await app.get(DeploymentCatalogue).named(slug);
    const access = await app.get(WhoAsks).access({ cookie }, id);
    return app.get(OverlayCatalogue).sources(id, audienceOf(access));
  };

export async function createApp(
  parts: PlatformParts & { frontendDir: string },
  metrics: Metrics | null = null,
): Promise<NestFastifyApplication> {
  const { config, log } = parts;
  const adapter = new FastifyAdapter({
    bodyLimit,
    // One proxy in front: what it says of the caller is believed, what the caller says of himself is not.
    trustProxy: config.trustProxy ? (_, hop) => hop === 0 : false,
    forceCloseConnections: 'idle',
    genReqId: () => randomUUID(),
    routerOptions: { maxParamLength: 200 },
    logger: false,
  });
  const app = await NestFactory.create<NestFastifyApplication>(AppModule.with(parts), adapter, {
    logger: new NestLog(log),
    abortOnError: false,
  });
  const server: FastifyInstance = adapter.getInstance();
  logRequests(server, log);
  metrics?.watch(server, config.metricsPort === config.port);
  if (!config.roles.has('http')) answerHealthOnly(server);
  addSecurityHeaders(server, config, sourcesOf(app));
  sayActions(server);
  await addPlugins(app, parts.frontendDir);
  app.useGlobalFilters(new ProblemFilter(log));
  app.useWebSocketAdapter(new LiveAdapter(app, config.roles.has('live')));
  serveDocs(app, server, serveDescription(app, server));
  shareOpenReads(app, server);
  try {
    await app.init();
  } catch (error) {
    // What has started holds connections, which the database would wait for.
    await app.close();
    throw error;
  }
  acceptEmptyJson(server);
  acceptStreams(server);
  acceptRawBodies(server);
  return app;
}

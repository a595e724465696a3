/** The page that tells others how to use the API: rendered once, from the description that the server gives of itself. */
import { createHash } from 'node:crypto';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { renderApiDocs } from '@atesto/frontend/report';
import type { FastifyInstance } from 'fastify';
import { BuiltFrontend } from './channels/web/index.js';
import { CONFIG, hasAlready, type Config } from './platform/index.js';

export const docsPath = '/api/docs';

/** `description` is made when the first one asks. To be called before the server listens. */
export function serveDocs(app: NestFastifyApplication, server: FastifyInstance, description: () => object): void {
  let page: { html: string; etag: string } | null = null;
  const render = (): { html: string; etag: string } => {
    const { publicUrl: origin } = app.get<Config>(CONFIG, { strict: false });
    const { docs } = app.get(BuiltFrontend, { strict: false });
    const html = renderApiDocs({ description: description(), origin, assets: docs });
    return { html, etag: `"${createHash('sha1').update(html).digest('base64url')}"` };
  };
  server.get(docsPath, async (request, reply) => {
    page ??= render();
    void reply.headers({ etag: page.etag, 'cache-control': 'no-cache' });
    if (hasAlready(request.headers['if-none-match'], page.etag)) return reply.status(304).send();
    return reply.type('text/html; charset=utf-8').send(page.html);
  });
}

/**
 * Headers that every answer carries, made once at start. The policy names our own origin only: no inline script or
 * style, nothing from elsewhere but the map tiles that somebody configured, and no frames around us, but for the pages
 * that are meant to be embedded.
 */
import type { FastifyInstance } from 'fastify';
import type { Config } from './platform/index.js';

/**
 * Newspapers and town halls put these into their own pages. A frame elsewhere gets no session cookie (SameSite), so
 * there is nothing in them that a stranger's page could make a signed-in person click. Sending the form leads to the
 * follow page, inside the same frame.
 */
const embeddable = /^\/(report|map|follow)\//;

export function securityHeaders(
  config: Pick<Config, 'publicUrl' | 'tilesUrl'>,
  ancestors: "'none'" | '*' = "'none'",
): Record<string, string> {
  const isSecure = config.publicUrl.startsWith('https:');
  const tileHost = config.tilesUrl === null ? [] : [new URL(config.tilesUrl.replace('{s}.', '*.')).origin];
  const policy = [
    "default-src 'self'",
    ["img-src 'self' data: blob:", ...tileHost].join(' '),
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    `frame-ancestors ${ancestors}`,
  ];
  return {
    'content-security-policy': policy.join('; '),
    'x-content-type-options': 'nosniff',
    ...(ancestors === '*' ? {} : { 'x-frame-options': 'DENY' }),
    // The follow page's address is a secret: other sites are not told where somebody comes from.
    'referrer-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
    'permissions-policy': 'geolocation=(self), camera=(self), microphone=(self)',
    ...(isSecure
      ? { 'strict-transport-security': 'max-age=31536000', 'cross-origin-opener-policy': 'same-origin' }
      : {}),
  };
}

export function addSecurityHeaders(server: FastifyInstance, config: Config): void {
  const headers = securityHeaders(config);
  const embedded = securityHeaders(config, '*');
  server.addHook('onRequest', (request, reply, done) => {
    // By the route, so that no spelling of an address can choose.
    reply.headers(embeddable.test(request.routeOptions.url ?? '') ? embedded : headers);
    done();
  });
}

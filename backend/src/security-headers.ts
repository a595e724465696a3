/**
 * Headers that every answer carries, made once at start. The policy names our own origin only: no inline script or
 * style, no frames around us, nothing from elsewhere but the map tiles that somebody configured.
 */
import type { FastifyInstance } from 'fastify';
import type { Config } from './platform/index.js';

export function securityHeaders(config: Pick<Config, 'publicUrl' | 'tilesUrl'>): Record<string, string> {
  const isSecure = config.publicUrl.startsWith('https:');
  const tileHost = config.tilesUrl === null ? [] : [new URL(config.tilesUrl.replace('{s}.', '*.')).origin];
  const policy = [
    "default-src 'self'",
    ["img-src 'self' data: blob:", ...tileHost].join(' '),
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ];
  return {
    'content-security-policy': policy.join('; '),
    'x-content-type-options': 'nosniff',
    'x-frame-options': 'DENY',
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
  server.addHook('onRequest', (_, reply, done) => {
    reply.headers(headers);
    done();
  });
}

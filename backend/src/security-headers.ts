/**
 * Headers that every answer carries. The policy names our own origin only: no inline script or style, nothing from
 * elsewhere but the map tiles that somebody configured and, on the pages with a deployment's map, the pictures of its
 * overlays; and no frames around us, but for the pages that are meant to be embedded.
 */
import type { FastifyInstance, FastifyRequest } from 'fastify';
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
  pictures: readonly string[] = [],
): Record<string, string> {
  const isSecure = config.publicUrl.startsWith('https:');
  const tileHost = config.tilesUrl === null ? [] : [new URL(config.tilesUrl.replace('{s}.', '*.')).origin];
  const policy = [
    "default-src 'self'",
    ["img-src 'self' data: blob:", ...tileHost, ...pictures].join(' '),
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

/** The servers whose pictures the overlays of a deployment show to whoever bears the cookie; without one to the public. */
export type OverlaySources = (slug: string, cookie: string | undefined) => Promise<readonly string[]>;

/** The deployment whose map a page shows, and by which cookie it is asked for; null for all other pages. */
function mapOn({ routeOptions, params, headers }: FastifyRequest): Parameters<OverlaySources> | null {
  const { deployment, '*': rest } = params as Record<string, string | undefined>;
  // What this page shows is the same for all.
  if (routeOptions.url === '/map/:deployment' && deployment !== undefined) return [deployment, undefined];
  const slug = routeOptions.url === '/console/*' ? rest?.split('/')[0] : undefined;
  return slug === undefined || slug === '' ? null : [slug, headers.cookie];
}

export function addSecurityHeaders(server: FastifyInstance, config: Config, sourcesOf: OverlaySources): void {
  const headers = securityHeaders(config);
  const embedded = securityHeaders(config, '*');
  server.addHook('onRequest', async (request, reply) => {
    // By the route, so that no spelling of an address can choose.
    const isEmbeddable = embeddable.test(request.routeOptions.url ?? '');
    const map = mapOn(request);
    // What cannot be found out now leaves the page stricter, not without a policy.
    const pictures = map === null ? [] : await sourcesOf(...map).catch(() => []);
    if (pictures.length === 0) void reply.headers(isEmbeddable ? embedded : headers);
    else void reply.headers(securityHeaders(config, isEmbeddable ? '*' : "'none'", pictures));
  });
}

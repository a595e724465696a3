/**
 * Bodies of providers' requests as the bytes that came: signatures are made over them, and what is garbage must reach
 * the adapter, which knows what to answer.
 */
import type { FastifyInstance, FastifyRequest } from 'fastify';

const rawType = 'application/vnd.atesto.raw';
/** What other servers call. */
const paths = ['/gateways/', '/sharing/'];
/** Two megabytes: several messages with addresses of their media, and e-mail by a provider's hook without attachments. */
const bodyLimit = 2 * 1024 * 1024;

const givenTypes = new WeakMap<FastifyRequest['raw'], string>();

export class RawBody {
  constructor(
    readonly bytes: Buffer,
    /** Media type without parameters, in lower case. */
    readonly type: string,
  ) {}

  text(): string {
    return this.bytes.toString('utf8');
  }

  /** Null when it is no JSON object or list. */
  json(): Record<string, unknown> | unknown[] | null {
    try {
      const value: unknown = JSON.parse(this.text());
      return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : null;
    } catch {
      return null;
    }
  }

  /** Fields of a form, each with its last value; null when the type says it is none. */
  form(): Record<string, string> | null {
    if (this.type !== 'application/x-www-form-urlencoded') return null;
    return Object.fromEntries(new URLSearchParams(this.text()));
  }

  /** Fields of a JSON object or of a form, whatever the type says; empty where there are none. */
  fields(): Record<string, unknown> {
    const json = this.json();
    if (json !== null) return Array.isArray(json) ? {} : json;
    return Object.fromEntries(new URLSearchParams(this.text()));
  }
}

/** Everything below these paths save multipart is taken as it is. To be called before the parsers are added. */
export function acceptRawBodies(server: FastifyInstance): void {
  server.addHook('onRequest', (request, _reply, done) => {
    const type = request.headers['content-type'] ?? '';
    if (paths.some((path) => request.url.startsWith(path)) && !type.startsWith('multipart/')) {
      givenTypes.set(request.raw, type.split(';')[0]?.trim().toLowerCase() ?? '');
      request.raw.headers['content-type'] = rawType;
    }
    done();
  });
  server.addContentTypeParser(rawType, { parseAs: 'buffer', bodyLimit }, (request, body, done) => {
    if (givenTypes.has(request.raw)) done(null, body);
    else done(Object.assign(new Error('Unsupported Media Type'), { statusCode: 415 }));
  });
}

export function rawBodyOf(request: FastifyRequest): RawBody {
  const bytes = Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0);
  return new RawBody(bytes, givenTypes.get(request.raw) ?? '');
}

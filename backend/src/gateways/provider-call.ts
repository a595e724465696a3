/**
 * Calls to providers. Addresses may come from settings, so only the kind's known hosts and those that the operator names
 * are called, and redirections are followed to those only: this server must not knock at doors of its own network.
 */
import { Inject, Injectable } from '@nestjs/common';
import { CONFIG, type Config } from '../platform/index.js';
import type { OpenGateway } from './adapter.js';
import { GatewayNotes } from './gateway-notes.js';
import { fetchPublic, isWebAddress } from './public-fetch.js';

const patienceMs = 10_000;
const longestAnswer = 30 * 1024 * 1024;
const mostHops = 3;

export interface ProviderRequest {
  url: string;
  method?: 'GET' | 'POST';
  headers?: Record<string, string>;
  /** A form, or anything that becomes JSON. */
  body?: URLSearchParams | Record<string, unknown>;
  /** Hosts of the provider, as `api.example.org` or `.example.org` for everything below. */
  knownHosts: readonly string[];
  /** A GET that is handed on goes there, if the host is a known one, too. */
  isFollowed?: boolean;
  /** The coordinator named the provider: any host on the open internet will do, by https. */
  isNamedByHand?: boolean;
}

export interface ProviderAnswer {
  status: number;
  bytes: Buffer;
  type: string;
  /** Null when it is no JSON object. */
  json: Record<string, unknown> | null;
}

@Injectable()
export class ProviderCall {
  constructor(
    private readonly notes: GatewayNotes,
    @Inject(CONFIG) private readonly config: Pick<Config, 'gatewayHosts'>,
  ) {}

  /** Every answer is returned, whatever its status, and noted. @throws Error when none came, or the host is not known */
  async send(gateway: OpenGateway, request: ProviderRequest): Promise<ProviderAnswer> {
    const { url, body } = request;
    const shown = body instanceof URLSearchParams ? Object.fromEntries(body) : (body ?? {});
    try {
      const answer = await this.ask(request);
      const isGood = answer.status >= 200 && answer.status < 300;
      this.notes.note(gateway, {
        direction: 'out',
        request: { method: request.method ?? 'GET', host: new URL(url).host, body: shown },
        answer: answer.json ?? (answer.type.startsWith('text/') ? answer.bytes.toString('utf8') : answer.type),
        status: answer.status,
        outcome: isGood ? 'sent' : 'refused',
        ...(!isGood && { error: `The provider answered ${answer.status}.` }),
      });
      return answer;
    } catch (error) {
      const words = `The provider could not be reached: ${error instanceof Error ? error.message : 'no answer'}`;
      this.notes.note(gateway, { direction: 'out', request: { body: shown }, outcome: 'failed', error: words });
      throw error;
    }
  }

  private async ask(request: ProviderRequest): Promise<ProviderAnswer> {
    if (request.isNamedByHand === true) return this.askPublic(request);
    let [url, headers] = [request.url, request.headers ?? {}];
    for (let hops = 0; ; hops += 1) {
      if (!isKnown(url, request.knownHosts, this.config.gatewayHosts)) throw new Error('The host is not a known one.');
      const answer = await knock({ ...request, url, headers });
      const next = answer.status >= 300 && answer.status < 400 ? answer.headers.get('location') : null;
      if (request.isFollowed !== true || next === null || hops === mostHops) return answerOf(answer);
      await answer.body?.cancel();
      const target = new URL(next, url);
      // What proves who we are is for the one who asked for it.
      if (target.host !== new URL(url).host) headers = withoutProof(headers);
      url = target.href;
    }
  }

  private async askPublic(request: ProviderRequest): Promise<ProviderAnswer> {
    const named = this.config.gatewayHosts;
    if (!isSafeAddress(request.url, named)) throw new Error('The address does not begin with https.');
    const { url, method = 'GET' } = request;
    const { body, headers } = contentOf(request);
    const sent = { url, method, headers, patienceMs, ...(body !== undefined && { body: String(body) }) };
    const answer = await fetchPublic(sent, named);
    const type = answer.headers['content-type'] ?? '';
    return {
      status: answer.status,
      bytes: answer.bytes,
      type,
      json: type.includes('json') ? jsonOf(answer.bytes) : null,
    };
  }
}

/** Where a coordinator may let us send to: https, or what the operator named. */
export const isSafeAddress = (url: unknown, named: readonly string[]): url is string =>
  isWebAddress(url) && (new URL(url).protocol === 'https:' || named.includes(new URL(url).host));

/** @throws Error when the provider is busy or broken, so that the message is tried again later */
export function refuseBusy({ status }: Pick<ProviderAnswer, 'status'>): void {
  if (status === 429 || status >= 500) throw new Error(`The provider answered ${status}.`);
}

function contentOf({ headers = {}, body }: ProviderRequest): {
  headers: Record<string, string>;
  body: URLSearchParams | string | undefined;
} {
  if (body === undefined) return { headers, body };
  const isForm = body instanceof URLSearchParams;
  const type = isForm ? 'application/x-www-form-urlencoded;charset=UTF-8' : 'application/json';
  return { headers: { 'content-type': type, ...headers }, body: isForm ? body : JSON.stringify(body) };
}

function knock(request: ProviderRequest): Promise<Response> {
  const { headers, body } = contentOf(request);
  return fetch(request.url, {
    method: request.method ?? 'GET',
    headers,
    ...(body !== undefined && { body }),
    redirect: 'manual',
    signal: AbortSignal.timeout(patienceMs),
  });
}

async function answerOf(answer: Response): Promise<ProviderAnswer> {
  const bytes = await readAtMost(answer, longestAnswer);
  const type = answer.headers.get('content-type') ?? '';
  return { status: answer.status, bytes, type, json: type.includes('json') ? jsonOf(bytes) : null };
}

const withoutProof = (headers: Record<string, string>): Record<string, string> =>
  Object.fromEntries(Object.entries(headers).filter(([name]) => name.toLowerCase() !== 'authorization'));

export function isKnown(url: string, knownHosts: readonly string[], named: readonly string[]): boolean {
  if (!URL.canParse(url)) return false;
  const { protocol, username, password, host } = new URL(url);
  if (username !== '' || password !== '') return false;
  if (named.includes(host)) return protocol === 'https:' || protocol === 'http:';
  return (
    protocol === 'https:' &&
    knownHosts.some((known) => host === known || (known.startsWith('.') && host.endsWith(known)))
  );
}

async function readAtMost(answer: Response, most: number): Promise<Buffer> {
  const pieces: Uint8Array[] = [];
  let length = 0;
  for await (const piece of (answer.body ?? []) as AsyncIterable<Uint8Array>) {
    length += piece.length;
    if (length > most) throw new Error('The answer is too large.');
    pieces.push(piece);
  }
  return Buffer.concat(pieces);
}

function jsonOf(bytes: Buffer): Record<string, unknown> | null {
  try {
    const value: unknown = JSON.parse(bytes.toString('utf8'));
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : null;
  } catch {
    return null;
  }
}

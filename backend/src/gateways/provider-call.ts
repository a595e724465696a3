/**
 * Calls to providers. Addresses may come from settings, so only the kind's known hosts, those that the operator names,
 * and for a provider named by hand public ones are called, and redirections are not followed: this server must not knock
 * at doors of its own network.
 */
import { Inject, Injectable } from '@nestjs/common';
import { CONFIG, type Config } from '../platform/index.js';
import type { OpenGateway } from './adapter.js';
import { GatewayNotes } from './gateway-notes.js';
import { askPublic, type Content } from './ask-public.js';
import { mayBePublic } from './public-address.js';

const patienceMs = 10_000;
const longestAnswer = 30 * 1024 * 1024;

export interface ProviderRequest {
  url: string;
  method?: 'GET' | 'POST';
  headers?: Record<string, string>;
  /** A form, or anything that becomes JSON. */
  body?: URLSearchParams | Record<string, unknown>;
  /** Hosts of the provider, as `api.example.org` or `.example.org` for everything below. */
  knownHosts: readonly string[];
  /** The coordinator named the provider: any public host will do, by https. */
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
    const { url, knownHosts } = request;
    const { body } = request;
    const shown = body instanceof URLSearchParams ? Object.fromEntries(body) : (body ?? {});
    try {
      const isOurs = isKnown(url, knownHosts, this.config.gatewayHosts);
      if (!isOurs && !(request.isNamedByHand === true && mayBePublic(url)))
        throw new Error('The host is not a known one.');
      const answer = await (isOurs ? this.ask(request) : this.askPublic(request));
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
    const { method, headers, body } = contentOf(request);
    const answer = await fetch(request.url, {
      method,
      headers,
      ...(body !== undefined && { body }),
      redirect: 'manual',
      signal: AbortSignal.timeout(patienceMs),
    });
    const pieces = (answer.body ?? []) as AsyncIterable<Uint8Array>;
    return answerOf(answer.status, answer.headers.get('content-type') ?? '', await readAtMost(pieces, longestAnswer));
  }

  private async askPublic(request: ProviderRequest): Promise<ProviderAnswer> {
    const answer = await askPublic(request.url, contentOf(request), patienceMs);
    const bytes = await readAtMost(answer, longestAnswer);
    return answerOf(answer.statusCode ?? 0, answer.headers['content-type'] ?? '', bytes);
  }
}

function contentOf({ method = 'GET', headers = {}, body }: ProviderRequest): Content {
  if (body === undefined) return { method, headers, body };
  const isForm = body instanceof URLSearchParams;
  const type = isForm ? 'application/x-www-form-urlencoded;charset=UTF-8' : 'application/json';
  return {
    method,
    headers: { 'content-type': type, ...headers },
    body: isForm ? body.toString() : JSON.stringify(body),
  };
}

const answerOf = (status: number, type: string, bytes: Buffer): ProviderAnswer => ({
  status,
  bytes,
  type,
  json: type.includes('json') ? jsonOf(bytes) : null,
});

/** @throws Error when the provider is busy or broken, so that the message is tried again later */
export function refuseBusy({ status }: Pick<ProviderAnswer, 'status'>): void {
  if (status === 429 || status >= 500) throw new Error(`The provider answered ${status}.`);
}

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

async function readAtMost(pieces: AsyncIterable<Uint8Array>, most: number): Promise<Buffer> {
  const read: Uint8Array[] = [];
  let length = 0;
  for await (const piece of pieces) {
    length += piece.length;
    if (length > most) throw new Error('The answer is too large.');
    read.push(piece);
  }
  return Buffer.concat(read);
}

function jsonOf(bytes: Buffer): Record<string, unknown> | null {
  try {
    const value: unknown = JSON.parse(bytes.toString('utf8'));
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : null;
  } catch {
    return null;
  }
}

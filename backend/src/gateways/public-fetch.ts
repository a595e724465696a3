/**
 * Fetches what an address on the open internet holds, where the address comes from a coordinator. The name is resolved
 * once, judged, and the connection goes to that very address; every redirection is judged anew. Hosts that the operator
 * names in GATEWAY_HOSTS are reached wherever they are.
 */
import { request as requestHttp, type IncomingHttpHeaders, type IncomingMessage, type RequestOptions } from 'node:http';
import { request as requestHttps } from 'node:https';
import { isIPv6 } from 'node:net';
import { pipeline } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { Inject, Injectable } from '@nestjs/common';
import { CONFIG, type Config } from '../platform/index.js';
import { addressesOf, internet, type Surroundings } from './public-address.js';

export interface PublicRequest {
  url: string;
  method?: 'GET' | 'POST';
  /** In lower case. Sent to the first host only, not to where it redirects. */
  headers?: Record<string, string>;
  body?: string;
  /** A longer answer is refused. */
  mostBytes?: number;
  /** For everything together, redirections too. */
  patienceMs?: number;
}

export interface PublicAnswer {
  status: number;
  headers: IncomingHttpHeaders;
  bytes: Buffer;
  /** Where it came from in the end. */
  url: string;
}

const mostRedirections = 3;
const usualBytes = 5 * 1024 * 1024;
const usualPatienceMs = 15_000;
const redirecting = new Set([301, 302, 303, 307, 308]);

@Injectable()
export class PublicFetch {
  constructor(@Inject(CONFIG) private readonly config: Pick<Config, 'gatewayHosts'>) {}

  /** Every answer is returned, whatever its status. @throws Error in plain words when none came or may be asked for */
  fetch(request: PublicRequest): Promise<PublicAnswer> {
    return fetchPublic(request, this.config.gatewayHosts);
  }
}

/** What a setting with a public address may look like, before it is resolved. */
export function isWebAddress(url: unknown): url is string {
  if (typeof url !== 'string' || !URL.canParse(url)) return false;
  const { protocol, username, password } = new URL(url);
  return (protocol === 'https:' || protocol === 'http:') && username === '' && password === '';
}

/** `named`: hosts, with their port where it is not the usual one. */
export async function fetchPublic(
  request: PublicRequest,
  named: readonly string[],
  around: Surroundings = internet,
): Promise<PublicAnswer> {
  const { method = 'GET', mostBytes = usualBytes, patienceMs = usualPatienceMs } = request;
  const signal = AbortSignal.timeout(patienceMs);
  let [url, headers] = [request.url, request.headers ?? {}];
  for (let hops = 0; ; hops++) {
    if (!isWebAddress(url)) throw new Error('The address is no web address.');
    const target = new URL(url);
    const host = target.hostname.replace(/^\[|\]$/g, '');
    const addresses = await addressesOf(host, named.includes(target.host), around);
    const asked = { method, headers, signal, ...(request.body !== undefined && { body: request.body }) };
    const answer = await ask(target, addresses, asked, mostBytes);
    const next = redirecting.has(answer.status) ? answer.headers.location : undefined;
    if (next === undefined || method !== 'GET' || !URL.canParse(next, url)) return { ...answer, url };
    if (hops === mostRedirections) throw new Error('The address redirects too often.');
    const further = new URL(next, url);
    if (further.origin !== target.origin) headers = {};
    url = further.href;
  }
}

interface Asked {
  method: string;
  headers: Record<string, string>;
  signal: AbortSignal;
  body?: string;
}

async function ask(
  url: URL,
  addresses: readonly string[],
  { body, headers, ...asked }: Asked,
  mostBytes: number,
): Promise<Omit<PublicAnswer, 'url'>> {
  const options: RequestOptions = {
    ...asked,
    headers: { 'user-agent': 'Atesto', 'accept-encoding': 'gzip', ...headers },
    // A kept connection could lead to an address that was judged for another name.
    agent: false,
    lookup: (_host, { all }, done) => {
      const found = addresses.map((address) => ({ address, family: isIPv6(address) ? 6 : 4 }));
      if (all === true) done(null, found);
      else done(null, found[0]?.address ?? '', found[0]?.family);
    },
  };
  const answer = await new Promise<IncomingMessage>((resolve, reject) => {
    const send = url.protocol === 'https:' ? requestHttps : requestHttp;
    send(url, options, resolve).on('error', reject).end(body);
  });
  const bytes = await readAtMost(answer, mostBytes);
  return { status: answer.statusCode ?? 0, headers: answer.headers, bytes };
}

/** Counted after unpacking, since little can become much. */
async function readAtMost(answer: IncomingMessage, mostBytes: number): Promise<Buffer> {
  // «Not modified» may name the packing of what it does not send.
  const isPacked = answer.headers['content-encoding'] === 'gzip' && answer.statusCode !== 304;
  const stream = isPacked ? pipeline(answer, createGunzip(), () => undefined) : answer;
  const pieces: Buffer[] = [];
  let length = 0;
  try {
    for await (const piece of stream as AsyncIterable<Buffer>) {
      length += piece.length;
      if (length > mostBytes) throw new Error('The answer is too large.');
      pieces.push(piece);
    }
  } finally {
    answer.destroy();
  }
  return Buffer.concat(pieces);
}

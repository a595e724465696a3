/** Calls a public host by a client that lets us see the address before it is connected to. */
import type { IncomingMessage } from 'node:http';
import { request } from 'node:https';
import type { LookupFunction } from 'node:net';
import { publicLookup } from './public-address.js';

export interface Content {
  method: string;
  headers: Record<string, string>;
  body: string | undefined;
}

/** @throws Error when the host is not a public one, or there is no answer in time */
export function askPublic(
  url: string,
  { method, headers, body }: Content,
  patienceMs: number,
  lookup: LookupFunction = publicLookup(),
): Promise<IncomingMessage> {
  const signal = AbortSignal.timeout(patienceMs);
  return new Promise((resolve, reject) => {
    request(url, { method, headers, signal, lookup }, resolve).on('error', reject).end(body);
  });
}

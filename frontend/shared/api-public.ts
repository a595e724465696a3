/** Calls of the public map that nobody else makes. */
import type { Histogram } from '@atesto/contract';
import type { Http } from './http.js';

export const publicCalls = (http: Http, base: string) => ({
  timeline: (query: URLSearchParams, signal: AbortSignal) =>
    http<Histogram>('GET', `${base}/incidents/timeline`, { query, signal }),
});

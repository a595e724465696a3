/** Calls of the public map that nobody else makes. */
import type { Histogram, Page, PublicHistoryItem } from '@atesto/contract';
import type { Http } from './http.js';
import { wholeList } from './whole-list.js';

export const publicCalls = (http: Http, base: string) => ({
  timeline: (query: URLSearchParams, signal: AbortSignal) =>
    http<Histogram>('GET', `${base}/incidents/timeline`, { query, signal }),
  publicHistory: (id: string, signal: AbortSignal) =>
    wholeList<Page<PublicHistoryItem>>(http, `${base}/incidents/${id}/public-history`, { signal }).then(
      (page) => page.items,
    ),
  publicOverlays: () => http<{ items: unknown[] }>('GET', `${base}/overlays`).then(({ items }) => items),
});

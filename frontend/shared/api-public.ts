/** The calls of the public map: a page of its own, which loads none of those that only the console makes. */
import type { DeploymentView, Histogram, Page, PublicHistoryItem, PublicIncident } from '@atesto/contract';
import type { Http, RequestOptions } from './http.js';
import { wholeList } from './whole-list.js';

/** What the public gets; `http` must be made with `credentials: 'omit'`. */
export const createPublicApi = (http: Http, slug: string) => {
  const base = `/deployments/${encodeURIComponent(slug)}`;
  return {
    deployment: () => http<DeploymentView>('GET', base),
    publicIncidents: (query: RequestOptions['query'], signal?: AbortSignal) =>
      http<Page<PublicIncident>>('GET', `${base}/incidents`, { ...(query && { query }), ...(signal && { signal }) }),
    publicIncident: (id: string, signal?: AbortSignal) =>
      http<PublicIncident>('GET', `${base}/incidents/${id}`, signal ? { signal } : {}),
    timeline: (query: URLSearchParams, signal: AbortSignal) =>
      http<Histogram>('GET', `${base}/incidents/timeline`, { query, signal }),
    publicHistory: (id: string, signal: AbortSignal) =>
      wholeList<Page<PublicHistoryItem>>(http, `${base}/incidents/${id}/public-history`, { signal }).then(
        (page) => page.items,
      ),
    publicOverlays: () => http<{ items: unknown[] }>('GET', `${base}/overlays`).then(({ items }) => items),
  };
};

export type PublicApi = ReturnType<typeof createPublicApi>;

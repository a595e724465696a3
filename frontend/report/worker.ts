/**
 * The service worker of the citizen's pages: they open without a network, what waits is sent when there is one, and
 * notices are shown. The console and the map are left alone. The server puts `atestoAssets` before this file: the paths
 * that the pages need to work offline.
 */
import type { Bounds } from '@atesto/contract';
import { sendOutbox } from './outbox/send-outbox.js';
import { tilesOver, type MapZooms } from './places/map-tiles.js';

/** The few parts of the worker's scope that are used; the page's own types do not know them. */
interface Worker {
  addEventListener(type: 'install' | 'activate', listener: (event: Lasting) => void): void;
  addEventListener(type: 'fetch', listener: (event: Lasting & FetchCall) => void): void;
  addEventListener(type: 'message', listener: (event: Lasting & { data: unknown }) => void): void;
  addEventListener(type: 'sync', listener: (event: Lasting & { tag: string }) => void): void;
  addEventListener(type: 'push', listener: (event: Lasting & { data: { json(): unknown } | null }) => void): void;
  addEventListener(
    type: 'notificationclick',
    listener: (event: Lasting & { notification: Notification }) => void,
  ): void;
  skipWaiting(): Promise<void>;
  clients: {
    claim(): Promise<void>;
    matchAll(options?: { type: 'window' }): Promise<WindowClient[]>;
    openWindow(path: string): Promise<unknown>;
  };
  registration: ServiceWorkerRegistration;
}

interface Lasting {
  waitUntil(work: Promise<unknown>): void;
}

interface FetchCall {
  request: Request;
  respondWith(answer: Promise<Response>): void;
}

interface WindowClient {
  url: string;
  focus(): Promise<unknown>;
  postMessage(message: unknown): void;
}

declare const atestoAssets: readonly string[];

const worker = self as unknown as Worker;
const assets = 'assets';
const pages = 'pages';

const isPage = (path: string): boolean => /^\/(report|follow)\/[^/]+$/.test(path);
/** Lists and base map tiles that a page without a network still wants. */
const isKept = (path: string): boolean => /\/places\.json$|\/basemap\//.test(path) || path.startsWith('/icon-');

async function keep(cache: string, request: Request | string, response: Response): Promise<void> {
  if (response.ok && response.type === 'basic' && !response.redirected) {
    await (await caches.open(cache)).put(request, response);
  }
}

async function fetchAndKeep(cache: string, request: Request | string): Promise<Response> {
  const response = await fetch(request);
  // A full phone keeps nothing more, and shows what came all the same.
  await keep(cache, request, response.clone()).catch(() => undefined);
  return response;
}

/** From the phone at once where it is there, and anew behind that; the network never makes anybody wait. */
async function fromPhone(cache: string, { request }: FetchCall, event: Lasting): Promise<Response> {
  const known = await caches.match(request, { cacheName: cache });
  const fresh = fetchAndKeep(cache, request);
  if (known === undefined) return fresh.catch(() => anyPageOf(request));
  event.waitUntil(fresh.catch(() => undefined));
  return known;
}

/** The page in another language is better than none. */
async function anyPageOf(request: Request): Promise<Response> {
  const known = await caches.match(request, { cacheName: pages, ignoreSearch: true });
  return known ?? Response.error();
}

/** What became of a report is worth asking for; without an answer the last known is shown. */
async function fromNetwork(request: Request): Promise<Response> {
  try {
    return await fetchAndKeep(pages, request);
  } catch {
    return anyPageOf(request);
  }
}

async function fromAssets(request: Request): Promise<Response> {
  return (await caches.match(request, { cacheName: assets })) ?? fetchAndKeep(assets, request);
}

/** Whoever pointed at a map once may do it again without a network: its far zooms are kept, one after the other. */
async function keepMap(area: Bounds): Promise<void> {
  const zooms = (await (await fetchAndKeep(assets, '/basemap/config.json')).json()) as MapZooms;
  const cache = await caches.open(assets);
  for (const path of tilesOver(area, zooms)) {
    if ((await cache.match(path)) === undefined) await fetchAndKeep(assets, path);
  }
}

/** Pages that are kept name the assets of their day: they are taken anew before the old assets go. */
async function renew(): Promise<void> {
  const kept = await caches.open(pages);
  for (const request of await kept.keys()) {
    const isReport = new URL(request.url).pathname.startsWith('/report/');
    // An old page needs its old assets.
    if (isReport && !(await fetchAndKeep(pages, request.url)).ok) return;
  }
  const cache = await caches.open(assets);
  for (const request of await cache.keys()) {
    const path = new URL(request.url).pathname;
    if (path.startsWith('/assets/') && !atestoAssets.includes(path)) await cache.delete(request);
  }
}

worker.addEventListener('install', (event) => {
  event.waitUntil(
    caches
      .open(assets)
      .then((cache) => cache.addAll(atestoAssets.filter((path) => !path.includes('point-map'))))
      .then(() => worker.skipWaiting()),
  );
});

worker.addEventListener('activate', (event) => {
  event.waitUntil(worker.clients.claim().then(() => renew().catch(() => undefined)));
});

worker.addEventListener('fetch', (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (request.method !== 'GET' || url.origin !== location.origin) return;
  if (atestoAssets.includes(url.pathname)) event.respondWith(fromAssets(request));
  else if (request.mode === 'navigate' && isPage(url.pathname)) {
    const isReport = url.pathname.startsWith('/report/');
    event.respondWith(isReport ? fromPhone(pages, event, event) : fromNetwork(request));
  } else if (isKept(url.pathname)) event.respondWith(fromPhone(assets, event, event));
});

worker.addEventListener('message', (event) => {
  const { keep: path, keepMap: area } = (event.data ?? {}) as { keep?: string; keepMap?: Bounds };
  if (area !== undefined) event.waitUntil(keepMap(area).catch(() => undefined));
  if (path !== undefined && isPage(new URL(path, location.origin).pathname)) {
    event.waitUntil(fetchAndKeep(pages, path).catch(() => undefined));
  }
});

async function sendAndTell(): Promise<void> {
  const nextMs = await sendOutbox();
  for (const client of await worker.clients.matchAll({ type: 'window' })) client.postMessage('outbox');
  // Refused, so that the browser wakes the worker again later.
  if (nextMs !== null) throw new Error('not all was sent');
}

worker.addEventListener('sync', (event) => {
  if (event.tag === 'outbox') event.waitUntil(sendAndTell());
});

worker.addEventListener('push', (event) => {
  const { title, body, follow } = (event.data?.json() ?? {}) as { title?: string; body?: string; follow?: string };
  const options = { body: body ?? '', tag: follow ?? '', icon: '/icon-192.png', data: follow };
  event.waitUntil(worker.registration.showNotification(title ?? 'Atesto', options));
});

async function open(path: string): Promise<void> {
  const windows = await worker.clients.matchAll({ type: 'window' });
  const there = windows.find(({ url }) => new URL(url).pathname === path);
  await (there === undefined ? worker.clients.openWindow(path) : there.focus());
}

worker.addEventListener('notificationclick', (event) => {
  event.notification.close();
  const path: unknown = event.notification.data;
  if (typeof path === 'string' && /^\/(follow|console|map|alerts)\//.test(path)) event.waitUntil(open(path));
});

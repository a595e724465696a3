/**
 * Sends what waits: the words first, then the photos in pieces. Run by the page and by the service worker; each step is
 * stored before the next, and all that is sent may be sent again without harm.
 */
import { isDone, verdictOn, waitAfter, type OutboxItem, type OutboxPhoto, type Verdict } from './outbox-item.js';
import { allItems, photoWithId, putItem, removePhoto } from './outbox-store.js';

/** Bytes a piece: some ten seconds on the slowest line. */
const pieceBytes = 64 * 1024;
const answerMs = 60_000;

/** Told as things change: the item under way, null when none is. */
export type Progress = (sending: string | null) => void;

/** The line broke, or nobody answered in time. */
class Unreachable extends Error {}

interface Reply {
  status: number;
  headers: Headers;
  /** Null where none was sent or it is no JSON. */
  body: Record<string, unknown> | null;
}

async function ask(path: string, init: RequestInit): Promise<Reply> {
  const patience = new AbortController();
  const timer = setTimeout(() => patience.abort(), answerMs);
  try {
    const response = await fetch(path, { credentials: 'same-origin', ...init, signal: patience.signal });
    const text = await response.text();
    return { status: response.status, headers: response.headers, body: parsed(text) };
  } catch {
    throw new Unreachable();
  } finally {
    clearTimeout(timer);
  }
}

function parsed(text: string): Reply['body'] {
  try {
    return JSON.parse(text) as Record<string, unknown>;
  } catch {
    return null;
  }
}

const verdictOf = (item: OutboxItem, { status, headers, body }: Reply): Verdict =>
  verdictOn(item, { status, retryAfter: headers.get('retry-after'), body });

async function sendWords(item: OutboxItem): Promise<Verdict> {
  const headers = { 'content-type': 'application/json' };
  return verdictOf(item, await ask(item.path, { method: 'POST', headers, body: JSON.stringify(item.body) }));
}

/** How far a photo has come. */
type Stand = { kind: 'complete' } | { kind: 'at'; offset: number } | Exclude<Verdict, { kind: 'received' }>;

function standOf({ headers }: Reply): Stand {
  if (headers.get('upload-complete') === '?1') return { kind: 'complete' };
  return { kind: 'at', offset: Number(headers.get('upload-offset') ?? 0) };
}

async function begunStand(path: string): Promise<Stand> {
  const reply = await ask(path, { method: 'HEAD' });
  if (reply.status === 404) return { kind: 'at', offset: 0 };
  return reply.status === 200 ? standOf(reply) : { kind: 'later', afterMs: 0 };
}

async function sendPiece(item: OutboxItem, path: string, photo: Blob, offset: number): Promise<Stand> {
  const reply = await ask(path, {
    method: 'PATCH',
    headers: {
      'content-type': 'application/offset+octet-stream',
      'upload-offset': String(offset),
      'upload-length': String(photo.size),
    },
    body: photo.slice(offset, offset + pieceBytes),
  });
  // On a conflict more or less has arrived than we thought: the server knows.
  if (reply.status === 204 || (reply.status === 409 && reply.headers.has('upload-offset'))) return standOf(reply);
  const verdict = verdictOf(item, reply);
  return verdict.kind === 'received' ? { kind: 'later', afterMs: 0 } : verdict;
}

/** @returns how long the server wants to be left alone, null once the photo needs nothing more */
async function sendPhoto(item: OutboxItem, photo: OutboxPhoto): Promise<number | null> {
  const bytes = await photoWithId(photo.id);
  // The worker has none of what a page holds; once that page is closed, the next one says that it is lost.
  if (bytes === null && photo.isHeld === true && typeof document === 'undefined') return null;
  const path = `/api/v1${item.follow}/photos/${photo.id}`;
  let stand: Stand = { kind: 'at', offset: 0 };
  if (bytes === null) stand = { kind: 'refused', reason: '' };
  else if (photo.isBegun) stand = await begunStand(path);
  else {
    photo.isBegun = true;
    await putItem(item);
  }
  while (bytes !== null && stand.kind === 'at') stand = await sendPiece(item, path, bytes, stand.offset);
  if (stand.kind === 'later') return stand.afterMs;
  photo.state = stand.kind === 'complete' ? 'received' : 'refused';
  await putItem(item);
  // One that was refused stays until somebody takes the report away here: it may be the only one there is.
  if (photo.state === 'received') await removePhoto(photo.id);
  return null;
}

function settle(item: OutboxItem, verdict: Exclude<Verdict, { kind: 'later' }>): void {
  item.state = verdict.kind;
  item.failures = 0;
  if (verdict.kind === 'refused') item.reason = verdict.reason;
  else {
    item.follow = verdict.follow ?? item.follow;
    // The phone need not know any longer what was said; the first words tell it from others.
    item.body = {};
  }
}

/** One item as far as it goes. @returns as `sendPhoto` */
async function sendItem(item: OutboxItem): Promise<number | null> {
  if (item.state === 'waiting') {
    const verdict = await sendWords(item);
    if (verdict.kind === 'later') return verdict.afterMs;
    settle(item, verdict);
    await putItem(item);
  }
  if (item.follow === null) return null;
  for (const photo of item.photos.filter(({ state }) => state === 'waiting')) {
    const afterMs = await sendPhoto(item, photo);
    if (afterMs !== null) return afterMs;
  }
  return null;
}

/** @returns null when the next item may be tried, else for how long none should be */
async function trySending(item: OutboxItem): Promise<number | null> {
  let afterMs: number | null;
  let isReachable = true;
  try {
    afterMs = await sendItem(item);
  } catch (error) {
    if (!(error instanceof Unreachable)) throw error;
    isReachable = false;
    afterMs = 0;
  }
  if (afterMs === null) return null;
  item.failures++;
  await putItem(item);
  // One item that the server stumbles over does not hold up the rest.
  return isReachable && afterMs === 0 ? null : afterMs;
}

async function holdBack(pauseMs: number): Promise<void> {
  const notBefore = Date.now() + pauseMs;
  for (const item of await allItems()) if (!isDone(item)) await putItem({ ...item, notBefore });
}

/** @returns milliseconds until the next try is due, null when nothing is left */
async function sendAll(onProgress: Progress): Promise<number | null> {
  for (const item of await allItems()) {
    if (isDone(item) || item.notBefore > Date.now()) continue;
    onProgress(item.id);
    const pauseMs = await trySending(item);
    if (pauseMs !== null && pauseMs > 0) await holdBack(pauseMs);
    if (pauseMs !== null) break;
  }
  onProgress(null);
  const now = Date.now();
  const left = (await allItems()).filter((item) => !isDone(item));
  const waits = left.map(({ notBefore, failures }) => Math.max(notBefore - now, waitAfter(failures, Math.random())));
  return left.length === 0 ? null : Math.min(...waits);
}

/** Sends all that is due. Only one tab or worker does so at a time, where the browser can tell them apart. */
export async function sendOutbox(onProgress: Progress = () => undefined): Promise<number | null> {
  const locks = (navigator as { locks?: LockManager }).locks;
  // Who keeps nothing may not ask for a lock either.
  if (locks === undefined || (await allItems()).length === 0) return sendAll(onProgress);
  return locks.request('outbox', () => sendAll(onProgress));
}

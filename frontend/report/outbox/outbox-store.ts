/**
 * The outbox as it lies on the phone: items, and the photos that belong to them, in one IndexedDB. Photos for which it
 * has no room are held by the page while it is open.
 */
import type { OutboxItem } from './outbox-item.js';

const database = 'atesto';
const items = 'items';
const photos = 'photos';

function asked<Result>(request: IDBRequest<Result>): Promise<Result> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error ?? new Error('the storage failed'));
  });
}

let opened: Promise<IDBDatabase> | null = null;

function open(): Promise<IDBDatabase> {
  opened ??= new Promise((resolve, reject) => {
    const request = indexedDB.open(database, 1);
    request.onupgradeneeded = () => {
      request.result.createObjectStore(items, { keyPath: 'id' });
      request.result.createObjectStore(photos);
    };
    request.onsuccess = () => {
      const db = request.result;
      // Another tab or the browser may close it under us; the next call opens it anew.
      db.onclose = () => (opened = null);
      db.onversionchange = () => {
        db.close();
        opened = null;
      };
      resolve(db);
    };
    request.onerror = () => {
      opened = null;
      reject(request.error ?? new Error('the storage failed'));
    };
  });
  return opened;
}

/** Runs `work` on one store and resolves when its transaction is on the disk, with the last request's result. */
async function within<Result>(
  store: string,
  mode: IDBTransactionMode,
  work: (store: IDBObjectStore) => IDBRequest<Result>,
): Promise<Result> {
  // What was typed in need is worth waiting for the disk.
  const transaction = (await open()).transaction(store, mode, { durability: 'strict' });
  const done = new Promise<void>((resolve, reject) => {
    const fail = (): void => reject(transaction.error ?? new Error('the storage failed'));
    transaction.oncomplete = () => resolve();
    transaction.onabort = fail;
    transaction.onerror = fail;
  });
  const [result] = await Promise.all([asked(work(transaction.objectStore(store))), done]);
  return result;
}

/** @throws DOMException QuotaExceededError when the phone is full */
export async function putItem(item: OutboxItem): Promise<void> {
  await within(items, 'readwrite', (store) => store.put(item));
}

/** Oldest first; nothing where the browser keeps nothing, as in a frame on another site. */
export async function allItems(): Promise<OutboxItem[]> {
  if ((await open().catch(() => null)) === null) return [];
  const all = await within<OutboxItem[]>(items, 'readonly', (store) => store.getAll() as IDBRequest<OutboxItem[]>);
  return all.sort((a, b) => a.createdAt - b.createdAt);
}

export async function removeItem(item: OutboxItem): Promise<void> {
  for (const { id } of item.photos) await removePhoto(id);
  await within(items, 'readwrite', (store) => store.delete(item.id));
}

/** @throws DOMException QuotaExceededError when the phone is full */
export async function putPhoto(id: string, photo: Blob): Promise<void> {
  await within(photos, 'readwrite', (store) => store.put(photo, id));
}

const held = new Map<string, Blob>();

/** Keeps a photo as long as this page is open. */
export function holdPhoto(id: string, photo: Blob): void {
  held.set(id, photo);
}

export const holdsPhotos = (): boolean => held.size > 0;

export async function photoWithId(id: string): Promise<Blob | null> {
  const kept =
    held.get(id) ?? (await within(photos, 'readonly', (store) => store.get(id) as IDBRequest<Blob | undefined>));
  return kept ?? null;
}

export async function removePhoto(id: string): Promise<void> {
  held.delete(id);
  await within(photos, 'readwrite', (store) => store.delete(id));
}

/** The reports on this phone: their list with each one's state, and when they are sent. */
import { byId, make } from './elements.js';
import { isDone, type OutboxItem } from './outbox/outbox-item.js';
import { allItems, removeItem } from './outbox/outbox-store.js';
import { sendOutbox } from './outbox/send-outbox.js';
import { filled, refusalIn, type ScriptWords } from './words.js';

function stateOf(item: OutboxItem, sending: string | null, words: ScriptWords): string {
  if (item.state === 'refused') return refusalIn(words, item.reason);
  const photosLeft = item.photos.filter(({ state }) => state === 'waiting').length;
  if (item.state === 'received' && photosLeft === 0) {
    return item.photos.some(({ state }) => state === 'refused') ? words.photosRefused : words.received;
  }
  const seconds = Math.ceil((item.notBefore - Date.now()) / 1000);
  if (item.state === 'received') return filled(words.photosWaiting, { number: photosLeft });
  if (sending === item.id) return words.sending;
  return seconds > 0 ? filled(words.pausing, { seconds }) : words.waiting;
}

export interface QueueActions {
  /** Puts a refused report back into the form. */
  edit: ((item: OutboxItem) => void) | null;
}

export interface Queue {
  /** Shows what is there now, and sends what is due. */
  run(): Promise<void>;
}

function itemElement(item: OutboxItem, sending: string | null, words: ScriptWords, act: Act): HTMLElement {
  const kinds = { report: words.untitled, answer: words.answer, confirmation: words.confirmation };
  const name = make('bdi', { textContent: item.title === '' ? kinds[item.kind] : item.title });
  const title = make('p', { className: 'words' }, name);
  const state = make('p', { className: 'meta', textContent: stateOf(item, sending, words) });
  const entry = make('li', { className: isDone(item) ? item.state : 'waiting' }, title, state);
  entry.dataset['id'] = item.id;
  const button = (label: string, onclick: () => void): void =>
    entry.append(make('button', { type: 'button', textContent: label, onclick }));
  if (item.follow !== null)
    entry.append(make('a', { className: 'button', href: item.follow, textContent: words.follow }));
  if (item.state === 'refused' && item.kind === 'report' && act.edit !== null) {
    button(words.editAgain, () => act.edit?.(item));
  }
  if (isDone(item)) button(words.remove, () => act.remove(item));
  return entry;
}

interface Act extends QueueActions {
  remove: (item: OutboxItem) => void;
}

/** Asks the browser to wake the service worker when there is a network, where it can. */
async function askForSync(): Promise<void> {
  const registration = (await navigator.serviceWorker?.ready) as unknown as
    { sync?: { register(tag: string): Promise<void> } } | undefined;
  await registration?.sync?.register('outbox');
}

/** The follow page as it was last seen goes too: the phone may be shared. */
async function forgetPage({ follow }: OutboxItem): Promise<void> {
  if (follow !== null && 'caches' in window) await (await caches.open('pages')).delete(follow, { ignoreSearch: true });
}

export function showQueue(words: ScriptWords, actions: QueueActions): Queue {
  const box = byId('queue');
  const list = box?.querySelector('ul') ?? null;
  const sendNow = byId<HTMLButtonElement>('send-now');
  let timer = 0;
  let sending: string | null = null;
  let shown = '';

  /** What had the focus may be drawn anew, or be gone; then the list's heading has it, or the way to the next report. */
  const focusAgain = (held?: Element | null): void => {
    const id = held?.closest<HTMLElement>('li')?.dataset['id'];
    const controls = list?.querySelectorAll<HTMLElement>(`[data-id="${id}"] :is(a, button)`) ?? [];
    const same = [...controls].find(({ textContent }) => textContent === held?.textContent);
    const heading = box?.hidden === true ? byId('another') : byId('queue-title');
    (same ?? heading)?.focus();
  };

  const draw = async (): Promise<void> => {
    // Answers and taps that arrived are shown where they were made.
    const items = (await allItems()).filter((item) => item.kind === 'report' || !isDone(item)).reverse();
    const held = document.activeElement;
    if (box !== null) box.hidden = items.length === 0;
    if (sendNow !== null) sendNow.hidden = items.every(isDone);
    if (held === sendNow && items.every(isDone)) focusAgain();
    // Redrawn only when something changed, so that nothing under a finger or a screen reader is replaced for nothing.
    const now = JSON.stringify([items.map((item) => [item.id, stateOf(item, sending, words)])]);
    if (now === shown) return;
    shown = now;
    const isHeld = list?.contains(held) === true;
    list?.replaceChildren(...items.map((item) => itemElement(item, sending, words, act)));
    if (isHeld) focusAgain(held);
  };
  const act: Act = {
    ...actions,
    remove: (item) =>
      void removeItem(item)
        .then(draw)
        .then(() => forgetPage(item)),
  };
  const onProgress = (item: string | null): void => {
    sending = item;
    void draw();
  };

  const run = async (): Promise<void> => {
    clearTimeout(timer);
    await draw();
    try {
      const nextMs = await sendOutbox(onProgress);
      if (nextMs !== null) {
        timer = window.setTimeout(() => void run(), nextMs);
        askForSync().catch(() => undefined);
      }
    } finally {
      await draw();
    }
  };

  sendNow?.addEventListener('click', () => void run());
  // The worker sent something while nobody looked.
  navigator.serviceWorker?.addEventListener('message', () => void draw());
  addEventListener('online', () => void run());
  addEventListener('pageshow', () => void run());
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'visible') void run();
  });
  return { run };
}

/** The follow page with a script: news by itself, answers that outlast the network, notices if somebody wants them. */
import { byId } from './elements.js';
import { makeUuid } from '../shared/uuid.js';
import { newItem, type OutboxItem } from './outbox/outbox-item.js';
import { allItems, putItem, removeItem } from './outbox/outbox-store.js';
import { sendOutbox } from './outbox/send-outbox.js';
import { offerNotices } from './notices.js';
import { readWords, refusalIn } from './words.js';

const lookEveryMs = 20_000;

/** Times as this phone tells them. */
function tellLocalTimes(root: ParentNode, language: string): void {
  const shown = new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeStyle: 'short', numberingSystem: 'latn' });
  for (const time of root.querySelectorAll('time')) time.textContent = shown.format(new Date(time.dateTime));
}

/** Takes the changing part of the page anew; what is being written stays as it is. */
async function lookAgain(path: string, language: string): Promise<void> {
  const response = await fetch(`${path}?lang=${language}`, { headers: { accept: 'text/html' } });
  if (!response.ok) return;
  const fresh = new DOMParser().parseFromString(await response.text(), 'text/html').getElementById('news');
  const news = byId('news');
  if (fresh === null || news === null) return;
  tellLocalTimes(fresh, language);
  const isHeld = news.contains(document.activeElement);
  if (fresh.innerHTML !== news.innerHTML) news.replaceWith(document.adoptNode(fresh));
  if (isHeld) fresh.querySelector('a')?.focus();
  byId('news')?.setAttribute('aria-live', 'polite');
}

function offerCopy(): void {
  const copy = byId('copy');
  const state = byId('tools-state');
  if (copy === null || navigator.clipboard === undefined) {
    if (copy !== null) copy.hidden = true;
    return;
  }
  copy.addEventListener('click', () => {
    void navigator.clipboard.writeText(location.origin + location.pathname).then(() => {
      if (state !== null) state.textContent = state.dataset['copied'] ?? '';
    });
  });
}

/** Answers go through the outbox, as reports do. */
function keepAnswers(form: HTMLFormElement, path: string, onSent: () => void): () => Promise<void> {
  const box = form.querySelector('textarea');
  const state = byId('answer-state');
  const say = (text: string | undefined): void => {
    if (state !== null) state.textContent = text ?? '';
  };
  const mine = async (): Promise<Awaited<ReturnType<typeof allItems>>> =>
    (await allItems()).filter((item) => item.kind === 'answer' && item.follow === path);

  /** What was refused is in the box again, before what was written since. */
  const putBack = async (item: OutboxItem): Promise<void> => {
    const { text = '' } = item.body as { text?: string };
    if (box !== null) box.value = [text, box.value].filter((words) => words !== '').join('\n');
    await removeItem(item);
  };

  let timer = 0;
  const send = async (): Promise<void> => {
    clearTimeout(timer);
    const nextMs = await sendOutbox();
    if (nextMs !== null) timer = window.setTimeout(() => void send(), nextMs);
    const items = await mine();
    for (const item of items.filter(({ state }) => state === 'received')) await removeItem(item);
    const refused = items.find(({ state }) => state === 'refused');
    if (refused !== undefined) await putBack(refused);
    say(
      items.some(({ state }) => state === 'waiting')
        ? form.dataset['kept']
        : refused && refusalIn(readWords(), refused.reason),
    );
    if (items.some(({ state }) => state === 'received')) onSent();
  };

  form.addEventListener('submit', (event) => {
    event.preventDefault();
    const text = box?.value.trim() ?? '';
    if (text === '') {
      say(form.dataset['empty']);
      box?.focus();
      return;
    }
    const id = makeUuid();
    const item = newItem(
      { id, kind: 'answer', path: `/api/v1${path}/answers`, body: { id, text }, title: text.slice(0, 60) },
      Date.now(),
    );
    putItem({ ...item, follow: path }).then(
      () => {
        if (box !== null) box.value = '';
        void send();
      },
      // No room on this phone: the plain way.
      () => form.submit(),
    );
  });
  return send;
}

export function startFollowPage(page: HTMLElement): void {
  const path = page.dataset['path'] ?? location.pathname;
  const language = page.dataset['language'] ?? 'en';
  const form = byId<HTMLFormElement>('follow');
  const look = (): void => void lookAgain(path, language).catch(() => undefined);
  tellLocalTimes(page, language);
  const tools = byId('tools');
  if (tools !== null) tools.hidden = false;
  offerCopy();
  void offerNotices(path, language).catch(() => undefined);
  if (form !== null) {
    const send = keepAnswers(form, path, look);
    void send();
    addEventListener('online', () => void send());
  }
  setInterval(() => {
    if (document.visibilityState === 'visible' && navigator.onLine) look();
  }, lookEveryMs);
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'visible') look();
  });
}

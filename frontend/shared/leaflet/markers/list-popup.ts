/** A popup with a button for each of several things on the map. Texts of reporters are only ever set as text. */
import L from 'leaflet';
import { directionOf } from '../../i18n.js';
import { mapTexts } from '../texts.js';

export interface ListEntry {
  title: string;
  facts: string;
  picture: Element;
  choose: () => void;
}

export interface ListPage {
  entries: readonly ListEntry[];
  /** Loads the next ones, null where these were the last. */
  more: (() => Promise<ListPage>) | null;
}

export interface ListPopup {
  popup: L.Popup;
  /** For those who came by keyboard. */
  takeFocus: () => void;
  /** As by the button at its end. */
  loadNext: () => void;
}

const mostFrames = 20;

/** `onLeave` is for those who leave it by the Escape key. */
export function listPopup(heading: string, language: string, first: ListPage, onLeave: () => void): ListPopup {
  const texts = mapTexts(language);
  const box = document.createElement('div');
  box.className = 'atesto-list';
  box.dir = directionOf(language);
  const title = document.createElement('h2');
  title.textContent = heading;
  title.tabIndex = -1;
  const list = document.createElement('ul');
  const next = document.createElement('button');
  next.type = 'button';
  next.className = 'atesto-list-more';
  const popup = L.popup({ className: 'atesto-popup', minWidth: 240, maxWidth: 300, maxHeight: 280 }).setContent(box);
  const show = ({ entries, more }: ListPage): void => {
    const hadFocus = document.activeElement === next;
    const items = entries.map(itemOf);
    list.append(...items);
    next.textContent = texts.more;
    next.hidden = more === null;
    next.onclick = more && (() => load(more));
    if (popup.isOpen()) popup.update();
    if (hadFocus) items[0]?.querySelector('button')?.focus();
  };
  const load = (more: () => Promise<ListPage>): void => {
    next.textContent = texts.loading;
    next.onclick = null;
    more().then(show, () => {
      next.textContent = texts.failed;
      next.onclick = () => load(more);
    });
  };
  show(first);
  box.append(title, list, next);
  box.addEventListener('keydown', (event) => {
    if (event.key === 'Escape') onLeave();
    else if (event.key === 'ArrowDown' || event.key === 'ArrowUp') goOn(box, event.key === 'ArrowDown' ? 1 : -1);
    else return;
    // The map would move by the same key.
    event.preventDefault();
    event.stopPropagation();
  });
  return {
    popup,
    takeFocus: () => {
      // Where motion is reduced it is hidden for some frames more, and what is hidden takes no focus.
      const focus = (tries: number): void => {
        (list.querySelector('button') ?? title).focus({ preventScroll: true });
        if (tries > 0 && !box.contains(document.activeElement)) requestAnimationFrame(() => focus(tries - 1));
      };
      focus(mostFrames);
    },
    loadNext: () => next.click(),
  };
}

/** To the next button, or the one before. */
function goOn(box: HTMLElement, step: 1 | -1): void {
  const buttons = [...box.querySelectorAll<HTMLElement>('button:not([hidden])')];
  const at = buttons.indexOf(document.activeElement as HTMLElement);
  buttons[Math.max(0, at + step)]?.focus();
}

function itemOf({ title, facts, picture, choose }: ListEntry): HTMLElement {
  const button = document.createElement('button');
  button.type = 'button';
  const words = document.createElement('span');
  const strong = document.createElement('strong');
  strong.dir = 'auto';
  strong.textContent = title;
  const small = document.createElement('small');
  small.textContent = facts;
  words.append(strong, small);
  button.append(picture, words);
  button.addEventListener('click', choose);
  const item = document.createElement('li');
  item.append(button);
  return item;
}

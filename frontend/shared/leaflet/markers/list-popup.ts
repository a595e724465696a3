/** A popup with a button for each of several markers at one place. Texts of reporters are only ever set as text. */
import type { Category } from '@atesto/contract';
import L from 'leaflet';
import { directionOf, nameIn } from '../../i18n.js';
import { mapTexts } from '../texts.js';
import { markerElement } from './marker-element.js';
import type { MarkerPoint } from './marker-types.js';

export interface ListPopupOptions {
  points: readonly MarkerPoint[];
  heading: string;
  categories: ReadonlyMap<string, Category>;
  language: string;
  onChoose: (id: string) => void;
}

export interface ListPopup {
  popup: L.Popup;
  /** For those who came by keyboard. */
  takeFocus: () => void;
}

export function listPopup(options: ListPopupOptions): ListPopup {
  const texts = mapTexts(options.language);
  const box = document.createElement('div');
  box.className = 'atesto-list';
  box.dir = directionOf(options.language);
  const heading = document.createElement('h2');
  heading.textContent = options.heading;
  const list = document.createElement('ul');
  for (const point of options.points) {
    const category = options.categories.get(point.category ?? '') ?? null;
    const button = document.createElement('button');
    button.type = 'button';
    const words = document.createElement('span');
    const title = document.createElement('strong');
    title.dir = 'auto';
    title.textContent = point.title.trim() || texts.untitled;
    const facts = document.createElement('small');
    const name = category ? nameIn(category.names, options.language) : texts.noCategory;
    facts.textContent = [name, texts.severities[point.severity], texts.statuses[point.status]].join(' · ');
    words.append(title, facts);
    button.append(markerElement(category, point.severity, point.status), words);
    button.addEventListener('click', () => options.onChoose(point.id));
    const item = document.createElement('li');
    item.append(button);
    list.append(item);
  }
  box.append(heading, list);
  const popup = L.popup({ className: 'atesto-popup', minWidth: 240, maxWidth: 300, maxHeight: 280 }).setContent(box);
  heading.tabIndex = -1;
  return { popup, takeFocus: () => (box.querySelector('button') ?? heading).focus({ preventScroll: true }) };
}

/** Markers as entries of a list: the same picture as on the canvas, and what it means in words. */
import type { Category } from '@atesto/contract';
import { nameIn } from '../../i18n.js';
import { mapTexts } from '../texts.js';
import { clusterWords } from './cluster-words.js';
import type { ShownCluster } from './group-markers.js';
import type { ListEntry } from './list-popup.js';
import { markerElement } from './marker-element.js';
import type { MarkerPoint } from './marker-types.js';

export interface EntryWords {
  categories: ReadonlyMap<string, Category>;
  language: string;
}

export function pointWords(point: MarkerPoint, { categories, language }: EntryWords): { title: string; facts: string } {
  const texts = mapTexts(language);
  const category = categories.get(point.category ?? '');
  const name = category ? nameIn(category.names, language) : texts.noCategory;
  return {
    title: point.title.trim() || texts.untitled,
    facts: [name, texts.severities[point.severity], texts.statuses[point.status]].join(' · '),
  };
}

export const pointEntry = (point: MarkerPoint, words: EntryWords, choose: () => void): ListEntry => ({
  ...pointWords(point, words),
  picture: markerElement(words.categories.get(point.category ?? '') ?? null, point.severity, point.status),
  choose,
});

export function clusterEntry(
  cluster: ShownCluster,
  { categories, language }: EntryWords,
  choose: () => void,
): ListEntry {
  const picture = document.createElement('span');
  picture.className = 'atesto-cluster';
  picture.dataset['severity'] = cluster.severity;
  picture.setAttribute('aria-hidden', 'true');
  picture.textContent = new Intl.NumberFormat(language, { notation: 'compact' }).format(cluster.count);
  return { ...clusterWords(cluster, categories, language), picture, choose };
}

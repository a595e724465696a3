/** What the page tells the script of the place, and how its words and figures are said. */
import type { Bounds } from '@atesto/contract';
import type { Texts } from '../texts/index.js';
import type { Point } from './place-reading.js';

export type PlaceTexts = Omit<Texts['place'], 'label' | 'hint'>;

export interface PlaceSettings {
  /** Slug of the deployment. */
  deployment: string;
  area: Bounds;
  language: string;
  texts: PlaceTexts;
}

/** Null on a page without a place. */
export function placeSettings(form: HTMLElement): PlaceSettings | null {
  const text = form.querySelector<HTMLElement>('[data-place]')?.dataset['place'];
  return text === undefined ? null : (JSON.parse(text) as PlaceSettings);
}

/** Left to right also among words that run the other way. */
export const pointText = ({ lat, lon }: Point, digits = 5): string =>
  `\u2066${Number(lat.toFixed(digits))}, ${Number(lon.toFixed(digits))}\u2069`;

export function distanceText(metres: number, language: string): string {
  const isFar = metres >= 1000;
  const amount = isFar ? Math.ceil(metres / 100) / 10 : Math.ceil(metres);
  try {
    const unit = isFar ? 'kilometer' : 'meter';
    return new Intl.NumberFormat(language, {
      style: 'unit',
      unit,
      maximumFractionDigits: 1,
      numberingSystem: 'latn',
    }).format(amount);
  } catch {
    // Old phones know no units.
    return `${amount} ${isFar ? 'km' : 'm'}`;
  }
}

export const filled = (text: string, values: Record<string, string>): string =>
  text.replace(/\{(\w+)\}/g, (_, name: string) => values[name] ?? '');

export function element<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  properties: Partial<HTMLElementTagNameMap[Name]> = {},
  attributes: Record<string, string> = {},
): HTMLElementTagNameMap[Name] {
  const made = Object.assign(document.createElement(name), properties);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  return made;
}

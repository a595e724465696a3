/**
 * Makes the field of the place a better one: suggestions, pasted notations, the phone's position, a map, the photo's
 * own place. All of it ends in three hidden inputs and a `placechange` event; words alone stay as good as ever.
 */
import './place-field.css';
import { Combobox } from './combobox.js';
import { findPosition, type Search } from './find-position.js';
import type { Point } from './place-reading.js';
import {
  distanceText,
  element,
  filled,
  placeSettings,
  pointText,
  type PlaceSettings,
  type PlaceTexts,
} from './place-settings.js';
import { Suggester, type Suggestion } from './suggest.js';

export type PlaceSource = 'kept' | 'position' | 'map' | 'photo' | 'name' | 'notation';

export interface ChosenPlace extends Point {
  /** Metres. */
  accuracy?: number;
  source: PlaceSource;
}

export interface PlaceField {
  /** Asks whether the place of a photo is the place of the report, unless it is known already. */
  offerPhotoPlace: (point: Point) => void;
  chosen: () => ChosenPlace | null;
  /** Takes over what stands in the form now, after it was filled by a program. */
  refresh: () => void;
  /** Resolves when the words typed last have been read: before that their point may be missing. */
  settled: () => Promise<void>;
  /** Whether the point of the words that stand there was taken away: then nobody else shall read them either. */
  isRemoved: () => boolean;
}

/** Words like these may hold a point; the readers are fetched for them only. */
const mayBeNotation = /(\p{Nd}.*){4}|:\/\/|\+|geohash|\.[a-z]{2,}\//isu;
/** A photo this near to the point says nothing new. */
const sameDegrees = 0.002;
const warmUpMs = 4000;

async function getJson(url: string, signal?: AbortSignal): Promise<unknown> {
  const response = await fetch(url, { credentials: 'omit', ...(signal && { signal }) });
  if (!response.ok) throw new Error(String(response.status));
  return response.json();
}

function regionName(country: string, language: string): string {
  try {
    return new Intl.DisplayNames([language], { type: 'region' }).of(country) ?? country;
  } catch {
    return country;
  }
}

class Field implements PlaceField {
  private readonly texts: PlaceTexts;
  private readonly state = element('p', { className: 'place-state' }, { role: 'status' });
  private readonly heard = element('p', { className: 'place-heard' }, { role: 'status' });
  private readonly remove: HTMLButtonElement;
  private readonly usePosition: HTMLButtonElement;
  private readonly useMap: HTMLButtonElement;
  private place: ChosenPlace | null = null;
  private search: Search | null = null;
  /** The words of the suggestion that the point came from. */
  private name = '';
  /** A reading that was removed is not taken again while its words stand there. */
  private refused = '';
  private typed = 0;
  private reading: Promise<unknown> = Promise.resolve();

  constructor(
    private readonly form: HTMLFormElement,
    private readonly input: HTMLInputElement,
    private readonly settings: PlaceSettings,
  ) {
    this.texts = settings.texts;
    this.remove = this.button(this.texts.remove, () => this.forget());
    this.usePosition = this.button(this.texts.position, () => this.locate());
    this.useMap = this.button(this.texts.map, () => void this.point());
    const actions = element('div', { className: 'place-actions' });
    if ('geolocation' in navigator) actions.append(this.usePosition);
    actions.append(this.useMap);
    this.remove.hidden = true;
    this.input.closest('.place')?.append(actions, this.state, this.remove, this.heard);
    this.suggest();
    this.refresh();
    form.addEventListener('reset', () => setTimeout(() => this.refresh()));
  }

  chosen(): ChosenPlace | null {
    return this.place;
  }

  offerPhotoPlace(point: Point): void {
    const known = this.place;
    if (known !== null && Math.abs(known.lat - point.lat) + Math.abs(known.lon - point.lon) < sameDegrees) return;
    this.form.querySelector('.place-photo')?.remove();
    const question = element('p', {}, { role: 'status' });
    const box = element('div', { className: 'notice place-photo' });
    const end = (isTaken: boolean): void => {
      box.remove();
      if (isTaken) this.set({ ...point, source: 'photo' });
      (isTaken ? this.remove : this.useMap).focus();
    };
    const actions = element('div', { className: 'place-actions' });
    actions.append(
      this.button(this.texts.photoYes, () => end(true)),
      this.button(this.texts.photoNo, () => end(false)),
    );
    box.append(question, actions);
    this.remove.after(box);
    // Said once it is on the page, or nobody hears it.
    setTimeout(() => (question.textContent = this.texts.photo));
  }

  private button(text: string, pressed: () => void): HTMLButtonElement {
    const button = element('button', { type: 'button', textContent: text });
    button.addEventListener('click', pressed);
    return button;
  }

  private hidden(name: string): HTMLInputElement {
    return this.form.elements.namedItem(name) as HTMLInputElement;
  }

  private say(text: string): void {
    if (this.state.textContent !== text) this.state.textContent = text;
  }

  async settled(): Promise<void> {
    await this.reading;
  }

  isRemoved(): boolean {
    return this.place === null && this.refused !== '' && this.refused === this.input.value;
  }

  refresh(): void {
    const [lat, lon, accuracy] = ['lat', 'lon', 'accuracy'].map((name) => this.hidden(name).value);
    const isKnown = lat !== '' && lon !== '' && Number.isFinite(Number(lat)) && Number.isFinite(Number(lon));
    const metres = Number(accuracy);
    this.search?.stop();
    if (isKnown) {
      this.set({ lat: Number(lat), lon: Number(lon), source: 'kept', ...(metres > 0 && { accuracy: metres }) });
    } else {
      this.set(null);
      if (this.input.value !== '') this.reading = this.read();
    }
  }

  private set(place: ChosenPlace | null, words = ''): void {
    if (place?.source !== 'position') this.search?.stop();
    const isChanged = JSON.stringify(place) !== JSON.stringify(this.place);
    this.place = place;
    this.hidden('lat').value = place === null ? '' : String(place.lat);
    this.hidden('lon').value = place === null ? '' : String(place.lon);
    this.hidden('accuracy').value = place?.accuracy === undefined ? '' : String(Math.ceil(place.accuracy));
    this.remove.hidden = place === null;
    this.say(place === null ? words : words || this.described(place));
    if (isChanged) this.form.dispatchEvent(new CustomEvent('placechange', { bubbles: true, detail: place }));
  }

  private described(place: ChosenPlace): string {
    const distance = place.accuracy === undefined ? '' : distanceText(place.accuracy, this.settings.language);
    return filled(distance === '' ? this.texts.point : this.texts.pointWithin, { point: pointText(place), distance });
  }

  private forget(): void {
    this.refused = this.input.value;
    this.set(null, this.texts.removed);
    (this.usePosition.isConnected ? this.usePosition : this.useMap).focus();
  }

  private locate(): void {
    this.search?.stop();
    this.say(this.texts.searching);
    const { language } = this.settings;
    this.search = findPosition(navigator.geolocation, {
      found: (position, isLast) => {
        const distance = distanceText(position.accuracy, language);
        this.set({ ...position, source: 'position' }, isLast ? '' : filled(this.texts.better, { distance }));
      },
      failed: () => this.say(this.texts.denied),
    });
  }

  private async point(): Promise<void> {
    const { area, language } = this.settings;
    this.say(this.texts.mapLoading);
    this.useMap.disabled = true;
    try {
      const { pickPoint } = await import('./point-map.js');
      const { place } = this;
      this.say(place === null ? '' : this.described(place));
      this.useMap.disabled = false;
      this.useMap.focus();
      const picked = await pickPoint({ area, language, texts: this.texts, start: place });
      if (picked === null) return;
      // Pasted numbers would name another point than the one that was chosen now.
      if (this.place?.source === 'notation') this.input.value = '';
      this.set({ ...picked, source: 'map' });
    } catch {
      this.say(this.texts.mapFailed);
    }
    this.useMap.disabled = false;
  }

  private suggest(): void {
    const { deployment, language } = this.settings;
    const list = new Combobox({
      input: this.input,
      label: this.texts.suggestions,
      announce: (count) => (this.heard.textContent = `${this.texts.suggestions}: ${count}`),
    });
    const suggester = new Suggester(
      `/api/v1/deployments/${deployment}`,
      language,
      ({ items, attribution }) =>
        list.show(
          items.map((item) => this.optionOf(item)),
          `${this.texts.source} ${attribution.join(', ')}`,
        ),
      getJson,
    );
    const suggestFor = (): void => {
      this.reading = this.read().then((isPoint) => {
        if (isPoint) list.close();
        suggester.ask(isPoint ? '' : this.input.value);
      });
    };
    this.input.addEventListener('input', suggestFor);
    // Who types faster than this was loaded is not left without.
    if (document.activeElement === this.input && this.input.value !== '') suggestFor();
    // So that the names are there when the network is not; who must save says so.
    const { connection } = navigator as { connection?: { saveData?: boolean } };
    if (connection?.saveData !== true) setTimeout(() => void suggester.keepList(), warmUpMs);
  }

  private optionOf(item: Suggestion) {
    const detail = [item.region, item.country && regionName(item.country, this.settings.language)];
    // Each part runs its own way, in the order of the page.
    const isolated = (part: string): string => `\u2068${part}\u2069`;
    return {
      label: item.name,
      detail: detail.flatMap((part) => (part ? [isolated(part)] : [])).join(' · '),
      choose: () => {
        this.input.value = item.region === null ? item.name : `${item.name}, ${item.region}`;
        this.name = item.name;
        // A town is coarser than what the phone, the map or the photo said.
        const isFree = this.place === null || this.place.source === 'name' || this.place.source === 'notation';
        if (isFree) this.set({ lat: item.lat, lon: item.lon, accuracy: item.accuracy, source: 'name' });
      },
    };
  }

  /** Looks whether the words are a point. Resolves to whether they are. */
  private async read(): Promise<boolean> {
    const text = this.input.value;
    const asked = ++this.typed;
    const readers = mayBeNotation.test(text) ? await import('./read-place.js').catch(() => null) : null;
    if (asked !== this.typed) return false;
    const { area, language } = this.settings;
    const found = readers?.readPlace(text, readers.nearOf(area), language) ?? null;
    if (text !== this.refused) this.refused = '';
    if (found !== null && this.refused === '') {
      const { lat, lon, accuracy } = found;
      this.set({ lat, lon, ...(accuracy !== undefined && { accuracy }), source: 'notation' });
    } else if (this.place?.source === 'notation' || (this.place?.source === 'name' && !text.startsWith(this.name))) {
      this.set(null);
    }
    if (found === null) this.warn(readers?.needsNetwork(text) === true);
    return found !== null;
  }

  private warn(isShortLink: boolean): void {
    if (isShortLink) this.say(this.texts.shortLink);
    else if (this.state.textContent === this.texts.shortLink) this.set(this.place);
  }
}

const attached = new WeakMap<HTMLFormElement, PlaceField>();

/** Null on a form without a place. The same field when it is called again. */
export function attachPlaceField(form: HTMLFormElement): PlaceField | null {
  const settings = placeSettings(form);
  const input = form.elements.namedItem('place');
  if (settings === null || !(input instanceof HTMLInputElement)) return null;
  const field = attached.get(form) ?? new Field(form, input, settings);
  attached.set(form, field);
  return field;
}

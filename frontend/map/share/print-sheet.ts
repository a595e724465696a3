/**
 * The page on paper: what is seen, with its title, date, filters in words and address. By our button the map is laid out in
 * the size of the sheet first, in the colours of the day; by the browser's own menu it is printed as it is, made smaller.
 */
import L from 'leaflet';
import type { Filters } from '../address.js';
import type { Context } from '../context.js';
import { element } from '../element.js';
import { filterWords } from '../filters/filter-words.js';

export interface PrintParts {
  map: () => L.Map;
  filters: () => Filters;
  address: () => string;
  /** Loads what of the list belongs on paper. */
  fillList: () => Promise<void>;
}

/** A slow line must not keep anybody from paper. */
const longestWaitMs = 6_000;
const lookMs = 100;
const restMs = 400;

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

export class PrintSheet {
  readonly head = element('div', { className: 'print-head' });
  private restore: (() => void) | null = null;

  constructor(
    private readonly context: Context,
    private readonly parts: PrintParts,
  ) {
    window.addEventListener('beforeprint', () => this.fillHead());
    window.addEventListener('afterprint', () => this.putBack());
  }

  async print(): Promise<void> {
    this.lay();
    // The list follows the map when it has come to rest.
    await pause(restMs);
    await this.parts.fillList();
    for (let waited = 0; waited < longestWaitMs && this.isLoading(); waited += lookMs) await pause(lookMs);
    // Two frames, so that the canvases are painted.
    await pause(2 * lookMs);
    window.print();
    // Where the browser does not tell of the end of printing.
    this.putBack();
  }

  private lay(): void {
    if (this.restore !== null) return;
    const map = this.parts.map();
    const { documentElement: root, body } = document;
    const [bounds, centre, zoom, theme] = [map.getBounds(), map.getCenter(), map.getZoom(), root.dataset['theme']];
    body.classList.add('printing');
    root.dataset['theme'] = 'light';
    map.invalidateSize({ animate: false });
    map.fitBounds(bounds, { animate: false });
    this.restore = () => {
      body.classList.remove('printing');
      if (theme === undefined) delete root.dataset['theme'];
      else root.dataset['theme'] = theme;
      map.invalidateSize({ animate: false });
      map.setView(centre, zoom, { animate: false });
    };
  }

  private putBack(): void {
    this.restore?.();
    this.restore = null;
  }

  private isLoading(): boolean {
    let isLoading = false;
    this.parts.map().eachLayer((layer) => {
      if (layer instanceof L.GridLayer && layer.isLoading()) isLoading = true;
    });
    return isLoading;
  }

  private fillHead(): void {
    const { texts, formats, deployment } = this.context;
    const { x, y } = this.parts.map().getSize();
    document.body.style.setProperty('--map-width', String(x));
    document.body.style.setProperty('--map-height', String(y));
    const words = filterWords(this.parts.filters(), this.context);
    this.head.replaceChildren(
      element('h1', {}, element('bdi', {}, texts.title(deployment.name))),
      element('p', {}, `${texts.share.asOf} ${formats.dateTime(new Date().toISOString())}`),
      element('p', {}, words.length === 0 ? texts.share.unfiltered : words.join(' · ')),
      element('p', { className: 'print-address', dir: 'ltr' }, this.parts.address()),
    );
  }
}

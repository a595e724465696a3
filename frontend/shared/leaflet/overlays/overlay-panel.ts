/** The list of layers beside a map: a box to show or hide each, what its colours mean, and the areas with a warning. */
import type { AreaStatus, OverlayView, Translations } from '@atesto/contract';
import { directionOf, nameIn, pluralIn } from '../../i18n.js';
import type { DrawnOverlay } from './drawn-overlay.js';
import type { OverlaySet } from './overlay-set.js';
import { swatch } from './patterns.js';
import { overlayTexts, type OverlayTexts } from './texts.js';

/** A list that is longer is no help. */
const mostWarned = 40;

function made<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  className: string,
  ...children: (Node | string)[]
): HTMLElementTagNameMap[Tag] {
  const element = document.createElement(tag);
  element.className = className;
  element.append(...children);
  return element;
}

const button = (words: Node | string, onPress: () => void): HTMLButtonElement => {
  const element = made('button', 'atesto-layer-button', words);
  element.type = 'button';
  element.addEventListener('click', onPress);
  return element;
};

export class OverlayPanel {
  readonly root = made('div', 'atesto-layers');
  private readonly texts: OverlayTexts;
  private readonly language: string;
  private said = '';

  constructor(private readonly overlays: OverlaySet) {
    this.language = overlays.options.language;
    this.texts = overlayTexts(this.language);
    this.root.dir = directionOf(this.language);
    this.render();
  }

  /** Nothing is put anew that says the same, so that the focus stays where it is. */
  render(): void {
    const { items, problem } = this.overlays;
    const said = JSON.stringify([problem, items?.map((item) => this.factsOf(item))]);
    if (said === this.said) return;
    this.said = said;
    const focused = this.root.contains(document.activeElement)
      ? document.activeElement?.getAttribute('data-key')
      : null;
    this.root.replaceChildren(...this.content());
    if (focused) this.root.querySelector<HTMLElement>(`[data-key="${CSS.escape(focused)}"]`)?.focus();
  }

  private nameOf({ names }: { names: Translations }): string {
    return nameIn(names, this.language, this.overlays.options.languages);
  }

  private content(): Node[] {
    const { items, problem } = this.overlays;
    if (items === null && problem) {
      const again = button(this.texts.retry, () => void this.overlays.refresh());
      return [made('p', 'atesto-layer-note', this.texts.failed), again];
    }
    if (items === null) return [made('p', 'atesto-layer-note', this.texts.loading)];
    if (items.length === 0) return [made('p', 'atesto-layer-note', this.texts.empty)];
    // What lies on top stands on top.
    const list = made('ul', 'atesto-layer-list', ...[...items].reverse().map((item) => this.row(item)));
    return [list];
  }

  /** Everything that a row depends on. */
  private factsOf(item: OverlayView): unknown[] {
    const drawn = this.overlays.of(item.id);
    const areas = drawn?.states?.all.map(({ id, name, state, validUntil }) => [id, name, state, validUntil]);
    return [item, this.overlays.isShown(item), drawn?.phase, drawn?.isInZoom, areas, drawn?.states?.counts(Date.now())];
  }

  private row(item: OverlayView): HTMLElement {
    const isShown = this.overlays.isShown(item);
    const box = document.createElement('input');
    box.type = 'checkbox';
    box.checked = isShown;
    box.setAttribute('data-key', item.id);
    box.addEventListener('change', () => this.overlays.show(item, box.checked));
    const name = made('span', 'atesto-layer-name', this.nameOf(item));
    name.dir = 'auto';
    const row = made('li', 'atesto-layer', made('label', 'atesto-layer-label', box, name));
    if ('visibility' in item && item.visibility === 'responders') {
      row.append(made('p', 'atesto-layer-tag', this.texts.respondersOnly));
    }
    const drawn = isShown ? this.overlays.of(item.id) : null;
    if (drawn !== null) row.append(...this.details(item, drawn));
    return row;
  }

  private *details(item: OverlayView, drawn: DrawnOverlay): Generator<Node> {
    const { texts } = this;
    if (drawn.phase === 'loading') yield made('p', 'atesto-layer-note', texts.loading);
    if (drawn.phase === 'failed') {
      const again = button(texts.retry, () => void drawn.load());
      yield made('p', 'atesto-layer-note', texts.failed, ' ', again);
    }
    if (drawn.phase === 'blocked') {
      const reload = button(texts.reload, () => location.reload());
      yield made('p', 'atesto-layer-note', texts.blocked, ' ', reload);
    }
    if (!drawn.isInZoom) {
      const isFar = this.overlays.options.map.getZoom() < item.minZoom;
      yield made('p', 'atesto-layer-note', isFar ? texts.zoomIn : texts.zoomOut);
    }
    if (drawn.states !== null) yield* this.areas(item, drawn);
    const words = item.authority !== undefined ? [texts.by(item.authority)] : [];
    const source = [...words, item.attribution].filter((part) => part !== '').join(' · ');
    if (source !== '') yield made('p', 'atesto-layer-source', source);
  }

  private *areas(item: OverlayView, { states }: DrawnOverlay): Generator<Node> {
    if (states === null) return;
    const now = Date.now();
    const counts = states.counts(now);
    const plural = pluralIn(this.language);
    const legend = made('ul', 'atesto-layer-states');
    [...states.states.entries()].reverse().forEach(([rank, state]) => {
      const count = made('span', 'atesto-layer-count', plural(counts[rank] ?? 0, this.texts.areas));
      legend.append(made('li', '', swatch(state.colour, state.pattern), this.nameOf(state), count));
    });
    yield legend;
    const warned = states.warned(now);
    if (warned.length === 0) {
      yield made('p', 'atesto-layer-note', this.texts.noneWarned);
      return;
    }
    const list = made('ul', 'atesto-layer-areas', ...warned.slice(0, mostWarned).map((area) => this.area(item, area)));
    const summary = made('summary', '', `${this.texts.warned} (${warned.length})`);
    const open = made('details', 'atesto-layer-warned', summary, list);
    open.open = this.openLists.has(item.id);
    open.addEventListener('toggle', () => (open.open ? this.openLists.add(item.id) : this.openLists.delete(item.id)));
    yield open;
  }

  private readonly openLists = new Set<string>();

  private area(item: OverlayView, area: AreaStatus): HTMLElement {
    const state = this.overlays.of(item.id)?.states?.stateOf(area, Date.now()) ?? null;
    const name = made('bdi', '', area.name);
    const words = made('span', 'atesto-layer-count', state === null ? '' : this.nameOf(state));
    const press = button('', () => this.overlays.openArea(item, area.id));
    press.setAttribute('data-key', `${item.id} ${area.id}`);
    if (state !== null) press.append(swatch(state.colour, state.pattern));
    press.append(name, words);
    return made('li', '', press);
  }
}

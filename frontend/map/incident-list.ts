/** The list of what is in view: the same as the map for those who can't use it, and quicker to read for all. */
import type { Page, PublicIncident } from '@atesto/contract';
import { asProblem } from '../shared/problem.js';
import { markerElement } from '../shared/leaflet/index.js';
import type { Context } from './context.js';
import { element } from './element.js';
import { facts } from './facts.js';

const pageSize = 50;

export interface ListActions {
  onChoose: (incident: PublicIncident) => void;
  onShowAll: () => void;
}

export class IncidentList {
  readonly root: HTMLElement;
  private readonly heading: HTMLElement;
  private readonly items: HTMLElement;
  private readonly state: HTMLElement;
  private readonly more: HTMLButtonElement;
  private query = new URLSearchParams();
  private isFiltered = false;
  private next: string | null = null;
  private shown: PublicIncident[] = [];
  private request: AbortController | null = null;

  constructor(
    private readonly context: Context,
    private readonly actions: ListActions,
  ) {
    const { texts } = context;
    this.heading = element('h2', { id: 'list', tabIndex: -1, 'aria-live': 'polite' }, texts.list.heading);
    this.items = element('ul', { className: 'incidents' });
    this.state = element('div', { className: 'state' });
    this.more = element('button', { type: 'button', className: 'more', hidden: true }, texts.list.more);
    this.more.addEventListener('click', () => void this.load(this.next));
    this.root = element(
      'section',
      { className: 'list', 'aria-labelledby': 'list' },
      this.heading,
      this.items,
      this.state,
      this.more,
    );
  }

  /** Loads anew; what is shown stays until the answer is there. */
  async show(query: URLSearchParams, isFiltered: boolean): Promise<void> {
    this.query = query;
    this.isFiltered = isFiltered;
    await this.load(null);
  }

  /** Loads on until so many are shown, or all. */
  async fill(most: number): Promise<void> {
    while (this.next !== null && this.shown.length < most) {
      const before = this.shown.length;
      await this.load(this.next);
      // It failed, or something else is being loaded.
      if (this.shown.length <= before) return;
    }
  }

  focus(id: string | null): void {
    const button = id === null ? null : this.items.querySelector<HTMLElement>(`[data-id="${CSS.escape(id)}"]`);
    (button ?? this.heading).focus();
  }

  private async load(cursor: string | null): Promise<void> {
    const { api, texts } = this.context;
    this.request?.abort();
    const request = (this.request = new AbortController());
    if (this.shown.length === 0) this.state.replaceChildren(element('p', {}, texts.list.loading));
    const query = new URLSearchParams(this.query);
    query.set('limit', String(pageSize));
    if (cursor) query.set('cursor', cursor);
    try {
      const page = await api.publicIncidents(query, request.signal);
      if (request === this.request) this.render(page, cursor !== null);
    } catch (error) {
      if (!request.signal.aborted) this.renderFault(asProblem(error).status);
    }
  }

  private render(page: Page<PublicIncident>, isMore: boolean): void {
    const { texts, plural } = this.context;
    const focused = (document.activeElement as HTMLElement | null)?.dataset['id'];
    this.shown = isMore ? [...this.shown, ...page.items] : page.items;
    this.next = page.next;
    this.items.replaceChildren(...this.shown.map((incident) => this.row(incident)));
    this.more.hidden = this.next === null;
    const count = plural(this.shown.length, texts.list.count);
    this.heading.textContent = this.next === null ? count : count.replace(/\d+/, '$&+');
    this.state.replaceChildren(...(this.shown.length === 0 ? this.emptyWords() : []));
    if (focused) this.items.querySelector<HTMLElement>(`[data-id="${CSS.escape(focused)}"]`)?.focus();
  }

  private emptyWords(): Node[] {
    const { texts } = this.context;
    const showAll = element('button', { type: 'button', onclick: this.actions.onShowAll }, texts.list.showAll);
    const words = this.isFiltered ? texts.list.emptyFiltered : texts.list.empty;
    return [element('h3', {}, texts.list.emptyTitle), element('p', {}, words), showAll];
  }

  private renderFault(status: number): void {
    const { texts } = this.context;
    const retry = element('button', { type: 'button', onclick: () => void this.load(null) }, texts.notices.retry);
    const words = status === 0 ? texts.notices.failed : texts.list.failed;
    this.state.replaceChildren(element('p', { role: 'alert' }, words), retry);
  }

  private row(incident: PublicIncident): HTMLElement {
    const { formats, category, categoryName } = this.context;
    const button = element(
      'button',
      { type: 'button', className: 'row', onclick: () => this.actions.onChoose(incident) },
      markerElement(category(incident.category), incident.severity, incident.status, 34),
      element(
        'span',
        { className: 'words' },
        element(
          'strong',
          {},
          element('span', { className: 'number' }, `${formats.number(incident.number)} `),
          element('bdi', {}, incident.title),
        ),
        element(
          'span',
          { className: 'meta' },
          ...[categoryName(incident.category), incident.place, formats.ago(incident.openedAt, Date.now())]
            .filter((part) => part !== null && part !== '')
            .flatMap((part, at) => [at === 0 ? '' : ' · ', element('bdi', {}, part ?? '')]),
        ),
        facts(this.context, incident),
      ),
    );
    button.dataset['id'] = incident.id;
    return element('li', {}, button);
  }
}

/** One incident with everything that is public about it. */
import type { PublicHistoryItem, PublicIncident } from '@atesto/contract';
import { asProblem } from '../shared/problem.js';
import { markerElement } from '../shared/leaflet/index.js';
import type { Context } from './context.js';
import { element } from './element.js';
import { facts } from './facts.js';
import { historyWords } from './history-words.js';

export interface CardActions {
  /** Whether closing leads back to the list beside. */
  hasList: boolean;
  onClose: () => void;
  onLocate: (incident: PublicIncident) => void;
  /** It was loaded, or loaded again. */
  onShown: (incident: PublicIncident) => void;
}

export class IncidentCard {
  readonly root = element('section', { className: 'card', hidden: true });
  private incident: string | null = null;
  private request: AbortController | null = null;
  private readonly history = element('section', { className: 'history', 'aria-labelledby': 'history' });

  constructor(
    private readonly context: Context,
    private readonly actions: CardActions,
  ) {}

  get id(): string | null {
    return this.incident;
  }

  /** Shows it and puts the focus on its heading. */
  async open(id: string): Promise<void> {
    this.incident = id;
    this.root.hidden = false;
    this.history.replaceChildren();
    this.root.replaceChildren(
      this.backButton(),
      element('p', { className: 'state' }, this.context.texts.incident.loading),
    );
    await this.load(true);
  }

  /** Loads what is open once more, after a change, without moving the focus. */
  async refresh(): Promise<void> {
    if (this.incident !== null) await this.load(false);
  }

  withdrawn(): void {
    this.words(this.context.texts.incident.withdrawn);
  }

  close(): void {
    this.request?.abort();
    this.incident = null;
    this.root.hidden = true;
  }

  private async load(takeFocus: boolean): Promise<void> {
    const { api, texts } = this.context;
    this.request?.abort();
    const request = (this.request = new AbortController());
    try {
      const incident = await api.publicIncident(this.incident ?? '', request.signal);
      if (request.signal.aborted) return;
      this.render(incident, takeFocus);
      this.actions.onShown(incident);
      void this.loadHistory(incident.id, request.signal);
    } catch (error) {
      if (request.signal.aborted) return;
      const { status } = asProblem(error);
      const isGone = status >= 400 && status < 500 && status !== 429;
      if (isGone || takeFocus) this.words(isGone ? texts.incident.gone : texts.incident.failed, !isGone);
    }
  }

  /** Comes after the incident itself, which does not wait for it. */
  private async loadHistory(id: string, signal: AbortSignal): Promise<void> {
    const { api, texts } = this.context;
    try {
      const items = await api.publicHistory(id, signal);
      if (!signal.aborted) this.renderHistory(items.map((item) => this.historyItem(item)));
    } catch {
      if (!signal.aborted) this.renderHistory([element('li', { className: 'meta' }, texts.history.failed)]);
    }
  }

  private renderHistory(items: HTMLElement[]): void {
    const heading = element('h3', { id: 'history' }, this.context.texts.history.heading);
    this.history.replaceChildren(heading, element('ol', {}, ...items));
  }

  private historyItem(item: PublicHistoryItem): HTMLElement {
    const { texts, formats, plural } = this.context;
    const time = element('time', { dateTime: item.at, title: formats.absolute(item.at) }, formats.dateTime(item.at));
    return element(
      'li',
      {},
      element('p', { className: 'meta' }, time),
      element('p', {}, historyWords(item, texts, plural)),
      item.reason === null ? null : element('p', { className: 'said', dir: 'auto' }, item.reason),
    );
  }

  private words(text: string, canRetry = false): void {
    const { texts } = this.context;
    const retry = canRetry
      ? element('button', { type: 'button', onclick: () => void this.load(true) }, texts.notices.retry)
      : null;
    const state = element('div', { className: 'state' }, element('p', { role: 'alert' }, text), retry);
    this.root.replaceChildren(this.backButton(), state);
  }

  private backButton(): HTMLElement {
    const { texts } = this.context;
    const { hasList, onClose } = this.actions;
    const arrow = element('span', { className: 'arrow', 'aria-hidden': 'true' }, hasList ? '←' : '×');
    const words = ` ${hasList ? texts.incident.back : texts.close}`;
    return element('button', { type: 'button', className: 'back', onclick: onClose }, arrow, words);
  }

  private render(incident: PublicIncident, takeFocus: boolean): void {
    const { texts, formats, plural, category, categoryName, deployment } = this.context;
    const heading = element('h2', { tabIndex: -1, id: 'incident' }, element('bdi', {}, incident.title));
    const kind = element(
      'p',
      { className: 'kind' },
      markerElement(category(incident.category), incident.severity, incident.status, 34),
      element('span', {}, categoryName(incident.category)),
      element('span', { className: 'meta' }, texts.incident.number(formats.number(incident.number))),
    );
    const isRough = incident.location !== null && deployment.policy.publicPrecisionMetres > 0;
    const rough = isRough ? texts.incident.approximate : incident.location === null ? texts.incident.noPlace : null;
    this.root.setAttribute('aria-labelledby', 'incident');
    const parts = [
      this.backButton(),
      kind,
      heading,
      facts(this.context, incident),
      incident.reason === null
        ? null
        : element(
            'div',
            { className: 'reason' },
            element('h3', {}, texts.incident.reason),
            element('p', { dir: 'auto' }, incident.reason),
          ),
      element(
        'p',
        { className: 'description', dir: 'auto' },
        incident.description.trim() || texts.incident.noDescription,
      ),
      this.table(incident),
      element('p', { className: 'meta' }, plural(incident.reports, texts.incident.reports)),
      incident.confirmations === 0
        ? null
        : element('p', { className: 'meta' }, plural(incident.confirmations, texts.incident.seenToo)),
      rough === null ? null : element('p', { className: 'meta' }, rough),
      this.buttons(incident),
      this.history,
    ];
    this.root.replaceChildren(...parts.filter((part) => part !== null));
    if (takeFocus) heading.focus({ preventScroll: true });
  }

  private table(incident: PublicIncident): HTMLElement {
    const { texts, formats } = this.context;
    const time = (instant: string): HTMLElement => {
      const words = `${formats.ago(instant, Date.now())} (${formats.dateTime(instant)})`;
      return element('time', { dateTime: instant, title: formats.absolute(instant) }, words);
    };
    const rows: [string, Node | string][] = [
      [texts.incident.opened, time(incident.openedAt)],
      [texts.incident.updated, time(incident.updatedAt)],
      [texts.incident.sure, texts.incident.confidence[incident.confidence]],
      ...(incident.place ? [[texts.incident.place, element('bdi', {}, incident.place)] as [string, Node]] : []),
    ];
    return element('dl', {}, ...rows.flatMap(([term, value]) => [element('dt', {}, term), element('dd', {}, value)]));
  }

  private buttons(incident: PublicIncident): HTMLElement {
    const { texts } = this.context;
    const copy = element('button', { type: 'button' }, texts.incident.copy);
    copy.addEventListener('click', () => {
      // The page of the incident itself: it needs no script, and tells what it is to those who preview links.
      const url = `${location.origin}/map/${encodeURIComponent(this.context.deployment.slug)}/incidents/${incident.id}`;
      void navigator.clipboard?.writeText(url).then(() => (copy.textContent = texts.incident.copied));
    });
    // The clipboard is there in secure contexts only.
    copy.hidden = !('clipboard' in navigator);
    const locate = incident.location
      ? element('button', { type: 'button', onclick: () => this.actions.onLocate(incident) }, texts.incident.zoom)
      : null;
    return element('div', { className: 'buttons' }, locate, copy);
  }
}

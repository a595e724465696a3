/**
 * The side panel's tabs. On a phone the panel is a sheet at the bottom edge: choosing the tab that is open already
 * folds it away, any other opens it.
 */
import { element } from './element.js';

export interface Tab {
  name: string;
  words: string;
  content: HTMLElement;
}

export class Tabs {
  readonly root: HTMLElement;
  private readonly buttons = new Map<string, HTMLButtonElement>();
  private current = '';

  constructor(private readonly tabs: readonly Tab[]) {
    const bar = element('div', { className: 'tabs', role: 'tablist' });
    bar.addEventListener('keydown', (event) => this.onKey(event));
    this.root = element('aside', { className: 'panel' }, bar);
    for (const { name, words, content } of tabs) {
      const button = element('button', { type: 'button', role: 'tab', id: `tab-${name}` }, words);
      button.setAttribute('aria-controls', `panel-${name}`);
      button.addEventListener('click', () => this.onClick(name));
      this.buttons.set(name, button);
      bar.append(button);
      const holder = element(
        'div',
        { className: 'content', role: 'tabpanel', tabIndex: 0, id: `panel-${name}` },
        content,
      );
      holder.setAttribute('aria-labelledby', `tab-${name}`);
      this.root.append(holder);
    }
    this.show(tabs[0]?.name ?? '');
  }

  show(name: string): void {
    this.current = name;
    this.root.classList.remove('folded');
    this.update();
  }

  fold(): void {
    this.root.classList.add('folded');
    this.update();
  }

  /** A small number beside the words, nothing for 0. */
  badge(name: string, count: number): void {
    const button = this.buttons.get(name);
    const words = this.tabs.find((tab) => tab.name === name)?.words ?? '';
    button?.replaceChildren(words, ...(count > 0 ? [element('span', { className: 'badge' }, String(count))] : []));
  }

  private onClick(name: string): void {
    const isSheet = matchMedia('(max-width: 760px)').matches;
    const isOpen = name === this.current && !this.root.classList.contains('folded');
    if (isSheet && isOpen) this.fold();
    else this.show(name);
  }

  private onKey(event: KeyboardEvent): void {
    const ahead = getComputedStyle(this.root).direction === 'rtl' ? -1 : 1;
    const step = { ArrowRight: ahead, ArrowLeft: -ahead }[event.key];
    if (step === undefined) return;
    const at = this.tabs.findIndex(({ name }) => name === this.current);
    const next = this.tabs[(at + step + this.tabs.length) % this.tabs.length];
    if (!next) return;
    this.show(next.name);
    this.buttons.get(next.name)?.focus();
    event.preventDefault();
  }

  private update(): void {
    const isFolded = this.root.classList.contains('folded');
    for (const [name, button] of this.buttons) {
      const isOpen = name === this.current && !isFolded;
      button.setAttribute('aria-selected', String(isOpen));
      button.tabIndex = name === this.current ? 0 : -1;
      const panel = this.root.querySelector<HTMLElement>(`#panel-${name}`);
      if (panel) panel.hidden = !isOpen;
    }
  }
}

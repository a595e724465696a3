/** An input with a list of suggestions below it, after the combobox pattern of ARIA 1.2: the focus stays in the input. */
import { element } from './place-settings.js';

export interface Option {
  label: string;
  /** What tells it from others of its name. */
  detail: string;
  choose: () => void;
}

interface Parts {
  input: HTMLInputElement;
  label: string;
  /** Tells how many there are, for those who do not see them. */
  announce: (count: number) => void;
}

function optionElement({ label, detail }: Option, at: number): HTMLLIElement {
  const option = element('li', { id: `place-option-${at}` }, { role: 'option', 'aria-selected': 'false' });
  option.append(element('bdi', { textContent: label }));
  if (detail !== '') option.append(' ', element('span', { className: 'hint', textContent: detail }));
  return option;
}

export class Combobox {
  private readonly list: HTMLUListElement;
  private readonly thanks = element('p', { className: 'hint place-source' });
  private readonly box = element('div', { className: 'place-suggestions', hidden: true });
  private readonly input: HTMLInputElement;
  private readonly announce: Parts['announce'];
  private options: Option[] = [];
  /** -1: the input itself. */
  private active = -1;

  constructor({ input, label, announce }: Parts) {
    this.input = input;
    this.announce = announce;
    this.list = element('ul', { id: 'place-list', className: 'place-list' }, { role: 'listbox', 'aria-label': label });
    this.box.append(this.list, this.thanks);
    input.after(this.box);
    const roles = { role: 'combobox', 'aria-autocomplete': 'list', 'aria-controls': 'place-list' };
    for (const [name, value] of Object.entries(roles)) input.setAttribute(name, value);
    input.autocomplete = 'off';
    this.open(false);
    this.listen();
  }

  show(options: Option[], source: string): void {
    this.options = options;
    this.list.replaceChildren(...options.map(optionElement));
    this.thanks.textContent = source;
    this.open(options.length > 0 && document.activeElement === this.input);
    if (options.length > 0) this.announce(options.length);
  }

  close(): void {
    this.open(false);
  }

  private listen(): void {
    this.input.addEventListener('keydown', (event) => {
      if (!event.isComposing && this.press(event.key)) event.preventDefault();
    });
    this.input.addEventListener('blur', () => this.close());
    // A finger on the list must not take the focus, which would close it.
    this.box.addEventListener('mousedown', (event) => event.preventDefault());
    this.list.addEventListener('click', ({ target }) => {
      const at = Array.from(this.list.children).findIndex((child) => child.contains(target as Node));
      if (at >= 0) this.choose(at);
    });
  }

  /** Whether the key was for the list. */
  private press(key: string): boolean {
    if (key === 'ArrowDown' || key === 'ArrowUp') return this.move(key === 'ArrowDown' ? 1 : -1);
    if (this.box.hidden || (key === 'Enter' && this.active < 0)) return false;
    if (key === 'Enter') this.choose(this.active);
    if (key === 'Escape') this.close();
    return key === 'Enter' || key === 'Escape';
  }

  private move(step: number): boolean {
    const stops = this.options.length + 1;
    if (stops === 1) return false;
    if (this.box.hidden) this.open(true);
    this.activate(((this.active + 1 + step + stops) % stops) - 1);
    return true;
  }

  private choose(at: number): void {
    this.close();
    this.options[at]?.choose();
  }

  private open(isOpen: boolean): void {
    this.box.hidden = !isOpen;
    this.input.setAttribute('aria-expanded', String(isOpen));
    this.activate(-1);
  }

  private activate(at: number): void {
    this.list.children[this.active]?.setAttribute('aria-selected', 'false');
    this.active = at;
    const chosen = this.list.children[at];
    chosen?.setAttribute('aria-selected', 'true');
    chosen?.scrollIntoView({ block: 'nearest' });
    if (chosen) this.input.setAttribute('aria-activedescendant', chosen.id);
    else this.input.removeAttribute('aria-activedescendant');
  }
}

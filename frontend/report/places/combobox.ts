/** An input with a list of suggestions below it, after the combobox pattern of ARIA 1.2: the focus stays in the input. */
import { element } from './place-settings.js';

export interface Option {
  label: string;
  /** What tells it from others of its name. */
  detail: string;
  choose: () => void;
}

export interface Combobox {
  show: (options: Option[], source: string) => void;
  close: () => void;
}

interface Parts {
  input: HTMLInputElement;
  label: string;
  /** Tells how many there are, for those who do not see them. */
  announce: (count: number) => void;
}

export function createCombobox({ input, label, announce }: Parts): Combobox {
  const list = element('ul', { id: 'place-list', className: 'place-list' }, { role: 'listbox', 'aria-label': label });
  const thanks = element('p', { className: 'hint place-source' });
  const box = element('div', { className: 'place-suggestions', hidden: true });
  box.append(list, thanks);
  input.after(box);
  const roles = { role: 'combobox', 'aria-autocomplete': 'list', 'aria-controls': list.id, 'aria-expanded': 'false' };
  for (const [name, value] of Object.entries(roles)) input.setAttribute(name, value);
  input.autocomplete = 'off';
  let options: Option[] = [];
  let active = -1;

  const activate = (at: number): void => {
    list.children[active]?.setAttribute('aria-selected', 'false');
    active = at;
    const chosen = list.children[at];
    chosen?.setAttribute('aria-selected', 'true');
    chosen?.scrollIntoView({ block: 'nearest' });
    if (chosen) input.setAttribute('aria-activedescendant', chosen.id);
    else input.removeAttribute('aria-activedescendant');
  };
  const open = (isOpen: boolean): void => {
    box.hidden = !isOpen;
    input.setAttribute('aria-expanded', String(isOpen));
    activate(-1);
  };
  const choose = (at: number): void => {
    open(false);
    options[at]?.choose();
  };

  const keys: Record<string, () => boolean> = {
    ArrowDown: () => move(1),
    ArrowUp: () => move(-1),
    Enter: () => {
      if (box.hidden || active < 0) return false;
      choose(active);
      return true;
    },
    Escape: () => {
      if (box.hidden) return false;
      open(false);
      return true;
    },
  };
  const move = (step: number): boolean => {
    if (options.length === 0) return false;
    if (box.hidden) open(true);
    // The place before the first is the input itself.
    activate(((active + 1 + step + options.length + 1) % (options.length + 1)) - 1);
    return true;
  };
  input.addEventListener('keydown', (event) => {
    if (!event.isComposing && keys[event.key]?.() === true) event.preventDefault();
  });
  input.addEventListener('blur', () => open(false));
  // A finger on the list must not take the focus, which would close it.
  box.addEventListener('mousedown', (event) => event.preventDefault());
  list.addEventListener('click', (event) => {
    const at = Array.from(list.children).findIndex((child) => child.contains(event.target as Node));
    if (at >= 0) choose(at);
  });

  return {
    show: (shown, source) => {
      options = shown;
      list.replaceChildren(
        ...shown.map(({ label: name, detail }, at) => {
          const option = element('li', { id: `place-option-${at}` }, { role: 'option', 'aria-selected': 'false' });
          option.append(element('bdi', { textContent: name }));
          if (detail !== '') option.append(' ', element('span', { className: 'hint', textContent: detail }));
          return option;
        }),
      );
      thanks.textContent = source;
      open(shown.length > 0 && document.activeElement === input);
      if (shown.length > 0) announce(shown.length);
    },
    close: () => open(false),
  };
}

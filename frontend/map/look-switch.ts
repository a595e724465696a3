/** Over the map: how to look at what is there. */
import { looks, type Look } from './address.js';
import type { Context } from './context.js';
import { element } from './element.js';

export class LookSwitch {
  readonly root: HTMLElement;
  private readonly choices: HTMLInputElement[];

  constructor({ texts }: Context, onChange: (look: Look) => void) {
    this.choices = looks.map((look) =>
      element('input', { type: 'radio', name: 'look', value: look, onchange: () => onChange(look) }),
    );
    const labels = this.choices.map((choice) =>
      element('label', {}, choice, element('span', {}, texts.looks[choice.value as Look])),
    );
    this.root = element('fieldset', { className: 'looks' }, ...labels);
    this.root.setAttribute('aria-label', texts.looks.label);
  }

  set(look: Look): void {
    for (const choice of this.choices) choice.checked = choice.value === look;
  }
}

/** When an incident was opened: within the last hours or days, or between two moments of the reader's own clock. */
import { sinceWords, type Filters, type Since } from '../address.js';
import { element } from '../element.js';
import type { Texts } from '../texts/index.js';
import { fieldOf, minuteOfField } from './moments.js';

type Time = Pick<Filters, 'since' | 'from' | 'to'>;
const between = 'between';

export class TimeChoice {
  readonly root: HTMLElement;
  private readonly since: HTMLSelectElement;
  private readonly from: HTMLInputElement;
  private readonly to: HTMLInputElement;
  private readonly dates: HTMLElement;
  private readonly fault: HTMLElement;

  constructor(
    { filters }: Texts,
    private readonly onChange: () => void,
  ) {
    const words = [...sinceWords.map((since) => [since, filters.since[since]] as const), [between, filters.between]];
    this.since = element('select', {}, ...words.map(([value = '', said = '']) => element('option', { value }, said)));
    this.since.addEventListener('change', () => this.changed());
    const field = (): HTMLInputElement =>
      element('input', { type: 'datetime-local', max: '9999-12-31T23:59', onchange: () => this.changed() });
    this.from = field();
    this.to = field();
    this.fault = element('p', { className: 'fault', role: 'status' });
    this.dates = element(
      'div',
      { className: 'dates', hidden: true },
      element('label', { className: 'field' }, filters.from, this.from),
      element('label', { className: 'field' }, filters.to, this.to),
      this.fault,
    );
    this.fault.dataset['words'] = filters.wrongWay;
    this.root = element('div', {}, element('label', { className: 'field' }, filters.time, this.since), this.dates);
  }

  get value(): Time {
    if (this.since.value !== between) return { since: this.since.value as Since, from: null, to: null };
    return { since: 'any', from: minuteOfField(this.from.value), to: minuteOfField(this.to.value) };
  }

  set({ since, from, to }: Time): void {
    const isBetween = from !== null || to !== null;
    // Somebody who cleared both fields is still at them.
    const isAt = this.since.value === between && this.root.contains(document.activeElement);
    this.since.value = isBetween || (since === 'any' && isAt) ? between : since;
    this.from.value = fieldOf(from);
    this.to.value = fieldOf(to);
    this.show();
  }

  private changed(): void {
    this.show();
    this.onChange();
  }

  private show(): void {
    const { from, to } = this.value;
    this.dates.hidden = this.since.value !== between;
    const isWrong = from !== null && to !== null && from >= to;
    this.fault.textContent = isWrong ? (this.fault.dataset['words'] ?? '') : '';
  }
}
